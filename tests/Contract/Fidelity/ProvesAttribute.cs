namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>Says which item of the ledger a test proves: an operation as in the ledger (<c>POST /rest/v1/companies.json</c>), <c>code 1017</c> or <c>switch lead.overlong</c>.</summary>
/// <remarks>Parameters are those of the operation that the test proves; members of the body count as parameters.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ProvesAttribute(string item, params string[] parameters) : Attribute
{
    public string Item { get; } = item;

    public IReadOnlyList<string> Parameters { get; } = parameters;
}
