using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>A child query: run once for each row of the query around it.</summary>
/// <param name="reference">The children's reference to the row.</param>
/// <param name="plan">All the rest.</param>
internal sealed class ChildPlan(SField reference, QueryPlan plan)
{
    public SField Reference => reference;

    public QueryPlan Plan => plan;

    /// <summary>The children of a row, in order.</summary>
    public List<SRow> Run(SRow parent, QueryScope scope) => plan.Run(scope, Children(parent.Id, scope), reference, parent.Id);

    // Without an index the object is read once a run, not once a parent.
    private IEnumerable<SRow> Children(string id, QueryScope scope) =>
        reference.Indexed ? scope.Store[plan.Object].FindByIndex(reference, id) : scope.ChildrenOf(plan.Object, reference, id);
}
