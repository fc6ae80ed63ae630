using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Checks of the rows that a row points to, and of unique fields.</summary>
internal sealed class ReferenceChecks(SalesforceSwitches switches)
{
    private const string MasterRecordType = "012000000000000AAA";

    /// <summary>The first lookup among the fields sent that points to no fit row, or null.</summary>
    public RowError? CheckReferences(OrgStore store, RowInput input, object?[] values)
    {
        foreach (var (field, value) in input.Values)
        {
            if (field.Type != SFieldType.Reference || value is not string id)
            {
                continue;
            }

            if (field == input.Type.RecordTypeId)
            {
                if (CheckRecordType(store, input.Type, field, id, values) is { } wrong)
                {
                    return wrong;
                }
            }
            else if (Check(store, input.Type, field, id) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>The first unique field among those sent whose value another live row has, or null.</summary>
    public static RowError? CheckUnique(OrgStore store, RowInput input, SRow? self)
    {
        foreach (var (field, value) in input.Values)
        {
            if (field.Unique && value is string text && store[input.Type].FindByUnique(field, text) is { } other && other.Number != self?.Number)
            {
                return RowErrors.Duplicate(field, other.Id);
            }
        }

        return null;
    }

    private RowError? Check(OrgStore store, SObjectType type, SField field, string id)
    {
        if (!SalesforceId.TryParse(id, out var parsed) || store.Schema.FindByPrefix(parsed) is not { } target || !field.ReferenceTo.Contains(target.Name))
        {
            return switches.WrongTypeIdSaysIntegrity ? RowErrors.WrongTypeReference(field, id) : RowErrors.MalformedReference(field, id);
        }

        if (store[target].Find(parsed) is not { } row)
        {
            return switches.MissingReferenceSaysAccess ? RowErrors.MissingReference(id) : RowErrors.MissingReference(field);
        }

        if (row.Deleted)
        {
            return RowErrors.ReferenceDeleted;
        }

        if (target.Name == "Lead" && switches.ConvertedLeadsReadOnly && row[target.Field("IsConverted")] is true)
        {
            return RowErrors.ConvertedLead;
        }

        return field != type.OwnerId ? null
            : target.Name == "User" ? row[target.Field("IsActive")] is false ? RowErrors.InactiveOwner(type, id) : null
            : CanOwn(store, row, type) ? null : RowErrors.QueueCannotOwn(type);
    }

    private static bool CanOwn(OrgStore store, SRow queue, SObjectType type)
    {
        var supported = store["QueueSobject"];
        var name = supported.Type.Field("SobjectType").Number;
        return supported.FindByIndex(supported.Type.Field("QueueId"), queue.Id).Any(each => each.Text(name) == type.Name);
    }

    // The master type is none.
    private static RowError? CheckRecordType(OrgStore store, SObjectType type, SField field, string id, object?[] values)
    {
        if (id == MasterRecordType)
        {
            values[field.Number] = null;
            return null;
        }

        var types = store["RecordType"];
        return types.Find(id) is { } row && row[types.Type.Field("IsActive")] is true && row.Text(types.Type.Field("SobjectType").Number) == type.Name ? null : RowErrors.RecordType(id);
    }
}
