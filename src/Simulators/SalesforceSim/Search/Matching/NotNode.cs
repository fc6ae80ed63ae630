using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Search.Matching;

/// <summary>None of it.</summary>
internal sealed class NotNode(SearchNode inner) : SearchNode
{
    public override bool Matches(SRow row, IReadOnlyList<SField> fields) => !inner.Matches(row, fields);
}
