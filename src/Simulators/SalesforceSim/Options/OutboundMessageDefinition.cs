namespace SfMarketo.SalesforceSim.Options;

/// <summary>An outbound message, with the names of the vendor's metadata type <c>WorkflowOutboundMessage</c>.</summary>
public sealed record OutboundMessageDefinition
{
    /// <summary>Unique in the org; workflow rules name it.</summary>
    public required string Name { get; init; }

    /// <summary>The object whose rows it carries.</summary>
    public required string Object { get; init; }

    /// <summary>Where it is sent: http or https, port 80, 443 or 1024 and up.</summary>
    public required string EndpointUrl { get; init; }

    /// <summary>Fields of the row itself, in the order of the message; Id comes first always and is not named.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The message has a session id of <see cref="IntegrationUser"/>, with which its listener may call back.</summary>
    public bool IncludeSessionId { get; init; }

    /// <summary>Username on whose behalf it is sent; null for the administrator.</summary>
    public string? IntegrationUser { get; init; }

    /// <summary>What is given up after 24 h goes to the list of failed messages, from which it can be retried for 7 days.</summary>
    public bool UseDeadLetterQueue { get; init; }

    /// <summary>In the two URLs of the message. Default 59.</summary>
    public int ApiVersion { get; init; } = 59;
}
