namespace SfMarketo.Sync.Pacing;

/// <summary>
/// Priority classes of Marketo calls, most urgent first. A poll uses the lane of what it feeds.
/// The first three have reserved window tokens and a reserved permit.
/// </summary>
public enum Lane
{
    Consent,
    Mql,
    Conversion,
    Suppression,
    Enrichment,
    Activities,
    Audit,
    Backfill,
}
