using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Rules;

/// <summary>What the user of the present call sees of the schema. Names of hidden fields and objects are unknown, in all resources.</summary>
/// <remarks>An endpoint runs on one thread from start to end, under the org's gate: the rights are that thread's. Outside of calls, and for users who may do all, there are none.</remarks>
internal static class FieldSight
{
    [ThreadStatic]
    private static ProfileRights? current;

    /// <summary>The rights of the present call's user; null for all.</summary>
    public static ProfileRights? Current => current;

    /// <summary>Runs an endpoint with the rights of the call's user: names that the user may not see do not exist for it.</summary>
    public static void Run(SalesforceOrg org, SimCall call, Action<SalesforceOrg, SimCall> endpoint)
    {
        var before = current;
        current = org.Permissions.Of(call.Client);
        try
        {
            endpoint(org, call);
        }
        finally
        {
            current = before;
        }
    }

    /// <summary>Runs what is done for a user with that user's rights; null for all.</summary>
    public static void Run(ProfileRights? rights, Action work)
    {
        var before = current;
        current = rights;
        try
        {
            work();
        }
        finally
        {
            current = before;
        }
    }

    public static bool Shows(SField field) => current is not { } rights || rights.CanRead(field);

    public static bool Shows(SObjectType type) => current is not { } rights || rights.CanRead(type);

    /// <summary>The field can be written, as far as the user's profile goes.</summary>
    public static bool MayEdit(SField field) => current is not { } rights || rights.CanEdit(field);

    /// <summary>Rows of the object can be created, as far as the user's profile goes.</summary>
    public static bool MayCreate(SObjectType type) => current is not { } rights || rights.CanCreate(type);

    public static bool MayEdit(SObjectType type) => current is not { } rights || rights.CanEdit(type);

    public static bool MayDelete(SObjectType type) => current is not { } rights || rights.CanDelete(type);

    /// <summary>The fields of an object that the user sees, by number.</summary>
    public static IReadOnlyList<SField> FieldsOf(SObjectType type) => current is not { } rights ? type.Fields : rights.FieldsOf(type);
}
