using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Sources;

/// <summary>Ids of activity types by name: they vary by instance, so they are asked, once (marketo.md 6.1).</summary>
internal sealed class ActivityTypeDirectory(MarketoClient client)
{
    private ActivityTypeIds? known;

    public async Task<CallResult<ActivityTypeIds>> GetAsync(CancellationToken cancellationToken)
    {
        if (known is { } ids)
        {
            return ids;
        }

        var result = await client.GetActivityTypesAsync(Lane.Mql, cancellationToken);
        if (!result.TryGetValue(out var types, out var failure))
        {
            return failure;
        }

        int? Find(string name)
        {
            foreach (var type in types)
            {
                if (type.Name == name)
                {
                    return type.Id;
                }
            }

            return null;
        }

        if (Find("Change Score") is not { } score || Find("Interesting Moment") is not { } moment || Find("Request Campaign") is not { } request)
        {
            return new CallFailure("marketo", "activity-types", "The instance does not list the activity types Change Score, Interesting Moment and Request Campaign.", ErrorAction.StopInstance, 200);
        }

        known = new ActivityTypeIds(score, moment, request);
        return known.Value;
    }
}

internal readonly record struct ActivityTypeIds(int ChangeScore, int InterestingMoment, int RequestCampaign);
