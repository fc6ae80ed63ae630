namespace SfMarketo.SalesforceSim.Search.Syntax;

/// <summary>Fields that a search looks in: <c>IN .. FIELDS</c>.</summary>
internal enum SearchGroup
{
    /// <summary>All text that can be searched.</summary>
    All,

    /// <summary>Names.</summary>
    Name,

    /// <summary>E-mail addresses.</summary>
    Email,

    /// <summary>Telephone numbers.</summary>
    Phone,

    /// <summary>What the box at the side of the screens looks in: names, addresses, numbers, external ids.</summary>
    Sidebar,
}
