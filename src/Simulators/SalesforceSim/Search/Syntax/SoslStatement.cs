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
