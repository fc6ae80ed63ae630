using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Search.Matching;

/// <summary>A part of a search term: what a row must hold in one of the fields.</summary>
internal abstract class SearchNode
{
    public abstract bool Matches(SRow row, IReadOnlyList<SField> fields);
}
