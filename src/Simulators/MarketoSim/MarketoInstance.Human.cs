using System.Globalization;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim;

/// <content>What people do with people at Marketo's own screens. No call, no limit; commits carry <see cref="Actor.Human"/> and the action's name as cause.</content>
public sealed partial class MarketoInstance
{
    /// <summary>Creates a person, also when the e-mail is taken: the screens do not dedupe.</summary>
    /// <param name="fields">REST names and values: null, text, whole or decimal numbers, flags; dates as text.</param>
    /// <param name="cause">Name of the action.</param>
    /// <returns>The new id.</returns>
    /// <exception cref="ArgumentException">A field is unknown, read-only, or does not take its value; or there is no company of that key.</exception>
    public int CreatePerson(IReadOnlyList<KeyValuePair<string, object?>> fields, string cause)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return Act("Person", cause, () => Writer.Create(Convert(fields), ChangeContext.Human(NowMicros, cause)).Id);
    }

    /// <summary>Changes a person. Writes Change Data Value (13) for each field that changes, or Change Score (22) for leadScore when the cause is <c>score</c>.</summary>
    /// <remarks>Company fields of a linked person change its company, and so all people of it.</remarks>
    /// <returns>False when the person does not live or nothing changed.</returns>
    /// <exception cref="ArgumentException">A field is unknown, read-only, or does not take its value; or there is no company of that key.</exception>
    public bool UpdatePerson(int id, IReadOnlyList<KeyValuePair<string, object?>> fields, string cause)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return Act("Person", cause, () => Store.People.FindLive(id) is { } row
            && Writer.Update(row, Convert(fields), ChangeContext.Human(NowMicros, cause), scoreStep: cause == "score") != row);
    }

    /// <returns>False when the person does not live.</returns>
    public bool DeletePerson(int id, string cause) => Act("Person", cause, () =>
    {
        if (Store.People.FindLive(id) is not { } row)
        {
            return false;
        }

        Writer.Delete(row, ChangeContext.Human(NowMicros, cause));
        return true;
    });

    /// <summary>Merges two people: the winner keeps its values and takes the loser's where it has none; memberships, lists, company and activities move to it.</summary>
    /// <returns>False when one of them does not live or both are the same.</returns>
    public bool MergePeople(int winner, int loser, string cause) => Act("Person", cause, () =>
    {
        if (winner == loser || Store.People.FindLive(winner) is not { } kept || Store.People.FindLive(loser) is not { } lost)
        {
            return false;
        }

        Merging.Merge(kept, [lost], ChangeContext.Human(NowMicros, cause));
        return true;
    });

    /// <summary>Writes an Interesting Moment (46).</summary>
    /// <param name="id">The person.</param>
    /// <param name="type">Milestone, Email, Web, ...: the primary attribute.</param>
    /// <param name="description">What happened, in words.</param>
    /// <returns>The activity's id, or null when the person does not live.</returns>
    public long? AddInterestingMoment(int id, string type, string description) => Act<long?>("Activity", "interestingMoment", () =>
        Store.People.FindLive(id) is null ? null : Engagement.InterestingMoment(id, type, description, ChangeContext.Human(NowMicros, "interestingMoment")));

    /// <summary>Writes any activity, without what Marketo would do about it: no campaign starts, no field changes.</summary>
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

        return Act<long?>("Activity", "logActivity", () =>
        {
            if (Store.People.FindLive(personId) is null)
            {
                return null;
            }

            Store.Activities.Append(new ActivityEntry(NowMicros, personId, type.Id, primaryAttributeValueId, 0, primaryAttributeValue, values));
            return ActivityLog.IdOf(Store.Activities.Count - 1);
        });
    }

    /// <summary>One action: what is due runs before it, what it starts runs after it.</summary>
    /// <param name="object">What it is done to: the object of its commits.</param>
    /// <param name="cause">Name of the action.</param>
    /// <param name="action">Does it.</param>
    private T Act<T>(string @object, string cause, Func<T> action)
    {
        lock (Gate)
        {
            var now = NowMicros;
            Due.Run(now);
            using var conditions = Store.Conditions.During(Faults.LatenessOf(@object, cause, now), Faults.SkewAt(now));
            var done = action();
            Campaigns.Settle();
            return done;
        }
    }

    /// <summary>Something that the instance began itself ends now, outside of any call: the answer of a webhook.</summary>
    internal void Later(string cause, Action<long> action) => Act("Person", cause, () =>
    {
        action(NowMicros);
        return true;
    });

    private FieldValue[] Convert(IReadOnlyList<KeyValuePair<string, object?>> fields)
    {
        var converted = new FieldValue[fields.Count];
        for (var place = 0; place < converted.Length; place++)
        {
            converted[place] = Convert(fields[place].Key, fields[place].Value);
        }

        return converted;
    }

    /// <exception cref="ArgumentException">The field is unknown, read-only, or does not take the value; or there is no company of that key.</exception>
    internal FieldValue Convert(string name, object? value)
    {
        var field = FieldOf(name);
        if (field.ReadOnly)
        {
            throw new ArgumentException($"The field '{name}' is kept by Marketo itself.", nameof(name));
        }

        if (field == Schema.ExternalCompanyId && value is string key && key.Length > 0 && Store.Companies.Find(key) is null
            && Options.Switches.LeadUnknownCompany != SfMarketo.MarketoSim.Options.UnknownCompany.Create)
        {
            throw new ArgumentException($"There is no company '{key}'.", nameof(value));
        }

        return new FieldValue(field, ValueOf(field, value));
    }

    /// <exception cref="ArgumentException">People have no such field.</exception>
    internal PersonField FieldOf(string name) => Schema.Find(name) ?? throw new ArgumentException($"Marketo people have no field '{name}'.", nameof(name));

    /// <exception cref="ArgumentException">The field does not take the value.</exception>
    internal object? ValueOf(PersonField field, object? value)
    {
        MarketoError? problem = null;
        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        var own = value is bool flag ? Boxes.Of(flag) : Reader.FromText(text, field, out problem);
        return problem is { } error ? throw new ArgumentException($"The field '{field.Name}': {error.Message}", nameof(value)) : own;
    }
}
