using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Campaigns;

namespace SfMarketo.Harness.Expectations;

/// <summary>The campaign requests that somebody made, in order: what only the way there delivered once more is left out.</summary>
/// <remarks>
/// Marketo's trigger call has no key, so that no client can make its second arrival harmless: that is no client's doing. A second arrival whose first was
/// not executed counts, because it is what came of the request.
/// </remarks>
internal sealed class AskedCampaigns(MarketoInstance marketo)
{
    private IReadOnlyList<CampaignRequest> requests = [];
    private int seen;
    private bool anyAgain;

    public IReadOnlyList<CampaignRequest> Requests
    {
        get
        {
            var all = marketo.CampaignRequests;
            if (seen < all.Count)
            {
                for (; seen < all.Count; seen++)
                {
                    anyAgain |= all[seen].Again;
                }

                requests = anyAgain ? WithoutAgain(all) : all;
            }

            return requests;
        }
    }

    /// <param name="all">In order of time.</param>
    public static IReadOnlyList<CampaignRequest> WithoutAgain(IReadOnlyList<CampaignRequest> all)
    {
        var known = all.Where(request => !request.Again).Select(Subject).ToHashSet();
        return [.. all.Where(request => !request.Again || known.Add(Subject(request)))];

        static (int, int) Subject(CampaignRequest request) => (request.CampaignId, request.PersonId);
    }
}
