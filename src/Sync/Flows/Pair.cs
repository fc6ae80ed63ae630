using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows;

/// <summary>A linked pair as a flow sees it: what is known, and what is on its way to either side.</summary>
/// <param name="Link">With its shadow, which the flow may change.</param>
/// <param name="PendingMarketo">Person fields with a write wanted or under way; null when none.</param>
/// <param name="PendingSalesforce">Salesforce fields with a write wanted or under way; null when none.</param>
internal readonly record struct Pair(Link Link, FieldBag? PendingMarketo, FieldBag? PendingSalesforce)
{
    /// <summary>Marketo refused the last write for good: what it does not hold of the row is wanted anew with the row's next version.</summary>
    public bool RefusedByMarketo { get; init; }

    /// <summary>Salesforce refused the last write for good.</summary>
    public bool RefusedBySalesforce { get; init; }
}
