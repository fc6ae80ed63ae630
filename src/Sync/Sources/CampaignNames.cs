using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Sources;

/// <summary>Names of smart campaigns and their programs by the campaign ids of activities. Best effort: without an answer the id has to do.</summary>
internal sealed class CampaignNames(MarketoClient client, TimeProvider time)
{
    /// <summary>An id that is not known yet makes the list be asked for again, but not more often than this.</summary>
    private static readonly TimeSpan AskedAtMost = TimeSpan.FromHours(1);

    private readonly Dictionary<int, Campaign> known = [];
    private long? askedAt;

    public async ValueTask<Campaign?> FindAsync(int? campaignId, CancellationToken cancellationToken)
    {
        if (campaignId is not { } id)
        {
            return null;
        }

        if (!known.ContainsKey(id) && (askedAt is not { } asked || time.NowMicros() - asked >= Micros.Of(AskedAtMost)))
        {
            askedAt = time.NowMicros();
            var result = await client.GetCampaignsAsync(name: null, Lane.Activities, cancellationToken);
            if (result.TryGetValue(out var campaigns, out _))
            {
                foreach (var campaign in campaigns)
                {
                    known[campaign.Id] = campaign;
                }
            }
        }

        return known.GetValueOrDefault(id);
    }
}
