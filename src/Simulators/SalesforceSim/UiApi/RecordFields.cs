using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Layouts;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>Reads which fields a call wants: <c>fields</c>, <c>optionalFields</c> or <c>layoutTypes</c> with <c>modes</c>.</summary>
internal static class RecordFields
{
    private static readonly string[] Layouts = ["Compact", "Full"];
    private static readonly string[] Modes = ["Create", "Edit", "View"];

    /// <summary>The fields wanted of a record; null when the call has been refused.</summary>
    /// <param name="org">The org.</param>
    /// <param name="call">The call.</param>
    /// <param name="type">The record's object.</param>
    public static FieldTree? Read(SalesforceOrg org, SimCall call, SObjectType type)
    {
        var (fields, optional, layouts) = (List(call, "fields"), List(call, "optionalFields"), List(call, "layoutTypes"));
        if (fields.Length + optional.Length + layouts.Length == 0)
        {
            call.RefuseParameter("Specify fields, optionalFields or layoutTypes.");
            return null;
        }

        if (!Check(call, "layoutTypes", Layouts) || !Check(call, "modes", Modes))
        {
            return null;
        }

        var wanted = new FieldTree();
        foreach (var path in fields)
        {
            if (wanted.Add(org.Store.Schema, type, path) is { } error)
            {
                call.Refuse(error);
                return null;
            }
        }

        foreach (var path in optional)
        {
            _ = wanted.Add(org.Store.Schema, type, path);
        }

        foreach (var layout in layouts)
        {
            AddLayout(org, wanted, type, layout);
        }

        return wanted;
    }

    /// <summary>The fields of the page layout.</summary>
    public static FieldTree Full(SalesforceOrg org, SObjectType type)
    {
        var wanted = new FieldTree();
        AddLayout(org, wanted, type, "Full");
        return wanted;
    }

    /// <summary>Every value of a parameter is one of those known. False when the call has been refused.</summary>
    public static bool Check(SimCall call, string name, string[] known)
    {
        if (Array.Find(List(call, name), value => !known.Contains(value, StringComparer.OrdinalIgnoreCase)) is not { } bad)
        {
            return true;
        }

        call.RefuseParameter($"The parameter {name} cannot be '{bad}'. It can be {string.Join(", ", known)}.");
        return false;
    }

    private static void AddLayout(SalesforceOrg org, FieldTree wanted, SObjectType type, string layout)
    {
        var shown = layout.Equals("Compact", StringComparison.OrdinalIgnoreCase)
            ? CompactLayout.Fields(type)
            : FieldSight.FieldsOf(type).Where(field => field.Type != SFieldType.Address && field.Number != SystemFields.Id);
        foreach (var field in shown)
        {
            wanted.Add(org.Store.Schema, field);
        }
    }

    private static string[] List(SimCall call, string name) =>
        call.Http.Request.Query[name].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
