namespace SfMarketo.Cli.Coverage;

/// <summary>An operation of the ledger.</summary>
/// <param name="Api"><c>marketo</c> or <c>salesforce</c>.</param>
/// <param name="Area">The part of the API.</param>
/// <param name="Name">Method and path; <c>{names}</c> stand for segments.</param>
/// <param name="Standing">Of the operation.</param>
/// <param name="Switch">The switch behind what is unverified.</param>
/// <param name="Parameters">Standing by name.</param>
internal sealed record LedgerOperation(string Api, string Area, string Name, Standing Standing, string? Switch, Dictionary<string, Standing> Parameters)
{
    public string Method { get; } = Name[..Name.IndexOf(' ', StringComparison.Ordinal)];

    public string[] Segments { get; } = Name[(Name.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('/');

    /// <summary>Segments that are names: the fewer, the more exactly the operation means a path.</summary>
    public int Names => Segments.Count(segment => segment.StartsWith('{'));

    /// <param name="segments">Of a path as sent.</param>
    public bool Matches(string[] segments)
    {
        if (segments.Length != Segments.Length)
        {
            return false;
        }

        for (var place = 0; place < segments.Length; place++)
        {
            if (!Matches(Segments[place], segments[place]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Matches(string pattern, string segment)
    {
        if (!pattern.StartsWith('{'))
        {
            return string.Equals(pattern, segment, StringComparison.OrdinalIgnoreCase);
        }

        var ending = pattern[(pattern.IndexOf('}', StringComparison.Ordinal) + 1)..];
        return segment.Length > ending.Length && segment.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
    }
}
