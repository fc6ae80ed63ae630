namespace SfMarketo.MarketoSim.Programs;

/// <summary>Where a member is in an engagement program.</summary>
/// <param name="StreamId">The stream.</param>
/// <param name="StreamName">Its name.</param>
/// <param name="Cadence"><c>norm</c>, or <c>paus</c> for who gets nothing now.</param>
/// <param name="Received">Ids of the e-mails that came by casts.</param>
/// <param name="IsExhausted">Has had all of the stream.</param>
public sealed record NurtureState(int StreamId, string StreamName, string Cadence, IReadOnlyList<int> Received, bool IsExhausted)
{
    public const string Normal = "norm";
    public const string Paused = "paus";
}
