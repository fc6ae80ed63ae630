namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>One line of a ledger: something of the vendor's API that is to be proven.</summary>
/// <param name="Api"><c>marketo</c> or <c>salesforce</c>.</param>
/// <param name="Area">The part of the API that it belongs to.</param>
/// <param name="Name">An operation with its method, <c>code 1017</c>, <c>switch lead.overlong</c> or the like.</param>
/// <param name="Parameters">Query parameters, members of the body (<c>input.leadId</c> is inside of <c>input</c>) and headers of the operation.</param>
/// <param name="Text">The vendor's text of a code.</param>
internal sealed record LedgerItem(string Api, string Area, string Name, IReadOnlyList<string> Parameters, string Text)
{
    /// <summary>The parameter that a mark means: the whole name, or its last part where that is the only one.</summary>
    public string? Parameter(string marked)
    {
        if (Parameters.Contains(marked))
        {
            return marked;
        }

        var ending = Parameters.Where(parameter => parameter.EndsWith("." + marked, StringComparison.Ordinal)).ToArray();
        return ending is [var only] ? only : null;
    }
}
