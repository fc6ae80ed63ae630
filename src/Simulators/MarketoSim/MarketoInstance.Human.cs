using System.Globalization;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim;

/// <content>What people do at Marketo's own screens. No call, no limit; commits carry <see cref="Actor.Human"/> and the action's name as cause.</content>
public sealed partial class MarketoInstance
{
    /// <summary>Creates a person, also when the e-mail is taken: the screens do not dedupe.</summary>
    /// <param name="fields">REST names and values: null, text, whole or decimal numbers, flags; dates as text.</param>
    /// <param name="cause">Name of the action.</param>
    /// <returns>The new id.</returns>
    /// <exception cref="ArgumentException">A field is unknown, read-only, or does not take its value.</exception>
    public int CreatePerson(IReadOnlyList<KeyValuePair<string, object?>> fields, string cause)
    {
        ArgumentNullException.ThrowIfNull(fields);
        lock (Gate)
        {
            return Writer.Create(Convert(fields), ChangeContext.Human(NowMicros, cause)).Id;
        }
    }

    /// <summary>Changes a person. Writes Change Data Value (13) for each field that changes, or Change Score (22) for leadScore when the cause is <c>score</c>.</summary>
    /// <returns>False when the person does not live or nothing changed.</returns>
    /// <exception cref="ArgumentException">A field is unknown, read-only, or does not take its value.</exception>
    public bool UpdatePerson(int id, IReadOnlyList<KeyValuePair<string, object?>> fields, string cause)
    {
        ArgumentNullException.ThrowIfNull(fields);
        lock (Gate)
        {
            return Store.People.FindLive(id) is { } row
                && Writer.Update(row, Convert(fields), ChangeContext.Human(NowMicros, cause), scoreStep: cause == "score") != row;
        }
    }

    /// <returns>False when the person does not live.</returns>
    public bool DeletePerson(int id, string cause)
    {
        lock (Gate)
        {
            if (Store.People.FindLive(id) is not { } row)
            {
                return false;
            }

            Writer.Delete(row, ChangeContext.Human(NowMicros, cause));
            return true;
        }
    }

    /// <summary>Merges two people: the winner keeps its values and takes the loser's where it has none; memberships and activities move to it.</summary>
    /// <returns>False when one of them does not live or both are the same.</returns>
    public bool MergePeople(int winner, int loser, string cause)
    {
        lock (Gate)
        {
            if (winner == loser || Store.People.FindLive(winner) is not { } kept || Store.People.FindLive(loser) is not { } lost)
            {
                return false;
            }

            Writer.Merge(kept, lost, ChangeContext.Human(NowMicros, cause));
            return true;
        }
    }

    /// <summary>Writes an Interesting Moment (46).</summary>
    /// <param name="id">The person.</param>
    /// <param name="type">Milestone, Email, Web, ...: the primary attribute.</param>
    /// <param name="description">What happened, in words.</param>
    /// <returns>The activity's id, or null when the person does not live.</returns>
    public long? AddInterestingMoment(int id, string type, string description)
    {
        lock (Gate)
        {
            return Log(id, ActivityTypes.Find(ActivityTypes.InterestingMoment)!, 0, type, [type, "Marketo", WireTime.Format(NowMicros), description]);
        }
    }

    /// <summary>Writes any activity: an open, a click, a form fill.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="typeName">A type of <c>activities/types.json</c> by name.</param>
    /// <param name="primaryAttributeValueId">Id of the mailing, form, page, ...</param>
    /// <param name="primaryAttributeValue">Its name.</param>
    /// <param name="attributes">The type's attributes by name; those left out have no value.</param>
    /// <returns>The activity's id, or null when the person does not live.</returns>
    /// <exception cref="ArgumentException">There is no such type, or it has no such attribute.</exception>
    public long? LogActivity(int personId, string typeName, int primaryAttributeValueId, string primaryAttributeValue, IReadOnlyList<KeyValuePair<string, object?>> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        var type = ActivityTypes.Find(typeName) ?? throw new ArgumentException($"Marketo has no activity type '{typeName}'.", nameof(typeName));
        var values = new object?[type.Attributes.Length];
        foreach (var (name, value) in attributes)
        {
            var place = Array.IndexOf(type.Attributes, name);
            values[place >= 0 ? place : throw new ArgumentException($"Activity type '{typeName}' has no attribute '{name}'.", nameof(attributes))] = value;
        }

        lock (Gate)
        {
            return Log(personId, type, primaryAttributeValueId, primaryAttributeValue, values);
        }
    }

    /// <summary>Runs a campaign for some people, as its schedule or a click on Run Once would; dead people are left out.</summary>
    /// <exception cref="ArgumentException">There is no such campaign.</exception>
    public void RunCampaign(int campaignId, IReadOnlyList<int> personIds)
    {
        ArgumentNullException.ThrowIfNull(personIds);
        lock (Gate)
        {
            var campaign = Assets.FindCampaign(campaignId) ?? throw new ArgumentException($"There is no campaign {campaignId}.", nameof(campaignId));
            foreach (var personId in personIds)
            {
                Campaigns.Run(campaign, personId, 0, NowMicros);
            }
        }
    }

    /// <summary>Puts a person into a program's status, or moves it forward.</summary>
    /// <returns>False when the person does not live, or is at that step or past it.</returns>
    /// <exception cref="ArgumentException">There is no such program or status.</exception>
    public bool SetProgramStatus(int programId, int personId, string statusName, string cause)
    {
        lock (Gate)
        {
            var program = Assets.FindProgram(programId) ?? throw new ArgumentException($"There is no program {programId}.", nameof(programId));
            var status = Assets.FindStatus(program, statusName) ?? throw new ArgumentException($"Program {programId} has no status '{statusName}'.", nameof(statusName));
            return Store.People.FindLive(personId) is not null
                && MemberWriter.SetStatus(program, personId, status, ChangeContext.Human(NowMicros, cause)) != MemberOutcome.NotForward;
        }
    }

    /// <summary>Spends calls of the day as another user of the instance would, up to the limit. The window is not touched.</summary>
    /// <param name="calls">How many.</param>
    /// <param name="user">Whose they are on the usage page.</param>
    public void SpendCalls(int calls, string user = "neighbour@example.invalid")
    {
        lock (Gate)
        {
            limits.Spend(NowMicros, calls);
            usage.Count(limits.Today(NowMicros), user, calls);
        }
    }

    /// <summary>Ends all access tokens now: their next use is answered with 602, later uses with 601.</summary>
    public void ExpireTokens()
    {
        lock (Gate)
        {
            Tokens.ExpireAll(NowMicros);
        }
    }

    private long? Log(int personId, ActivityType type, int primaryId, string primary, object?[] values)
    {
        if (Store.People.FindLive(personId) is null)
        {
            return null;
        }

        Store.Activities.Append(new ActivityEntry(NowMicros, personId, type.Id, primaryId, 0, primary, values));
        return ActivityLog.IdOf(Store.Activities.Count - 1);
    }

    private FieldValue[] Convert(IReadOnlyList<KeyValuePair<string, object?>> fields)
    {
        var converted = new FieldValue[fields.Count];
        for (var place = 0; place < converted.Length; place++)
        {
            converted[place] = Convert(fields[place].Key, fields[place].Value);
        }

        return converted;
    }

    internal FieldValue Convert(string name, object? value)
    {
        var field = Schema.Find(name) ?? throw new ArgumentException($"Marketo people have no field '{name}'.", nameof(name));
        if (field.ReadOnly)
        {
            throw new ArgumentException($"The field '{name}' is kept by Marketo itself.", nameof(name));
        }

        MarketoError? problem = null;
        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        var own = value is bool flag ? Boxes.Of(flag) : Reader.FromText(text, field, out problem);
        return problem is { } error ? throw new ArgumentException($"The field '{name}': {error.Message}", nameof(value)) : new FieldValue(field, own);
    }
}
