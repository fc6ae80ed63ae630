using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>A workflow rule with field updates and outbound messages.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Name">Cause of its commits.</param>
/// <param name="Object">The object.</param>
/// <param name="Active">It runs.</param>
/// <param name="Trigger">When it looks.</param>
/// <param name="Condition">A formula; null holds always.</param>
/// <param name="Updates">Field updates, in order.</param>
/// <param name="Messages">Names of outbound messages of the same object.</param>
public sealed record WorkflowRuleMetadata(
    string Place, string Name, string Object, bool Active, WorkflowTriggerType Trigger, string? Condition, IReadOnlyList<FieldUpdateMetadata> Updates, IReadOnlyList<string> Messages);
