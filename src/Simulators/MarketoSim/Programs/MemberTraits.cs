namespace SfMarketo.MarketoSim.Programs;

/// <summary>What the schema says of a member field beyond its type.</summary>
internal sealed record MemberTraits
{
    public static MemberTraits Standard { get; } = new();

    public string Description { get; init; } = "";

    public bool IsHidden { get; init; }

    public bool IsHtmlEncodingInEmail { get; init; } = true;

    public bool IsSensitive { get; init; }

    public bool IsApiCreated { get; init; }
}
