using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Search.Matching;

/// <summary>Both sides.</summary>
internal sealed class AndNode(SearchNode left, SearchNode right) : SearchNode
{
    public override bool Matches(SRow row, IReadOnlyList<SField> fields) => left.Matches(row, fields) && right.Matches(row, fields);
}
