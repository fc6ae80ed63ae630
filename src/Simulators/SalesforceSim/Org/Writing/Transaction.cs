using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Row changes that are kept or undone together. All of them carry one stamp, as the vendor's do.</summary>
/// <remarks>Its own later steps see earlier ones at once; commits are recorded and the change log moves when it commits. One runs at a time, under the org's gate.</remarks>
internal sealed class Transaction(OrgStore store, Recorder recorder, long at, long call, Actor actor, string cause, string userId)
{
    private readonly List<Staged> staged = [];
    private readonly List<Action> afterCommit = [];

    public OrgStore Store { get; } = store;

    public long At { get; } = at;

    public long Call { get; } = call;

    public Actor Actor { get; } = actor;

    public string Cause { get; } = cause;

    /// <summary>The user the stamps name.</summary>
    public string UserId { get; } = userId;

    /// <summary>The stamp of all rows: whole seconds.</summary>
    public long Stamp { get; } = at - at % Micros.PerSecond;

    /// <summary>Stores a new row.</summary>
    /// <param name="type">The object.</param>
    /// <param name="values">By field number; system fields are filled in here.</param>
    public SRow Insert(SObjectType type, object?[] values)
    {
        var table = Store[type];
        var number = table.NextNumber;
        values[SystemFields.Id] = table.IdOf(number);
        values[SystemFields.CreatedDate] = Stamp;
        values[SystemFields.CreatedById] = UserId;
        Touch(values, Stamps.Modified);
        var row = new SRow(type, number, NextVersion, deleted: false, values);
        Stage(null, row, "create", Actor, Cause);
        return row;
    }

    /// <summary>Stores a new version of a row.</summary>
    /// <param name="row">The present version.</param>
    /// <param name="values">A changed copy of its values.</param>
    /// <param name="op">The commit's op.</param>
    /// <param name="rule">The rule that does it, or null for the transaction's own actor.</param>
    /// <param name="stamps">Which stamps move.</param>
    public SRow Update(SRow row, object?[] values, string op = "update", string? rule = null, Stamps stamps = Stamps.Modified)
    {
        Touch(values, stamps);
        var next = new SRow(row.Type, row.Number, NextVersion, row.Deleted, values);
        Stage(row, next, op, rule is null ? Actor : Actor.Rule, rule ?? Cause);
        return next;
    }

    /// <summary>Puts a row in the recycle bin.</summary>
    public SRow Delete(SRow row, string? rule = null)
    {
        var values = row.CopyValues();
        Touch(values, Stamps.Modified);
        if (row.Type.IsDeleted is { } field)
        {
            values[field.Number] = true;
        }

        var next = new SRow(row.Type, row.Number, NextVersion, deleted: true, values);
        Stage(row, next, "delete", rule is null ? Actor : Actor.Rule, rule ?? Cause);
        return next;
    }

    /// <summary>Records all changes and makes them visible to pollers.</summary>
    public void Commit()
    {
        foreach (var change in staged)
        {
            recorder.Commit(Call, At, change.Row.Type.Name, change.Row.Id, change.Op, change.Actor, change.Cause, change.Fields);
            Store[change.Row.Type].Publish(change.Row);
        }

        staged.Clear();
        foreach (var action in afterCommit)
        {
            action();
        }

        afterCommit.Clear();
    }

    /// <summary>Undoes all changes.</summary>
    public void Rollback()
    {
        for (var i = staged.Count - 1; i >= 0; i--)
        {
            var change = staged[i];
            Store[change.Row.Type].Restore(change.Row.Number, change.Old);
        }

        staged.Clear();
        afterCommit.Clear();
    }

    /// <summary>Runs when the transaction commits; forgotten when it rolls back.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    private long NextVersion => recorder.LastCommit + staged.Count + 1;

    private void Touch(object?[] values, Stamps stamps)
    {
        if (stamps == Stamps.Modified)
        {
            values[SystemFields.LastModifiedDate] = Stamp;
            values[SystemFields.LastModifiedById] = UserId;
        }

        if (stamps != Stamps.None)
        {
            values[SystemFields.SystemModstamp] = Stamp;
        }
    }

    private void Stage(SRow? old, SRow row, string op, Actor by, string why)
    {
        Store[row.Type].Put(row);
        staged.Add(new Staged(old, row, op, by, why, Changes(old, row)));
    }

    /// <summary>System stamps are left out: they are in every commit, which has its own instant.</summary>
    private static List<FieldChange> Changes(SRow? old, SRow row)
    {
        var changes = new List<FieldChange>();
        for (var number = SystemFields.Count; number < row.Type.Fields.Count; number++)
        {
            var (before, after) = (old?[number], row[number]);
            if (!Equals(before, after))
            {
                changes.Add(new FieldChange(row.Type.Fields[number].Name, FieldValues.ToRecord(before), FieldValues.ToRecord(after)));
            }
        }

        return changes;
    }
}
