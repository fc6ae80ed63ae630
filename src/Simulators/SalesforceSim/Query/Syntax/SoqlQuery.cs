namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>A statement as written: names are not looked up yet.</summary>
/// <param name="Statement">The whole text, for places in errors; a sub-query has that of its statement.</param>
/// <param name="Object">The object after FROM; in a child query the relationship.</param>
internal sealed record SoqlQuery(string Statement, SoqlName Object)
{
    /// <summary>The list is <c>COUNT()</c> alone.</summary>
    public bool CountOnly { get; init; }

    /// <summary>The list otherwise, in order.</summary>
    public IReadOnlyList<SelectItem> Fields { get; init; } = [];

    /// <summary>Of a child query: <c>Account</c> in <c>FROM Account.Contacts</c>; else null.</summary>
    public SoqlName? Qualifier { get; init; }

    public SoqlName? Alias { get; init; }

    /// <summary>Further entries of FROM: relationship paths with aliases.</summary>
    public IReadOnlyList<ParentAlias> Parents { get; init; } = [];

    /// <summary>The name after USING SCOPE, or null.</summary>
    public SoqlName? Scope { get; init; }

    public Condition? Where { get; init; }

    /// <summary>The first word of a clause that only Apex has, such as WITH SECURITY_ENFORCED; or null.</summary>
    public SoqlName? ApexOnly { get; init; }

    /// <summary>WITH DATA CATEGORY, or UPDATE TRACKING and VIEWSTAT: what only articles have; or null.</summary>
    public SoqlName? ArticlesOnly { get; init; }

    public GroupClause? GroupBy { get; init; }

    public Condition? Having { get; init; }

    /// <summary>Empty when there is none.</summary>
    public IReadOnlyList<OrderItem> OrderBy { get; init; } = [];

    /// <summary>Null when there is none.</summary>
    public int? Limit { get; init; }

    /// <summary>Null when there is none.</summary>
    public int? Offset { get; init; }

    public ViewMark View { get; init; }
}

/// <summary>A name and the position of its first character.</summary>
internal readonly record struct SoqlName(string Text, int At);

/// <summary>Names joined by dots, such as <c>Account.Owner.Name</c>.</summary>
internal readonly record struct FieldPath(IReadOnlyList<SoqlName> Names)
{
    public int At => Names[0].At;

    public SoqlName Last => Names[^1];

    public string Text => string.Join('.', Names.Select(name => name.Text));
}

internal readonly record struct SelectItem(SoqlTerm Term, SoqlName? Alias);

/// <summary><c>FROM Contact c, c.Account a</c>: the second entry.</summary>
internal readonly record struct ParentAlias(FieldPath Path, SoqlName Alias);

internal sealed record GroupClause(GroupKind Kind, IReadOnlyList<SoqlTerm> Terms, int At);

/// <param name="Term">The field, function or aggregate, or an alias.</param>
/// <param name="Descending">DESC was said.</param>
/// <param name="NullsLast">NULLS LAST was said; nulls stand first otherwise, in both directions.</param>
internal readonly record struct OrderItem(SoqlTerm Term, bool Descending, bool NullsLast);

internal enum GroupKind : byte
{
    Plain,
    Rollup,
    Cube,
}

/// <summary>What FOR VIEW and FOR REFERENCE set in the rows they return.</summary>
internal enum ViewMark : byte
{
    None,
    View,
    Reference,
}
