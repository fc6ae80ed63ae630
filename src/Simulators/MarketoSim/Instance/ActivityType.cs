using System.Text.Json;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>An activity type as <c>activities/types.json</c> shows it.</summary>
/// <param name="id">Its id.</param>
/// <param name="name">Its name, by which clients look it up.</param>
/// <param name="primary">Name of the primary attribute, or null.</param>
/// <param name="primaryType">Data type of the primary attribute.</param>
/// <param name="attributes">The other attributes: <c>Name</c>, or <c>Name:type</c> where it is no string.</param>
internal sealed class ActivityType(int id, string name, string? primary, string primaryType, string[] attributes)
{
    /// <summary>Attributes whose values seldom repeat; the log keeps each as it is.</summary>
    private static readonly string[] Unique = ["New Value", "Old Value", "Form Fields", "Date", "Description", "Details", "Email", "Merge IDs", "Query Parameters", "Referrer URL"];

    public int Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>Custom types have one.</summary>
    public string? ApiName { get; init; }

    public string? Primary { get; } = primary;

    public string PrimaryType { get; } = primaryType;

    public string? PrimaryApiName { get; init; }

    /// <summary>Whether the primary attribute's value is one of few: an asset's or a field's name, not a person's.</summary>
    public bool PrimaryRepeats { get; } = primary is not "Lead ID";

    public string[] Attributes { get; } = [.. attributes.Select(NameOf)];

    public string[] AttributeTypes { get; } = [.. attributes.Select(TypeOf)];

    /// <summary>Custom types have them, one for each attribute.</summary>
    public IReadOnlyList<string> ApiNames { get; init; } = [];

    public JsonEncodedText[] EncodedAttributes { get; } = [.. attributes.Select(text => JsonEncodedText.Encode(NameOf(text)))];

    /// <summary>For each attribute, whether its values are worth keeping once for all rows.</summary>
    public bool[] Repeats { get; } = [.. attributes.Select(text => !Unique.Contains(NameOf(text)))];

    private static string NameOf(string text) => text.LastIndexOf(':') is >= 0 and var colon ? text[..colon] : text;

    private static string TypeOf(string text) => text.LastIndexOf(':') is >= 0 and var colon ? text[(colon + 1)..] : "string";
}
