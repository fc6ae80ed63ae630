using System.Text.Json;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>An activity type as <c>activities/types.json</c> shows it.</summary>
internal sealed class ActivityType(int id, string name, string? primary, string primaryType, string[] attributes)
{
    public int Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>Name of the primary attribute, or null.</summary>
    public string? Primary { get; } = primary;

    public string PrimaryType { get; } = primaryType;

    public string[] Attributes { get; } = attributes;

    public JsonEncodedText[] EncodedAttributes { get; } = [.. attributes.Select(name => JsonEncodedText.Encode(name))];
}
