namespace SfMarketo.MarketoSim.Activities.Custom;

/// <summary>A draft or the live version of a custom activity type.</summary>
internal sealed record CustomVersion(string Name, string TriggerName, string FilterName, CustomAttribute Primary)
{
    public string? Description { get; init; }

    /// <summary>The secondary attributes, in the order of their making.</summary>
    public IReadOnlyList<CustomAttribute> Attributes { get; init; } = [];

    public CustomAttribute? Find(string apiName) => Attributes.FirstOrDefault(attribute => attribute.ApiName == apiName);
}
