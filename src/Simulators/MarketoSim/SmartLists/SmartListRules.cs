using System.Globalization;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.SmartLists;

/// <summary>Writes triggers and filters as <c>includeRules=true</c> shows them.</summary>
/// <remarks>Source: Marketo REST API, "Smart Lists". Ids of rule types and attributes are of this simulator; the vendor's differ between instances.</remarks>
internal static class SmartListRules
{
    public static void Write(MarketoCall call, MarketoSmartList list)
    {
        var json = call.Json;
        json.WriteStartObject("rules"u8);
        json.WriteString("filterMatchType"u8, "All"u8);
        json.WriteStartArray("triggers"u8);
        if (list.Requestable)
        {
            json.WriteStringValue("Campaign is Requested"u8);
        }

        foreach (var trigger in list.Triggers)
        {
            json.WriteStringValue(NameOf(trigger));
        }

        json.WriteEndArray();
        json.WriteStartArray("filters"u8);
        for (var place = 0; place < list.Filters.Count; place++)
        {
            var (type, name, @operator, attribute, value) = Words(call, list.Filters[place]);
            json.WriteStartObject();
            json.WriteNumber("id"u8, place + 1);
            json.WriteString("name"u8, name);
            json.WriteNumber("ruleTypeId"u8, type);
            json.WriteString("ruleType"u8, name);
            json.WriteString("operator"u8, @operator);
            json.WriteStartArray("conditions"u8);
            json.WriteStartObject();
            json.WriteNumber("activityAttributeId"u8, type);
            json.WriteString("activityAttributeName"u8, attribute);
            json.WriteString("operator"u8, @operator);
            json.WriteStartArray("values"u8);
            if (value.Length > 0)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
            json.WriteBoolean("isPrimary"u8, true);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string NameOf(SmartListTrigger trigger) => trigger switch
    {
        SmartListTrigger.ScoreChanges => "Score is Changed",
        SmartListTrigger.StatusChanges => "Program Status is Changed",
        SmartListTrigger.FormFilled => "Fills Out Form",
        SmartListTrigger.EmailClicked => "Clicks Link in Email",
        _ => "Data Value Changes",
    };

    private static (int Type, string Name, string Operator, string Attribute, string Value) Words(MarketoCall call, SmartListFilter filter)
    {
        var assets = call.Instance.Assets;
        return filter switch
        {
            SmartListFilter.FieldIs(var field, var value) => OfField(call, field, value is null ? "is empty" : "is", value),
            SmartListFilter.FieldIsNot(var field, var value) => OfField(call, field, value is null ? "is not empty" : "is not", value),
            SmartListFilter.FieldAtLeast(var field, var least) => OfField(call, field, "at least", least),
            SmartListFilter.InList(var list) => (2, "Member of List", "in", "List Name", assets.FindList(list)?.Name ?? ""),
            SmartListFilter.NotInList(var list) => (2, "Member of List", "not in", "List Name", assets.FindList(list)?.Name ?? ""),
            SmartListFilter.InProgram(var program, _) => (3, "Member of Program", "is", "Program", assets.FindProgram(program)?.Name ?? ""),
            SmartListFilter.NotInProgram(var program) => (3, "Member of Program", "is not", "Program", assets.FindProgram(program)?.Name ?? ""),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static (int Type, string Name, string Operator, string Attribute, string Value) OfField(MarketoCall call, string name, string @operator, object? value)
    {
        var field = call.Instance.FieldOf(name);
        return (1000 + field.Id, field.DisplayName, @operator, field.DisplayName, value is bool ? PersonWriter.Wire(value)! : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
    }
}
