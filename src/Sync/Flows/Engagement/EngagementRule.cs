namespace SfMarketo.Sync.Flows.Engagement;

/// <summary>What becomes of one type of Marketo activity.</summary>
/// <param name="Type">The type's name in <c>activities/types.json</c>, such as <c>Fill Out Form</c>: ids differ between instances.</param>
/// <param name="Mode">Which of them become Tasks.</param>
/// <param name="Words">What a Task's subject says of it, such as "Filled out form".</param>
public sealed record EngagementRule(string Type, EngagementMode Mode, string Words);
