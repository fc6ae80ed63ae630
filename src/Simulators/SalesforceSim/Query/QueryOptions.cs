namespace SfMarketo.SalesforceSim.Query;

/// <summary>What the vendor leaves unclear about queries, by name; the first value of each is the default.</summary>
public sealed record QueryOptions
{
    /// <summary><c>soql.unordered</c>: the order of rows that ORDER BY leaves open.</summary>
    public UnorderedRows Unordered { get; init; } = UnorderedRows.Shuffled;

    /// <summary><c>soql.notEqualMatchesNull</c>: whether <c>!= 'x'</c> and <c>NOT IN ('x')</c> return rows whose field is null.</summary>
    public bool NotEqualMatchesNull { get; init; } = true;

    /// <summary><c>soql.dateLiteralZone = utc</c>: date literals are days of UTC instead of the calling user's zone.</summary>
    public bool DateLiteralsInUtc { get; init; }

    /// <summary><c>soql.picklistOrder = alphabetical</c>: ORDER BY sorts picklists by text instead of by the order of their values.</summary>
    public bool PicklistsAlphabetical { get; init; }
}

/// <summary>Orders that no client may rely on.</summary>
public enum UnorderedRows
{
    /// <summary>Fixed by the seed, and not the order of ids.</summary>
    Shuffled,

    /// <summary>By id.</summary>
    ById,
}
