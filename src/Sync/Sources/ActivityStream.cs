using System.Globalization;
using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Flows.Engagement;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Sources;

/// <summary>Score steps, interesting moments and engagement, which are no lead changes: <c>activities.json</c>, types by name (practice.md 1.2).</summary>
internal sealed class ActivityStream(MarketoClient client, StateStore store, ActivityTypeDirectory types, CampaignNames campaigns, SyncSettings settings, TimeProvider time, Signals signals)
    : TokenStream(StreamName, Lane.Mql, client, store, settings, time, signals)
{
    public const string StreamName = "marketo.activities";

    public const string Score = "_score";

    public const string Moment = "_moment";

    public const string At = "_at";

    /// <summary>In the entry: true for an activity that may become a Task; the entry is then an <see cref="EngagementActivity"/>.</summary>
    public const string Engagement = "_engagement";

    protected override async Task<CallResult<StreamPage>> FetchAsync(string token, CancellationToken cancellationToken)
    {
        var known = await types.GetAsync(cancellationToken);
        if (!known.TryGetValue(out var ids, out var failure))
        {
            return failure;
        }

        var result = await Client.GetActivitiesAsync(token, ids.Polled, Lane, cancellationToken);
        if (!result.TryGetValue(out var page, out failure))
        {
            return failure;
        }

        var entries = new List<StreamEntry>(page.Rows.Count);
        foreach (var activity in page.Rows)
        {
            if (ids.EngagementOf(activity.TypeId) is { } type)
            {
                var engagement = EngagementActivity.Of(activity, type, await campaigns.FindAsync(activity.CampaignId, cancellationToken)).ToFields();
                engagement.Set(Engagement, true);
                entries.Add(new StreamEntry(activity.MarketoGuid, engagement));
                continue;
            }

            var fields = new FieldBag { { LeadChangeStream.PersonId, activity.LeadId.Value }, { At, (decimal)Micros.From(activity.ActivityDate) } };
            if (activity.TypeId == ids.ChangeScore)
            {
                fields.Set(Score, AttributeOf(activity, "New Value"));
            }
            else
            {
                fields.Set(Moment, MomentText(activity));
            }

            entries.Add(new StreamEntry(activity.MarketoGuid, fields));
        }

        return new StreamPage(entries, page.NextToken, page.More);
    }

    /// <summary>As it goes into Last_Interesting_Moment__c: type, description and day, at most 255 characters (practice.md section 2).</summary>
    private static string MomentText(Activity activity)
    {
        var description = AttributeOf(activity, "Description") ?? AttributeOf(activity, "Source") ?? "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{activity.PrimaryAttributeValue}: {description} ({activity.ActivityDate:yyyy-MM-dd})");
        return text.Length <= 255 ? text : text[..255];
    }

    private static string? AttributeOf(Activity activity, string name) => activity.Attributes[name] is { IsNull: false } value ? value.ToString() : null;
}
