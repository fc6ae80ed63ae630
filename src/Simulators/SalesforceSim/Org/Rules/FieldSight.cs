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

    /// <summary>From now to the end of the scope the rights are those of one user: names that the user may not see do not exist.</summary>
    /// <param name="rights">Null for all.</param>
    public static Scope Of(ProfileRights? rights)
    {
        var scope = new Scope(current);
        current = rights;
        return scope;
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

    /// <summary>Gives the rights back that held before.</summary>
    public readonly ref struct Scope(ProfileRights? before)
    {
        public void Dispose() => current = before;
    }
}
