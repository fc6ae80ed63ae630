namespace SfMarketo.Sync.Sources.OutboundMessages;

/// <summary>The message must not be acknowledged.</summary>
internal sealed class OutboundRefusedException(OutboundRefusal reason, string message) : Exception(message)
{
    public OutboundRefusal Reason { get; } = reason;
}
