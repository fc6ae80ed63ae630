namespace SfMarketo.SalesforceSim.Options;

/// <summary>A workflow rule whose actions are outbound messages (metadata type <c>WorkflowRule</c>).</summary>
public sealed record WorkflowRule
{
    public required string Name { get; init; }

    /// <summary>The object whose saves it looks at.</summary>
    public required string Object { get; init; }

    /// <summary>When it looks.</summary>
    public WorkflowTriggerType TriggerType { get; init; } = WorkflowTriggerType.OnAllChanges;

    /// <summary>A SOQL condition without WHERE, such as <c>Status = 'Qualified' AND Email != null</c>; null holds always.</summary>
    public string? Criteria { get; init; }

    /// <summary>Names of outbound messages of the same object; each is queued once for each save that fires the rule.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    public bool Active { get; init; } = true;
}

/// <summary>The vendor's evaluation modes (<c>triggerType</c>).</summary>
public enum WorkflowTriggerType
{
    /// <summary>On create, when the criteria hold.</summary>
    OnCreateOnly,

    /// <summary>On create and on every edit while the criteria hold, also when nothing relevant changed.</summary>
    OnAllChanges,

    /// <summary>On create when the criteria hold; on edit only when the row did not meet them before and does now.</summary>
    OnCreateOrTriggeringUpdate,
}
