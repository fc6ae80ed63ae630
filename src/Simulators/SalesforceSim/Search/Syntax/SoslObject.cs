namespace SfMarketo.SalesforceSim.Search.Syntax;

/// <summary>An object of RETURNING.</summary>
/// <param name="Name">As written.</param>
/// <param name="Fields">The list as SOQL has it; <c>Id</c> when none is named.</param>
/// <param name="Where">A condition, or null.</param>
/// <param name="Rest">ORDER BY, LIMIT and OFFSET as written.</param>
internal sealed record SoslObject(string Name, string Fields, string? Where, string Rest);
