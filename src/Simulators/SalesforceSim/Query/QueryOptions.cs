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

    /// <summary><c>soql.apexOnlyClauses = accept</c>: FOR UPDATE and WITH SECURITY_ENFORCED, USER_MODE and SYSTEM_MODE are taken, without effect, instead of refused.</summary>
    public bool ApexOnlyClauses { get; init; }

    /// <summary><c>query.pageSize = shrinksForWideRows</c>: pages of wide rows are a quarter of what was asked for, never below 200.</summary>
    public bool WideRowsShrinkPages { get; init; }

    /// <summary><c>query.laterPages = snapshot</c>: later pages show values as of the query's run instead of as of the reading of the page.</summary>
    public bool LaterPagesAreSnapshots { get; init; }

    /// <summary><c>query.locatorPrefix</c>: first three characters of locators, <c>01g</c> or <c>0r8</c>.</summary>
    public string LocatorPrefix { get; init; } = "01g";

    /// <summary><c>query.cursorRules = tenPerUser15Minutes</c>: ten open cursors a user, the oldest dropped, each ends after 15 idle minutes; otherwise any number for two days.</summary>
    public bool TenCursorsPerUser { get; init; }

    /// <summary><c>result.polymorphicAttributesType = Name</c>: the attributes of <c>Who</c>, <c>What</c> and the like say <c>Name</c> instead of the object.</summary>
    public bool PolymorphicParentsAreNames { get; init; }

    /// <summary><c>json.doubles = plain</c>: numbers from ten million on are written without an exponent.</summary>
    public bool PlainDoubles { get; init; }

    /// <summary><c>limits.queryRows</c>: most rows of one query over all its pages; null for none, 50,000 for Apex's ceiling.</summary>
    public int? MaxRows { get; init; }

    /// <summary>First month of the org's fiscal year, 1 to 12. Default 1, a fresh org.</summary>
    public int FiscalYearStartMonth { get; init; } = 1;
}

/// <summary>Orders that no client may rely on.</summary>
public enum UnorderedRows
{
    /// <summary>Fixed by the seed, and not the order of ids.</summary>
    Shuffled,

    /// <summary>By id.</summary>
    ById,
}
