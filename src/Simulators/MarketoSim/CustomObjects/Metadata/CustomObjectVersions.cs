namespace SfMarketo.MarketoSim.CustomObjects.Metadata;

/// <summary>The two versions that a custom object type may have. At least one is there.</summary>
/// <param name="Draft">What is being changed; records do not follow it yet.</param>
/// <param name="Approved">What records follow.</param>
/// <param name="Stamps">When it was made and last changed; null for one that was there from the start.</param>
internal sealed record CustomObjectVersions(MarketoCustomObject? Draft, MarketoCustomObject? Approved, TypeStamps? Stamps)
{
    /// <summary><c>draft</c>, <c>approved</c> or <c>approvedWithDraft</c>.</summary>
    public string State => Approved is null ? "draft" : Draft is null ? "approved" : "approvedWithDraft";

    /// <summary>What a change starts from.</summary>
    public MarketoCustomObject Latest => Draft ?? Approved!;
}
