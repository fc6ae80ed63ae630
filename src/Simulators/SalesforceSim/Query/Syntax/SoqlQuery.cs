namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>A statement as written: names are not looked up yet.</summary>
/// <param name="Statement">The text, for places in errors.</param>
/// <param name="CountOnly">The list is <c>COUNT()</c> alone.</param>
/// <param name="Fields">The list otherwise, in order.</param>
/// <param name="Object">The object after FROM.</param>
/// <param name="Alias">Its alias, or null.</param>
/// <param name="Parents">Further entries of FROM: relationship paths with aliases.</param>
/// <param name="Where">Null when there is none.</param>
/// <param name="OrderBy">Empty when there is none.</param>
/// <param name="Limit">Null when there is none.</param>
/// <param name="Offset">0 when there is none.</param>
internal sealed record SoqlQuery(
    string Statement,
    bool CountOnly,
    IReadOnlyList<SelectItem> Fields,
    SoqlName Object,
    SoqlName? Alias,
    IReadOnlyList<ParentAlias> Parents,
    Condition? Where,
    IReadOnlyList<OrderItem> OrderBy,
    int? Limit,
    int Offset);

/// <summary>A name and the position of its first character.</summary>
internal readonly record struct SoqlName(string Text, int At);

/// <summary>Names joined by dots, such as <c>Account.Owner.Name</c>.</summary>
internal readonly record struct FieldPath(IReadOnlyList<SoqlName> Names)
{
    public int At => Names[0].At;

    public SoqlName Last => Names[^1];

    public string Text => string.Join('.', Names.Select(name => name.Text));
}

internal readonly record struct SelectItem(FieldPath Path, SoqlName? Alias);

/// <summary><c>FROM Contact c, c.Account a</c>: the second entry.</summary>
internal readonly record struct ParentAlias(FieldPath Path, SoqlName Alias);

/// <param name="Path">The field.</param>
/// <param name="Descending">DESC was said.</param>
/// <param name="NullsLast">NULLS LAST was said; nulls stand first otherwise, in both directions.</param>
internal readonly record struct OrderItem(FieldPath Path, bool Descending, bool NullsLast);
