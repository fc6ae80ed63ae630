using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>Creates, changes and deletes records of any kind: the row, its commit, and what its kind does about it.</summary>
internal sealed class ObjectWriter(MarketoInstance instance)
{
    /// <param name="table">The records of the kind.</param>
    /// <param name="cells">Key and values; those that only Marketo sets are left out.</param>
    /// <param name="context">Who does it.</param>
    public ObjectRow Create(ObjectTable table, ReadOnlySpan<FieldValue> cells, in ChangeContext context)
    {
        var kind = table.Kind;
        var values = new object?[kind.Fields.Length];
        kind.Complete(values);
        var changed = new List<FieldChange>();
        foreach (var (field, value) in cells)
        {
            if ((!field.ReadOnly || kind.IsKey(field)) && value is not null)
            {
                values[field.Number] = value;
                changed.Add(new FieldChange(field.Name, null, value));
            }
        }

        var now = Now(context);
        values[kind.Id.Number] = kind.IdOf(table.Count);
        values[kind.CreatedAt.Number] = now;
        values[kind.UpdatedAt.Number] = now;
        var row = new ObjectRow(table.Count, values) { Version = Commit(kind, values, "create", changed, context) };
        table.Add(row);
        kind.Follow(instance, null, row, changed, context);
        return row;
    }

    /// <summary>Sets fields; the same row when nothing changes by it: then there is no commit either.</summary>
    /// <param name="table">The records of the kind.</param>
    /// <param name="row">The record as it is.</param>
    /// <param name="cells">What to set.</param>
    /// <param name="context">Who does it.</param>
    /// <param name="kept">Marketo itself does it, and may change what clients may not.</param>
    public ObjectRow Update(ObjectTable table, ObjectRow row, ReadOnlySpan<FieldValue> cells, in ChangeContext context, bool kept = false)
    {
        var kind = table.Kind;
        object?[]? values = null;
        var changed = new List<FieldChange>();
        foreach (var (field, value) in cells)
        {
            var was = (values ?? row.Values)[field.Number];
            if ((field.ReadOnly && !kept) || Equals(was, value))
            {
                continue;
            }

            values ??= [.. row.Values];
            values[field.Number] = value;
            changed.Add(new FieldChange(field.Name, was, value));
        }

        if (values is null)
        {
            return row;
        }

        values[kind.UpdatedAt.Number] = Now(context);
        var after = new ObjectRow(row.Place, values) { Version = Commit(kind, values, "update", changed, context) };
        table.Replace(row, after);
        kind.Follow(instance, row, after, changed, context);
        return after;
    }

    public void Delete(ObjectTable table, ObjectRow row, in ChangeContext context)
    {
        var ended = new ObjectRow(row.Place, row.Values) { IsLive = false, Version = Commit(table.Kind, row.Values, "delete", [], context) };
        table.Replace(row, ended);
        table.Kind.Follow(instance, row, ended, [], context);
    }

    private string Now(in ChangeContext context) => WireTime.Format(instance.Store.Conditions.Shown(context.At));

    private long Commit(ObjectKind kind, object?[] values, string op, IReadOnlyList<FieldChange> fields, in ChangeContext context) =>
        instance.Recorder.Commit(context.Call, context.At, kind.Name.Record, PersonWriter.Wire(values[kind.Id.Number])!, op, context.Actor, context.Cause, fields);
}
