using System.Text;
using NodaTime;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.Engagement;

/// <summary>Which activities become Tasks, and what those say. Pure.</summary>
/// <remarks>The seed's use case 4; engine.md R12, practice.md section 2.</remarks>
internal sealed class EngagementFlow(EngagementSettings settings)
{
    /// <summary>External id on Task that holds the activity's <c>marketoGUID</c>.</summary>
    public const string KeyField = "MarketoGuid__c";

    private const int MostSubject = 255;

    /// <summary>What can be said of an activity before anything is known of its person; null: more must be known.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="goLive">When the state file was first used, microseconds.</param>
    public EngagementOutcome? Screen(EngagementActivity activity, long goLive)
    {
        if (settings.RuleOf(activity.Type) is not { Mode: not EngagementMode.Off })
        {
            return EngagementOutcome.Off;
        }

        // Activities have whole seconds: one of the first second is not from before.
        return activity.IsBot ? EngagementOutcome.Bot : activity.At < goLive - goLive % 1_000_000 ? EngagementOutcome.BeforeGoLive : null;
    }

    /// <summary>What a linked person's activity asks for.</summary>
    /// <param name="activity">One that <see cref="Screen"/> let pass.</param>
    /// <param name="zone">The time zone of the Task's owner.</param>
    /// <param name="dayOf">What the person's day (its date is given) holds for this activity.</param>
    public EngagementDecision Decide(EngagementActivity activity, DateTimeZone zone, Func<string, PersonDay> dayOf)
    {
        var date = OwnerDay.Of(activity.At, zone);
        if (settings.RuleOf(activity.Type) is not { Mode: not EngagementMode.Off } rule)
        {
            return new EngagementDecision(EngagementOutcome.Off, date);
        }

        var day = dayOf(date);
        var full = day.Taken >= settings.TasksPerPersonAndDay;
        if (rule.Mode == EngagementMode.DailyDigest)
        {
            return new EngagementDecision(full && !day.HasDigest ? EngagementOutcome.OverCap : EngagementOutcome.Digest, date);
        }

        if (rule.Mode == EngagementMode.FirstPerAssetAndDay && day.HasAsset)
        {
            return new EngagementDecision(EngagementOutcome.NotFirst, date);
        }

        return full ? new EngagementDecision(EngagementOutcome.OverCap, date) : new EngagementDecision(EngagementOutcome.Task, date, Task(activity, rule, date));
    }

    /// <summary>The key of a person's digest: a retry and a late activity meet the same Task.</summary>
    public static string DigestKey(int personId, string day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"digest:{personId}:{day}");

    /// <summary>True for the Task of a day.</summary>
    public static bool IsDigest(FieldBag task) => task[KeyField].ToString().StartsWith("digest:", StringComparison.Ordinal);

    /// <summary>The Task that tells of a day, without WhoId and OwnerId.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="day">The owner's day.</param>
    /// <param name="counts">Activities by type name.</param>
    public FieldBag Digest(int personId, string day, IReadOnlyList<(string Type, long Count)> counts)
    {
        var words = string.Join(", ", counts.Select(count => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count.Count} x {settings.RuleOf(count.Type)?.Words ?? count.Type}")));
        return Fields(DigestKey(personId, day), settings.DigestTemplate.Replace("{counts}", words, StringComparison.Ordinal), day, "Day: " + day + "\n" + words.Replace(", ", "\n", StringComparison.Ordinal));
    }

    private FieldBag Task(EngagementActivity activity, EngagementRule rule, string day)
    {
        var asset = activity.Asset ?? activity.AssetId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
        var subject = settings.SubjectTemplate.Replace("{activity}", rule.Words, StringComparison.Ordinal).Replace("{asset}", asset, StringComparison.Ordinal);
        return Fields(activity.Guid, subject.TrimEnd(' ', ':'), day, Description(activity));
    }

    private FieldBag Fields(string key, string subject, string day, string description)
    {
        var task = new FieldBag(12)
        {
            { KeyField, key }, { "Subject", Cut(subject) }, { "Status", "Completed" }, { "Priority", "Normal" }, { "TaskSubtype", "Task" }, { "ActivityDate", day }, { "Description", description },
        };
        if (settings.TaskType is { } type)
        {
            task.Set("Type", type);
        }

        return task;
    }

    private static string Description(EngagementActivity activity)
    {
        var text = new StringBuilder();
        if (activity.Link is { } link)
        {
            text.Append("Link: ").Append(link).Append('\n');
        }

        if (activity.Program is { } program)
        {
            text.Append("Program: ").Append(program).Append('\n');
        }

        if (activity.Campaign is { } campaign)
        {
            text.Append("Campaign: ").Append(campaign).Append('\n');
        }

        return text.Append("Time: ").Append(WireTime.Seconds(Micros.ToInstant(activity.At))).ToString();
    }

    private static string Cut(string subject)
    {
        if (subject.Length <= MostSubject)
        {
            return subject;
        }

        return subject[..(char.IsHighSurrogate(subject[MostSubject - 1]) ? MostSubject - 1 : MostSubject)];
    }
}
