namespace SfMarketo.Kernel.Faults;

/// <summary>Which codes of its vendor a simulator can answer with on purpose.</summary>
/// <param name="AnyCall">Codes that any call can be answered with.</param>
/// <param name="SomeCalls">Codes that only some calls can be answered with.</param>
/// <param name="Records">Codes of single records in a write.</param>
/// <param name="Statuses">HTTP statuses that have a body in the vendor's own form.</param>
public sealed record FaultAnswerTable(IReadOnlyList<string> AnyCall, IReadOnlyList<ScopedCode> SomeCalls, IReadOnlyList<string> Records, IReadOnlyList<int> Statuses)
{
    /// <summary>Why the code cannot be answered to the calls that the rule matches; null when it can.</summary>
    /// <param name="code">The code.</param>
    /// <param name="match">The rule's calls.</param>
    public string? WhyNot(string code, FaultMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        if (AnyCall.Contains(code))
        {
            return null;
        }

        var scopes = SomeCalls.Where(scoped => scoped.Code == code).ToList();
        return scopes.Count > 0 && !scopes.Exists(scoped => scoped.Covers(match.Path))
            ? $"the vendor answers it to {string.Join(" and ", scopes.SelectMany(scoped => scoped.Paths))} only: write such a path in match"
            : null;
    }

    /// <summary>Whether the vendor has the code for whole calls at all.</summary>
    public bool Knows(string code) => AnyCall.Contains(code) || SomeCalls.Any(scoped => scoped.Code == code);
}
