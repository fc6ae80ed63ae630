namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>What stands in SELECT, GROUP BY and ORDER BY, or left of a comparison, as written.</summary>
/// <param name="At">Where it starts.</param>
internal abstract record SoqlTerm(int At);

internal sealed record PathTerm(FieldPath Path) : SoqlTerm(Path.At);

/// <summary>A function over one term, such as <c>SUM(Amount)</c> or <c>FORMAT(MIN(CloseDate))</c>.</summary>
internal sealed record CallTerm(SoqlFunction Function, SoqlTerm Argument, int At) : SoqlTerm(At);

/// <summary><c>DISTANCE(Address, GEOLOCATION(37.7, -122.4), 'mi')</c>.</summary>
/// <param name="From">A compound field with a latitude and a longitude.</param>
/// <param name="Latitude">Of the place, degrees.</param>
/// <param name="Longitude">Of the place, degrees.</param>
/// <param name="Kilometres">The unit is <c>km</c>, not <c>mi</c>.</param>
/// <param name="At">Where it starts.</param>
internal sealed record DistanceTerm(FieldPath From, double Latitude, double Longitude, bool Kilometres, int At) : SoqlTerm(At);

/// <summary><c>FIELDS(ALL)</c> and its sisters; in SELECT only.</summary>
internal sealed record FieldsTerm(FieldsKind Kind, int At) : SoqlTerm(At);

/// <summary><c>TYPEOF What WHEN Account THEN Phone ELSE Name END</c>; in SELECT only.</summary>
internal sealed record TypeOfTerm(SoqlName Relationship, IReadOnlyList<TypeOfBranch> Branches, IReadOnlyList<FieldPath> Else, int At) : SoqlTerm(At);

internal readonly record struct TypeOfBranch(SoqlName Object, IReadOnlyList<FieldPath> Fields);

/// <summary><c>(SELECT Id FROM Contacts)</c>; in SELECT only.</summary>
internal sealed record ChildTerm(SoqlQuery Query, int At) : SoqlTerm(At);

internal enum FieldsKind : byte
{
    All,
    Standard,
    Custom,
}
