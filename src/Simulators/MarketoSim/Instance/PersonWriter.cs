using System.Globalization;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>Creates and changes people: the row, its commit and its activities in one place, whoever does it.</summary>
internal sealed class PersonWriter(MarketoInstance instance)
{
    private readonly Recorder recorder = instance.Recorder;
    private readonly List<FieldChange> changes = [];

    // The log codes them at once and keeps none.
    private readonly object?[] changeAttributes = new object?[4];
    private long formattedSecond = -1;
    private string formatted = "";

    private MarketoStore Store => instance.Store;

    private PersonSchema Schema => instance.Schema;

    public PersonRow Create(ReadOnlySpan<FieldValue> fields, in ChangeContext context)
    {
        fields = instance.CompanyLinks.Divert(null, fields, context, out var joined);
        var row = Add(fields, context);
        row = joined is null ? row : instance.Store.Objects.Kinds.Company.Inherit(instance, joined, row, context);
        return instance.Options.Switches.UnsubscribeDurable ? instance.Consent.FollowCreate(row, context) : row;
    }

    /// <summary>Sets fields; the same row when nothing changes by it: then there is no commit and no activity either.</summary>
    /// <param name="row">The person as it is.</param>
    /// <param name="fields">What to set. Company fields of a linked person go to its company.</param>
    /// <param name="context">Who does it.</param>
    /// <param name="scoreStep">A score change is one of a Change Score step (22), not of a plain write (13).</param>
    public PersonRow Update(PersonRow row, ReadOnlySpan<FieldValue> fields, in ChangeContext context, bool scoreStep = false)
    {
        fields = instance.CompanyLinks.Divert(row, fields, context, out var joined);

        // The company's change may have replaced the row.
        var before = Store.People.FindLive(row.Id)!;
        var after = Set(before, fields, context, scoreStep);
        after = joined is null ? after : instance.Store.Objects.Kinds.Company.Inherit(instance, joined, after, context);
        return instance.Options.Switches.UnsubscribeDurable ? instance.Consent.FollowUpdate(before, after, fields, context) : after;
    }

    /// <summary>Shows company values on a linked person; the activity log tells of it only with sw:company.changeFanout.</summary>
    public PersonRow Inherit(PersonRow row, ReadOnlySpan<FieldValue> fields, in ChangeContext context) =>
        Set(row, fields, context, logged: instance.Options.Switches.CompanyChangeFanout);

    private PersonRow Add(ReadOnlySpan<FieldValue> fields, in ChangeContext context)
    {
        var id = Store.People.NextId;
        var values = new PersonDraft(Schema);
        changes.Clear();
        foreach (var (field, value) in fields)
        {
            values[field.Number] = value;
            if (value is not null && recorder.TakesCommits)
            {
                changes.Add(new FieldChange(field.Name, null, value));
            }
        }

        var now = Text(Store.Conditions.Shown(context.At));
        values[Schema.Id.Number] = Boxes.Of(id);
        values[Schema.CreatedAt.Number] = now;
        values[Schema.UpdatedAt.Number] = now;
        var row = new PersonRow(id, values.End())
        {
            Version = Commit(id, "create", context, ActivityLog.IdOf(Store.Activities.Count)),
            CreatedByCall = context.Call,
            CreatedAt = context.At,
            ChangedAt = Store.Conditions.Shown(context.At),
        };
        Store.People.Add(row);
        Store.Activities.Append(new ActivityEntry(context.At, id, ActivityTypes.NewLead, id, context.CampaignId, NameOf(row), [now[..10], context.Source]));
        return row;
    }

    /// <summary>Sets fields on this person alone; the same row when nothing changes by it.</summary>
    public PersonRow Set(PersonRow row, ReadOnlySpan<FieldValue> fields, in ChangeContext context, bool scoreStep = false, bool logged = true)
    {
        var values = default(PersonDraft);
        changes.Clear();
        var standard = false;
        var blocked = context.IsApi ? instance.Options.Switches.FieldBlockUpdates : "";
        var log = logged ? ActivityLog.IdOf(Store.Activities.Count) : 0;
        foreach (var (field, value) in fields)
        {
            var was = values.IsOpen ? values[field.Number] : row.Values[field.Number];
            if (Equals(was, value) || field.ReadOnly || (blocked.Length > 0 && was is not null && Options.BlockedFields.Contain(blocked, field.Name)))
            {
                continue;
            }

            values = values.IsOpen ? values : new PersonDraft(Schema, row.Values);
            values[field.Number] = value;
            standard |= !field.Custom;
            if (recorder.TakesCommits)
            {
                changes.Add(new FieldChange(field.Name, was, value));
            }

            if (!logged)
            {
                continue;
            }

            var isStep = scoreStep && field.Type == PersonFieldType.Score;
            Store.Activities.Append(isStep
                ? ScoreActivity(row.Id, field, was, value, context)
                : new ActivityEntry(context.At, row.Id, ActivityTypes.ChangeDataValue, field.Id, context.CampaignId, field.DisplayName, ChangeAttributes(value, was, context)));
            instance.Campaigns.FieldChanged(row.Id, field, value, isStep, context);
        }

        if (!values.IsOpen)
        {
            return row;
        }

        if (standard)
        {
            values[Schema.UpdatedAt.Number] = Text(Store.Conditions.Shown(context.At));
        }

        var after = new PersonRow(row.Id, values.End())
        {
            Version = Commit(row.Id, "update", context, log),
            CreatedByCall = row.CreatedByCall,
            CreatedAt = row.CreatedAt,
            ChangedAt = Store.Conditions.Shown(context.At),
        };
        Store.People.Replace(row, after);
        return after;
    }

    /// <summary>A visitor of whom only the cookie is known: no New Lead activity before a name is.</summary>
    public PersonRow AddAnonymous(string cookie, in ChangeContext context)
    {
        var id = Store.People.NextId;
        var values = new PersonDraft(Schema);
        var now = Text(Store.Conditions.Shown(context.At));
        values[Schema.Id.Number] = Boxes.Of(id);
        values[Schema.CreatedAt.Number] = now;
        values[Schema.UpdatedAt.Number] = now;
        values[Schema.IsAnonymous.Number] = Boxes.True;
        values[Schema.Cookies.Number] = cookie;
        changes.Clear();
        changes.Add(new FieldChange(Schema.IsAnonymous.Name, null, true));
        var row = new PersonRow(id, values.End())
        {
            Version = Commit(id, "create", context, 0),
            CreatedByCall = context.Call,
            CreatedAt = context.At,
            ChangedAt = Store.Conditions.Shown(context.At),
        };
        Store.People.Add(row);
        return row;
    }

    /// <summary>Moves <c>updatedAt</c> to now and changes nothing else (sw:lead.noopUpdate).</summary>
    public PersonRow Touch(PersonRow row, in ChangeContext context) => Keep(row, [new FieldValue(Schema.UpdatedAt, Text(Store.Conditions.Shown(context.At)))], context);

    /// <summary>Sets fields that Marketo itself keeps: no activity of a change, no campaign, and <c>updatedAt</c> only where it is named.</summary>
    public PersonRow Keep(PersonRow row, ReadOnlySpan<FieldValue> fields, in ChangeContext context)
    {
        var values = new PersonDraft(Schema, row.Values);
        changes.Clear();
        foreach (var (field, value) in fields)
        {
            changes.Add(new FieldChange(field.Name, values[field.Number], value));
            values[field.Number] = value;
        }

        var after = new PersonRow(row.Id, values.End())
        {
            Version = Commit(row.Id, "update", context, 0),
            CreatedByCall = row.CreatedByCall,
            CreatedAt = row.CreatedAt,
            ChangedAt = Store.Conditions.Shown(context.At),
        };
        Store.People.Replace(row, after);
        return after;
    }

    public void Delete(PersonRow row, in ChangeContext context)
    {
        End(row, "delete", 0, context);
        Store.Activities.Append(new ActivityEntry(context.At, row.Id, ActivityTypes.DeleteLead, row.Id, context.CampaignId, NameOf(row), []));
    }

    /// <summary>The person's name as the activity log shows it.</summary>
    public string? NameOf(PersonRow row)
    {
        var first = row.Values[Schema.FirstName.Number] as string;
        var last = row.Values[Schema.LastName.Number] as string;
        return first is null ? last : last is null ? first : first + " " + last;
    }

    public static string IdText(int id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>A value as the change log shows it: text.</summary>
    public static string? Wire(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        int number => Boxes.TextOf(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private object?[] ChangeAttributes(object? value, object? was, in ChangeContext context)
    {
        (changeAttributes[0], changeAttributes[1], changeAttributes[2], changeAttributes[3]) = (Wire(value), Wire(was), context.Reason, context.Source);
        return changeAttributes;
    }

    private static ActivityEntry ScoreActivity(int id, PersonField field, object? was, object? value, in ChangeContext context)
    {
        var step = (value as int? ?? 0) - (was as int? ?? 0);
        return new ActivityEntry(context.At, id, ActivityTypes.ChangeScore, field.Id, context.CampaignId, field.DisplayName,
            [step.ToString("+0;-0;0", CultureInfo.InvariantCulture), Wire(value), Wire(was), context.Reason, field.DisplayName]);
    }

    /// <summary>Ends a person: deleted, or merged into another one.</summary>
    public void End(PersonRow row, string op, int mergedInto, in ChangeContext context)
    {
        changes.Clear();
        if (mergedInto != 0)
        {
            changes.Add(new FieldChange("mergedInto", null, mergedInto));
        }

        Store.People.Replace(row, new PersonRow(row.Id, row.Values)
        {
            Version = Commit(row.Id, op, context, 0),
            CreatedByCall = row.CreatedByCall,
            CreatedAt = row.CreatedAt,
            ChangedAt = Store.Conditions.Shown(context.At),
            IsLive = false,
            MergedInto = mergedInto,
        });
        if (mergedInto == 0)
        {
            Store.Members.RemovePerson(row.Id);
            Store.Lists.RemovePerson(row.Id);
            Objects.PersonLinks.Remove(instance, row.Id, context);
        }
    }

    /// <summary>Writes the commit of <see cref="changes"/>, if anybody takes it.</summary>
    /// <returns>The person's new version.</returns>
    private long Commit(int id, string op, in ChangeContext context, long log) => recorder.TakesCommits
        ? recorder.Commit(context.Call, context.At, "Person", IdText(id), op, context.Actor, context.Cause, [.. changes], log)
        : recorder.Commit();

    /// <summary>The instant's wire form; people written in one second share it.</summary>
    private string Text(long at)
    {
        var second = at / Micros.PerSecond;
        if (second != formattedSecond)
        {
            formattedSecond = second;
            formatted = WireTime.Format(at);
        }

        return formatted;
    }
}
