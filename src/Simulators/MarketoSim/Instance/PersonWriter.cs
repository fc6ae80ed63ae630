using System.Globalization;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>Creates and changes people: the row, its commit and its activities in one place, whoever does it.</summary>
internal sealed class PersonWriter(MarketoStore store, PersonSchema schema, Recorder recorder)
{
    private readonly List<FieldChange> changes = [];
    private long formattedSecond = -1;
    private string formatted = "";

    public PersonRow Create(ReadOnlySpan<FieldValue> fields, in ChangeContext context)
    {
        var id = store.People.NextId;
        var values = schema.NewValues();
        var changed = new List<FieldChange>(fields.Length);
        foreach (var (field, value) in fields)
        {
            values[field.Number] = value;
            if (value is not null)
            {
                changed.Add(new FieldChange(field.Name, null, value));
            }
        }

        var now = Text(context.At);
        values[schema.Id.Number] = Boxes.Of(id);
        values[schema.CreatedAt.Number] = now;
        values[schema.UpdatedAt.Number] = now;
        var row = new PersonRow(id, values)
        {
            Version = recorder.Commit(context.Call, context.At, "Person", IdText(id), "create", context.Actor, context.Cause, changed),
            CreatedByCall = context.Call,
            CreatedAt = context.At,
            ChangedAt = context.At,
        };
        store.People.Add(row);
        store.Activities.Append(new ActivityEntry(context.At, id, ActivityTypes.NewLead, id, context.CampaignId, NameOf(row), [now[..10], context.Source]));
        return row;
    }

    /// <summary>Sets fields; the same row when nothing changes by it: then there is no commit and no activity either.</summary>
    /// <param name="row">The person as it is.</param>
    /// <param name="fields">What to set.</param>
    /// <param name="context">Who does it.</param>
    /// <param name="scoreStep">A score change is one of a Change Score step (22), not of a plain write (13).</param>
    public PersonRow Update(PersonRow row, ReadOnlySpan<FieldValue> fields, in ChangeContext context, bool scoreStep = false)
    {
        object?[]? values = null;
        changes.Clear();
        var standard = false;
        foreach (var (field, value) in fields)
        {
            var was = (values ?? row.Values)[field.Number];
            if (Equals(was, value) || field.ReadOnly)
            {
                continue;
            }

            values ??= [.. row.Values];
            values[field.Number] = value;
            standard |= !field.Custom;
            changes.Add(new FieldChange(field.Name, was, value));
            store.Activities.Append(scoreStep && field.Type == PersonFieldType.Score
                ? ScoreActivity(row.Id, field, was, value, context)
                : new ActivityEntry(context.At, row.Id, ActivityTypes.ChangeDataValue, field.Id, context.CampaignId, field.DisplayName, [Wire(value), Wire(was), context.Reason, context.Source]));
        }

        if (values is null)
        {
            return row;
        }

        if (standard)
        {
            values[schema.UpdatedAt.Number] = Text(context.At);
        }

        var after = new PersonRow(row.Id, values)
        {
            Version = recorder.Commit(context.Call, context.At, "Person", IdText(row.Id), "update", context.Actor, context.Cause, [.. changes]),
            CreatedByCall = row.CreatedByCall,
            CreatedAt = row.CreatedAt,
            ChangedAt = context.At,
        };
        store.People.Replace(row, after);
        return after;
    }

    public void Delete(PersonRow row, in ChangeContext context)
    {
        End(row, "delete", 0, context);
        store.Activities.Append(new ActivityEntry(context.At, row.Id, ActivityTypes.DeleteLead, row.Id, context.CampaignId, NameOf(row), []));
    }

    /// <summary>The winner keeps its values and takes the loser's where it has none; the loser's id is gone.</summary>
    public void Merge(PersonRow winner, PersonRow loser, in ChangeContext context)
    {
        End(loser, "merge", winner.Id, context);
        var taken = new List<FieldValue>();
        foreach (var field in schema.Fields)
        {
            if (!field.ReadOnly && winner.Values[field.Number] is null && loser.Values[field.Number] is { } value)
            {
                taken.Add(new FieldValue(field, value));
            }
        }

        store.Activities.Append(new ActivityEntry(context.At, loser.Id, ActivityTypes.DeleteLead, loser.Id, context.CampaignId, NameOf(loser), []));
        store.Activities.Append(new ActivityEntry(context.At, winner.Id, ActivityTypes.MergeLeads, winner.Id, context.CampaignId, NameOf(winner),
            [IdText(loser.Id), string.Join(',', taken.Select(value => value.Field.Name))]));
        Update(winner, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(taken), context);
        store.Members.Move(loser.Id, winner.Id);
        store.Lists.Move(loser.Id, winner.Id);
    }

    /// <summary>The person's name as the activity log shows it.</summary>
    public string? NameOf(PersonRow row)
    {
        var first = row.Values[schema.FirstName.Number] as string;
        var last = row.Values[schema.LastName.Number] as string;
        return first is null ? last : last is null ? first : first + " " + last;
    }

    public static string IdText(int id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>A value as the change log shows it: text.</summary>
    public static string? Wire(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static ActivityEntry ScoreActivity(int id, PersonField field, object? was, object? value, in ChangeContext context)
    {
        var step = (value as int? ?? 0) - (was as int? ?? 0);
        return new ActivityEntry(context.At, id, ActivityTypes.ChangeScore, field.Id, context.CampaignId, field.DisplayName,
            [step.ToString("+0;-0;0", CultureInfo.InvariantCulture), Wire(value), Wire(was), context.Reason, field.DisplayName]);
    }

    private void End(PersonRow row, string op, int mergedInto, in ChangeContext context)
    {
        IReadOnlyList<FieldChange> fields = mergedInto == 0 ? [] : [new FieldChange("mergedInto", null, mergedInto)];
        store.People.Replace(row, new PersonRow(row.Id, row.Values)
        {
            Version = recorder.Commit(context.Call, context.At, "Person", IdText(row.Id), op, context.Actor, context.Cause, fields),
            CreatedByCall = row.CreatedByCall,
            CreatedAt = row.CreatedAt,
            ChangedAt = context.At,
            IsLive = false,
            MergedInto = mergedInto,
        });
        if (mergedInto == 0)
        {
            store.Members.RemovePerson(row.Id);
            store.Lists.RemovePerson(row.Id);
        }
    }

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
