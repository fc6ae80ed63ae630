using SfMarketo.SalesforceSim.Org.Formulas;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Values of a new row before, and with, what was sent.</summary>
internal static class RowDefaults
{
    public static object?[] Of(Transaction transaction, SObjectType type, OrgRules rules)
    {
        var values = (object?[])type.Defaults.Clone();
        if (type.OwnerId is { } owner)
        {
            values[owner.Number] = transaction.UserId;
        }

        if (type.RecordTypeId is { } recordType)
        {
            values[recordType.Number] = rules.DefaultRecordType(transaction.Store, type);
        }

        return values;
    }

    /// <summary>Puts what was sent over it.</summary>
    public static void Fill(RowInput input, object?[] values, bool creating)
    {
        foreach (var (field, value) in input.Values)
        {
            // A checkbox has no null, and a null owner or status on create means the default.
            if (value is null && field.Type == SFieldType.Boolean)
            {
                values[field.Number] = Boxes.False;
            }
            else if (value is not null || !field.DefaultedOnCreate || !creating)
            {
                values[field.Number] = value;
            }
        }
    }

    /// <summary>Fills fields that are still empty from their default formulas.</summary>
    public static void FillFormulas(Transaction transaction, SObjectType type, object?[] values)
    {
        if (type.DefaultFormulas.Count == 0)
        {
            return;
        }

        var context = new FormulaContext(transaction.Store, values, null, transaction.Stamp, transaction.UserId);
        foreach (var (field, formula) in type.DefaultFormulas)
        {
            values[field.Number] ??= FormulaValues.Store(field, formula.Value(context));
        }
    }
}
