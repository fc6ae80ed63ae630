using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org.Formulas;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Row changes that are kept or undone together. All of them carry one stamp, as the vendor's do.</summary>
/// <param name="store">The rows.</param>
/// <param name="recorder">Takes the commits.</param>
/// <param name="at">Microseconds since 1970 UTC.</param>
/// <param name="call">The call that causes it, or 0.</param>
/// <param name="actor">Who does it.</param>
/// <param name="cause">The credential or the human action's name.</param>
/// <param name="userId">The user the stamps name.</param>
/// <param name="outer">The transaction of which this one is a part: its commit hands everything to that one.</param>
/// <remarks>Its own later steps see earlier ones at once; commits are recorded and the change log moves when it commits. One runs at a time, under the org's gate.</remarks>
internal sealed class Transaction(OrgStore store, Recorder recorder, long at, long call, Actor actor, string cause, string userId, Transaction? outer = null)
{
    private readonly List<Staged> staged = [];
    private readonly List<Action> afterCommit = [];

    // One box for all stamps: a bulk job writes three into each of its rows.
    private object? stampBox;

    public OrgStore Store { get; } = store;

    public long At { get; } = at;

    public long Call { get; } = call;

    public Actor Actor { get; } = actor;

    public string Cause { get; } = cause;

    /// <summary>The user the stamps name.</summary>
    public string UserId { get; } = userId;

    /// <summary>How far the vendor's wall clock is off, microseconds.</summary>
    public long Skew { get; init; }

    /// <summary>The assignment rule that the request names by its id; null for the active one.</summary>
    public string? AssignmentRuleId { get; init; } = outer?.AssignmentRuleId;

    /// <summary>What the request says to duplicate rules.</summary>
    public DuplicateSave Duplicates { get; init; } = outer?.Duplicates ?? default;

    /// <summary>How late queries see what it commits; null for at once.</summary>
    public Lateness? Lateness { get; init; }

    /// <summary>A late commit keeps the locks of its rows and their parents until it is seen (<c>locks.lateCommits</c>).</summary>
    public bool HoldsLocks { get; init; }

    /// <summary>The stamp of all rows, by the vendor's wall clock: whole seconds.</summary>
    public long Stamp => At + Skew - (At + Skew) % Micros.PerSecond;

    /// <summary>Rows in the versions that it has made so far, in that order.</summary>
    public IEnumerable<SRow> Written => staged.Select(change => change.Row);

    /// <summary>Stores a new row.</summary>
    /// <param name="type">The object.</param>
    /// <param name="values">By field number; system fields that are empty are filled in here.</param>
    /// <param name="rule">The rule that does it, or null for the transaction's own actor.</param>
    public SRow Insert(SObjectType type, object?[] values, string? rule = null)
    {
        var table = Store[type];
        var number = table.NextNumber;
        values[SystemFields.Id] = table.IdOf(number);
        values[SystemFields.CreatedDate] ??= StampBox;
        values[SystemFields.CreatedById] ??= UserId;
        values[SystemFields.LastModifiedDate] ??= StampBox;
        values[SystemFields.LastModifiedById] ??= UserId;
        values[SystemFields.SystemModstamp] = StampBox;
        if (type.AutoNumber is { } running)
        {
            values[running.Number] = RunningNumber.Format(running.AutoNumber!, number + 1);
        }

        Calculate(type, values, null);
        Share(type, values);
        var row = new SRow(type, number, NextVersion, deleted: false, values);
        Stage(null, row, "create", rule is null ? Actor : Actor.Rule, rule ?? Cause, 0);
        return row;
    }

    /// <summary>Stores a new row that the server makes, with the defaults of its object.</summary>
    public SRow Insert(SObjectType type, string? rule, params ReadOnlySpan<(string Field, object? Value)> fields)
    {
        var values = (object?[])type.Defaults.Clone();
        foreach (var (field, value) in fields)
        {
            values[type.Field(field).Number] = value;
        }

        return Insert(type, values, rule);
    }

    /// <summary>Stores a new version of a row.</summary>
    /// <param name="row">The present version.</param>
    /// <param name="values">A changed copy of its values.</param>
    /// <param name="op">The commit's op.</param>
    /// <param name="rule">The rule that does it, or null for the transaction's own actor.</param>
    /// <param name="stamps">Which stamps move.</param>
    /// <param name="hops">How many rows this change follows.</param>
    public SRow Update(SRow row, object?[] values, string op = "update", string? rule = null, Stamps stamps = Stamps.Modified, int hops = 0)
    {
        Touch(values, stamps);
        Calculate(row.Type, values, row);
        var next = new SRow(row.Type, row.Number, NextVersion, row.Deleted, values, row.DeletedWith);
        Stage(row, next, op, rule is null ? Actor : Actor.Rule, rule ?? Cause, hops);
        return next;
    }

    /// <summary>Puts a row in the recycle bin.</summary>
    /// <param name="row">The present version.</param>
    /// <param name="rule">The rule that does it, or null for the transaction's own actor.</param>
    /// <param name="with">Id of the row whose delete takes it along.</param>
    public SRow Delete(SRow row, string? rule = null, string? with = null) => Bin(row, row.CopyValues(), "delete", rule, with);

    /// <summary>Puts the loser of a merge in the recycle bin, with a pointer to the master.</summary>
    public SRow Merge(SRow row, string masterId)
    {
        var values = row.CopyValues();
        values[row.Type.Field("MasterRecordId").Number] = masterId;
        return Bin(row, values, "merge", null, null);
    }

    /// <summary>Takes a row out of the recycle bin.</summary>
    public SRow Undelete(SRow row, string? rule = null)
    {
        var values = row.CopyValues();
        Touch(values, Stamps.Modified);
        values[row.Type.IsDeleted!.Number] = Boxes.False;
        if (row.Type.FindAny("MasterRecordId") is { } master)
        {
            values[master.Number] = null;
        }

        // Its children come back after it and are counted then.
        foreach (var (child, rollUp) in row.Type.Counted)
        {
            values[rollUp.Target.Number] = RowFollowers.Total(Store, child, rollUp, row.Id);
        }

        var next = new SRow(row.Type, row.Number, NextVersion, deleted: false, values);
        Stage(row, next, "undelete", rule is null ? Actor : Actor.Rule, rule ?? Cause, 0);
        return next;
    }

    private SRow Bin(SRow row, object?[] values, string op, string? rule, string? with)
    {
        Touch(values, Stamps.Modified);
        if (row.Type.IsDeleted is { } field)
        {
            values[field.Number] = Boxes.True;
        }

        var next = new SRow(row.Type, row.Number, NextVersion, deleted: true, values, with);
        Stage(row, next, op, rule is null ? Actor : Actor.Rule, rule ?? Cause, 0);
        return next;
    }

    /// <summary>Records all changes and makes them visible to pollers.</summary>
    public void Commit()
    {
        if (outer is not null)
        {
            outer.staged.AddRange(staged);
            outer.afterCommit.AddRange(afterCommit);
            staged.Clear();
            afterCommit.Clear();
            return;
        }

        var visibleAt = staged.Count == 0 ? null : At + Lateness?.NextMicros();
        if (visibleAt is { } held && HoldsLocks)
        {
            foreach (var change in staged)
            {
                Store.Locks.Hold(change.Row, held);
            }
        }

        foreach (var change in staged)
        {
            Store.Late.Note(change.Old, change.Row, At, visibleAt);
            recorder.Commit(Call, At, change.Row.Type.Name, change.Row.Id, change.Op, change.Actor, change.Cause, change.Fields);
            Store[change.Row.Type].Publish(change.Row);
            Store.Bin.Note(change.Old, change.Row);
        }

        while (Store.Bin.NextTooMany(Store) is { } oldest)
        {
            RecycleBin.Purge(Store, oldest);
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

    private object StampBox => stampBox ??= Stamp;

    private long NextVersion => recorder.LastCommit + (outer?.staged.Count ?? 0) + staged.Count + 1;

    private void Touch(object?[] values, Stamps stamps)
    {
        if (stamps == Stamps.Modified)
        {
            values[SystemFields.LastModifiedDate] = StampBox;
            values[SystemFields.LastModifiedById] = UserId;
        }

        if (stamps != Stamps.None)
        {
            values[SystemFields.SystemModstamp] = StampBox;
        }
    }

    private void Calculate(SObjectType type, object?[] values, SRow? old)
    {
        if (type.Formulas.Count > 0)
        {
            FormulaValues.Apply(Store, type, values, old, Stamp, UserId);
        }
    }

    /// <summary>A million rows hold each text that repeats once. Ids and what is indexed hardly ever repeat.</summary>
    private void Share(SObjectType type, object?[] values)
    {
        for (var number = SystemFields.Count; number < values.Length; number++)
        {
            if (values[number] is string text && type.Fields[number] is { Indexed: false, IsId: false })
            {
                values[number] = Store.Texts.Share(text);
            }
        }
    }

    private void Stage(SRow? old, SRow row, string op, Actor by, string why, int hops)
    {
        Store[row.Type].Put(row);
        staged.Add(new Staged(old, row, op, by, why, recorder.TakesCommits ? Changes(old, row) : []));
        RowFollowers.Follow(this, old, row, hops);
    }

    /// <summary>System stamps are left out: they are in every commit, which has its own instant.</summary>
    private static List<FieldChange> Changes(SRow? old, SRow row)
    {
        var changes = new List<FieldChange>(old is null ? 16 : 4);
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
