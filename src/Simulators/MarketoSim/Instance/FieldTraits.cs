namespace SfMarketo.MarketoSim.Instance;

/// <summary>What the schema says of a field beyond its type. Source: Marketo REST API, "Leads", create and update of fields, with their defaults.</summary>
internal sealed record FieldTraits
{
    public string Description { get; init; } = "";

    public bool IsHidden { get; init; }

    public bool IsHtmlEncodingInEmail { get; init; } = true;

    public bool IsSensitive { get; init; }

    public bool IsApiCreated { get; init; }
}
