using SfMarketo.SalesforceSim.Search.Matching;

namespace SfMarketo.SalesforceSim.Search.Syntax;

/// <summary>A search, taken apart.</summary>
/// <param name="Term">What rows must hold.</param>
/// <param name="Group">Where they must hold it.</param>
/// <param name="Returning">Objects in order; empty for the ids of all.</param>
/// <param name="Limit">Most rows of all objects together.</param>
/// <param name="Offset">Rows of the one object that are left out.</param>
internal sealed record SoslStatement(SearchNode Term, SearchGroup Group, IReadOnlyList<SoslObject> Returning, int Limit, int Offset)
{
    /// <summary>Most rows of one search.</summary>
    public const int MostRows = 2_000;
}

/// <summary>An object of RETURNING.</summary>
/// <param name="Name">As written.</param>
/// <param name="Fields">The list as SOQL has it; <c>Id</c> when none is named.</param>
/// <param name="Where">A condition, or null.</param>
/// <param name="Rest">ORDER BY, LIMIT and OFFSET as written.</param>
internal sealed record SoslObject(string Name, string Fields, string? Where, string Rest);
