namespace SfMarketo.Sync.Pacing;

/// <summary>What the daily ledger says to one more call.</summary>
internal enum Admission
{
    Refused,
    Granted,

    /// <summary>The quota is spent, but it is time to ask whether it still is.</summary>
    Probe,
}
