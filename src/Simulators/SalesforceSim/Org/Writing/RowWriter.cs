using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Formulas;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Creates, updates and deletes rows in the vendor's save order (salesforce-data.md section 10.2): defaults and system checks, validation and duplicate rules, write, assignment, workflow with field updates, effects on other rows.</summary>
/// <remarks>An error leaves the transaction to be rolled back by its caller.</remarks>
internal sealed class RowWriter(SalesforceSwitches switches, OrgRules rules)
{
    private readonly SystemChecks checks = new(switches, rules.Metadata);
    private readonly RowEffects effects = new(switches);
    private readonly DeleteCascade cascade = new(switches);

    public WriteResult Create(Transaction transaction, RowInput input, bool assign)
    {
        var type = input.Type;
        if (!type.Writable)
        {
            return new WriteResult(RowErrors.NotWritable(type));
        }

        if ((Permissions.Check(rules.RightsOf(transaction), input, creating: true) ?? input.Error) is { } fault)
        {
            return new WriteResult(fault);
        }

        var values = RowDefaults.Of(transaction, type, rules);
        RowDefaults.Fill(input, values, creating: true);
        RowDefaults.FillFormulas(transaction, type, values);
        if (checks.CheckBeforeRules(transaction, input, values, null) is { } problem)
        {
            return new WriteResult(problem);
        }

        DerivedFields.Apply(transaction.Store, type, null, values, input, transaction.Stamp);
        return CheckRules(transaction, type, values, null, input) is { } refused ? new WriteResult(refused) : After(transaction, null, transaction.Insert(type, values), assign);
    }

    public WriteResult Update(Transaction transaction, SRow row, RowInput input, bool assign)
    {
        var type = input.Type;
        if (!type.Writable)
        {
            return new WriteResult(RowErrors.NotWritable(type));
        }

        var rights = rules.RightsOf(transaction);
        if ((Permissions.Check(rights, input, creating: false) ?? input.Error) is { } fault)
        {
            return new WriteResult(fault);
        }

        if (row.Deleted)
        {
            return new WriteResult(RowErrors.Deleted);
        }

        if (type.Name == "Lead" && switches.ConvertedLeadsReadOnly && row[type.Field("IsConverted")] is true && rights is not { Profile.EditConvertedLeads: true })
        {
            return new WriteResult(RowErrors.ConvertedLead);
        }

        if (CreateOnly(input) is { } fixedFields)
        {
            return new WriteResult(fixedFields);
        }

        var values = row.CopyValues();
        RowDefaults.Fill(input, values, creating: false);
        if (checks.CheckBeforeRules(transaction, input, values, row) is { } problem)
        {
            return new WriteResult(problem);
        }

        DerivedFields.Apply(transaction.Store, type, row, values, input, transaction.Stamp);
        if (!switches.UnchangedUpdateTouches && Same(row, values))
        {
            return new WriteResult(row);
        }

        return CheckRules(transaction, type, values, row, input) is { } refused ? new WriteResult(refused) : After(transaction, row, transaction.Update(row, values), assign);
    }

    public WriteResult Delete(Transaction transaction, SRow row)
    {
        if (!row.Type.Writable)
        {
            return new WriteResult(RowErrors.NotWritable(row.Type));
        }

        if (rules.RightsOf(transaction) is { } rights && !rights.CanDelete(row.Type))
        {
            return new WriteResult(rights.CanRead(row.Type) ? RowErrors.NoAccess : RowErrors.NotFound);
        }

        if (row.Deleted)
        {
            return new WriteResult(RowErrors.Deleted);
        }

        return (cascade.Refuse(transaction.Store, row) ?? (transaction.Store.Locks.Any ? checks.CheckLocks(transaction, row.Type, row.CopyValues(), row) : null)) is { } refused
            ? new WriteResult(refused)
            : new WriteResult(DeleteCascade.Delete(transaction, row));
    }

    /// <summary>Writes values that the server has put together (conversions): all rules but assignment, no check of single fields.</summary>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="type">The object.</param>
    /// <param name="values">The whole row, derived fields among it.</param>
    /// <param name="old">The row before; null for a new one.</param>
    /// <param name="op">The commit's op.</param>
    /// <param name="runRules">Validation, duplicate and workflow rules of the object run.</param>
    public WriteResult Save(Transaction transaction, SObjectType type, object?[] values, SRow? old, string op, bool runRules)
    {
        var input = new RowInput();
        input.Start(type);
        foreach (var field in type.Fields)
        {
            if (field.Unique)
            {
                input.Add(field, values[field.Number]);
            }
        }

        var refused = runRules ? CheckRules(transaction, type, values, old, input) : ReferenceChecks.CheckUnique(transaction.Store, input, old) ?? checks.CheckLocks(transaction, type, values, old);
        if (refused is not null)
        {
            return new WriteResult(refused);
        }

        var row = old is null ? transaction.Insert(type, values) : transaction.Update(old, values, op);
        return runRules ? After(transaction, old, row, assign: false) : new WriteResult(row);
    }

    /// <summary>A new row of an object with its defaults.</summary>
    public object?[] New(Transaction transaction, SObjectType type) => RowDefaults.Of(transaction, type, rules);

    /// <summary>What the administrator's rules and other transactions say to a row that is about to be written, and whether its unique values are free.</summary>
    private RowError? CheckRules(Transaction transaction, SObjectType type, object?[] values, SRow? old, RowInput input)
    {
        if (type.Formulas.Count > 0)
        {
            FormulaValues.Apply(transaction.Store, type, values, old, transaction.Stamp, transaction.UserId);
        }

        return rules.Validation.Check(transaction, type, values, old)
            ?? rules.Duplicates.Check(transaction, type, values, old)
            ?? ReferenceChecks.CheckUnique(transaction.Store, input, old)
            ?? checks.CheckLocks(transaction, type, values, old);
    }

    /// <summary>What follows a write in its transaction.</summary>
    private WriteResult After(Transaction transaction, SRow? old, SRow row, bool assign)
    {
        if (assign && row.Type.Name is ("Lead" or "Case"))
        {
            row = rules.Assignment.Run(transaction, row, created: old is null);
        }

        var result = rules.Workflow.After(transaction, old, row);
        if (result.Row is { } saved)
        {
            effects.After(transaction, old, saved);
        }

        return result;
    }

    private static RowError? CreateOnly(RowInput input)
    {
        List<string>? named = null;
        foreach (var (field, _) in input.Values)
        {
            if (!field.Updateable)
            {
                (named ??= []).Add(field.Name);
            }
        }

        return named is null ? null : RowErrors.ReadOnly(named);
    }

    private static bool Same(SRow row, object?[] values)
    {
        for (var number = 0; number < values.Length; number++)
        {
            if (!Equals(row[number], values[number]))
            {
                return false;
            }
        }

        return true;
    }
}
