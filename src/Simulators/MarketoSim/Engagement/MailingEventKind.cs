namespace SfMarketo.MarketoSim.Engagement;

/// <summary>What becomes of an e-mail.</summary>
internal enum MailingEventKind : byte
{
    Delivered,
    HardBounce,
    SoftBounce,
    Open,
    Click,
    Unsubscribe,
}
