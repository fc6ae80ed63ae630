using SfMarketo.Kernel.Storage;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Who has run through which smart campaign, first and last when.</summary>
internal sealed class CampaignMembers
{
    private readonly SortedDictionary<int, ForkableMap<int, (long First, long Last)>> campaigns;

    public CampaignMembers() => campaigns = [];

    private CampaignMembers(CampaignMembers other) => campaigns = new(other.campaigns.ToDictionary(campaign => campaign.Key, campaign => campaign.Value.Fork()));

    /// <summary>Notes a run.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="personId">The person.</param>
    /// <param name="at">Microseconds since 1970 UTC.</param>
    public void Add(int campaignId, int personId, long at)
    {
        if (!campaigns.TryGetValue(campaignId, out var members))
        {
            campaigns.Add(campaignId, members = new());
        }

        members.Set(personId, (members.TryGetValue(personId, out var before) ? before.First : at, at));
    }

    /// <summary>A person's campaigns by id, with the instants of the first and the last run.</summary>
    public IEnumerable<(int Campaign, long First, long Last)> Of(int personId)
    {
        foreach (var (campaign, members) in campaigns)
        {
            if (members.TryGetValue(personId, out var runs))
            {
                yield return (campaign, runs.First, runs.Last);
            }
        }
    }

    /// <summary>After a merge: the loser's campaigns are the winner's too.</summary>
    public void Move(int loser, int winner)
    {
        foreach (var members in campaigns.Values)
        {
            if (members.Remove(loser, out var runs))
            {
                members.Set(winner, members.TryGetValue(winner, out var own) ? (Math.Min(own.First, runs.First), Math.Max(own.Last, runs.Last)) : runs);
            }
        }
    }

    public CampaignMembers Fork() => new(this);
}
