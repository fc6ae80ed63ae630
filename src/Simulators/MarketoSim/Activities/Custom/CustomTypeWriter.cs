using System.Text.Json;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities.Custom;

/// <summary>Keeps a custom type with its commit, and writes it to the wire.</summary>
internal static class CustomTypeWriter
{
    /// <summary>Keeps the type and answers with it.</summary>
    public static void Save(MarketoCall call, CustomType type, string op)
    {
        var context = call.Context;
        call.Store.CustomTypes.Set(type);
        call.Instance.Recorder.Commit(context.Call, context.At, "CustomActivityType", type.ApiName, op, context.Actor, context.Cause, [new FieldChange("status", null, type.Status)]);
        Answer(call, type, type.Draft ?? type.Live!);
    }

    public static void Answer(MarketoCall call, CustomType type, CustomVersion version)
    {
        call.StartResult();
        Write(call, type, version);
        call.EndResult();
    }

    public static void Write(MarketoCall call, CustomType type, CustomVersion version)
    {
        var json = call.Json;
        call.Sim.Records++;
        json.WriteStartObject();
        json.WriteNumber("id"u8, type.Id);
        json.WriteString("apiName"u8, type.ApiName);
        json.WriteString("name"u8, version.Name);
        WriteDescription(json, version.Description);
        json.WriteString("triggerName"u8, version.TriggerName);
        json.WriteString("filterName"u8, version.FilterName);
        json.WriteString("status"u8, type.Status);
        json.WritePropertyName("primaryAttribute"u8);
        WriteAttribute(json, version.Primary, true);
        json.WriteStartArray("attributes"u8);
        foreach (var attribute in version.Attributes)
        {
            WriteAttribute(json, attribute, false);
        }

        json.WriteEndArray();
        WireTime.Write(json, "createdAt"u8, type.CreatedAt);
        WireTime.Write(json, "updatedAt"u8, type.UpdatedAt);
        json.WriteEndObject();
    }

    private static void WriteAttribute(Utf8JsonWriter json, CustomAttribute attribute, bool isPrimary)
    {
        json.WriteStartObject();
        json.WriteString("apiName"u8, attribute.ApiName);
        json.WriteString("name"u8, attribute.Name);
        WriteDescription(json, attribute.Description);
        json.WriteString("dataType"u8, attribute.DataType);
        if (isPrimary)
        {
            json.WriteBoolean("isPrimary"u8, true);
        }

        json.WriteEndObject();
    }

    private static void WriteDescription(Utf8JsonWriter json, string? description)
    {
        if (description is not null)
        {
            json.WriteString("description"u8, description);
        }
    }
}
