using SfMarketo.Sync.Flows.Engagement;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Sources;

/// <summary>Ids of activity types by name: they vary by instance, so they are asked, once (marketo.md 6.1).</summary>
internal sealed class ActivityTypeDirectory(MarketoClient client, SyncSettings settings)
{
    private ActivityTypeIds? known;

    /// <summary>Types by name whose rule is not off.</summary>
    private static IEnumerable<string> EngagementTypes(EngagementSettings? engagement) =>
        engagement is null ? [] : engagement.Rules.Where(rule => rule.Mode != EngagementMode.Off).Select(rule => rule.Type).Distinct();

    public async Task<CallResult<ActivityTypeIds>> GetAsync(CancellationToken cancellationToken)
    {
        if (known is not null)
        {
            return known;
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

        var engagement = new List<(int Id, string Name)>();
        foreach (var name in EngagementTypes(settings.Engagement))
        {
            if (Find(name) is not { } id)
            {
                return new CallFailure("marketo", "activity-types", $"The instance does not list the activity type '{name}' of the engagement rules. Correct its name, or set its rule to Off.", ErrorAction.StopInstance, 200);
            }

            engagement.Add((id, name));
        }

        var ids = new ActivityTypeIds(score, moment, request, engagement);
        if (ids.Polled.Count > MarketoClient.MaxActivityTypes)
        {
            return new CallFailure("marketo", "activity-types", $"A call names at most {MarketoClient.MaxActivityTypes} activity types: set {ids.Polled.Count - MarketoClient.MaxActivityTypes} of the engagement rules to Off.", ErrorAction.StopInstance, 200);
        }

        return known = ids;
    }
}

/// <param name="ChangeScore">Change Score.</param>
/// <param name="InterestingMoment">Interesting Moment.</param>
/// <param name="RequestCampaign">Request Campaign.</param>
/// <param name="Engagement">The types whose rule is not off.</param>
internal sealed record ActivityTypeIds(int ChangeScore, int InterestingMoment, int RequestCampaign, IReadOnlyList<(int Id, string Name)> Engagement)
{
    /// <summary>What the activities call asks for.</summary>
    public IReadOnlyList<int> Polled { get; } = [ChangeScore, InterestingMoment, .. Engagement.Select(type => type.Id)];

    /// <summary>The name of an engagement type, or null for another.</summary>
    public string? EngagementOf(int typeId)
    {
        foreach (var (id, name) in Engagement)
        {
            if (id == typeId)
            {
                return name;
            }
        }

        return null;
    }
}
