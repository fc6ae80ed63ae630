namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>One person asked into one trigger campaign.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="PersonId">The person.</param>
/// <param name="At">Microseconds since 1970 UTC.</param>
/// <param name="Call">The call, as in the journal.</param>
/// <param name="Again">The way there delivered one request twice, and this is the second arrival. The vendor cannot tell; who judges the client can.</param>
public readonly record struct CampaignRequest(int CampaignId, int PersonId, long At, long Call, bool Again = false);
