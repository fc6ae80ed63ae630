using System.Globalization;
using System.Text.Json;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities.Custom;

/// <summary><c>POST /rest/v1/activities/external.json</c>: adds custom activities, each once and for ever. A record that is not taken says so in <c>errors</c>, not in <c>reasons</c>.</summary>
/// <remarks>The codes of an unknown type (1013), one that is not approved (1003), an unknown attribute (1006) and a bad date (1001) are unverified.</remarks>
internal static class ExternalActivities
{
    private const int MaxRecords = 300;

    /// <summary>Source: Marketo REST API, "Error codes", 1049.</summary>
    private const int MaxAttributeBytes = 65_536;

    public static void Answer(MarketoCall call)
    {
        if (!call.TryOpenJson(out _))
        {
            return;
        }

        using var document = JsonDocument.Parse(call.Sim.Body);
        if (BodyReader.Member(document.RootElement, "input") is not { ValueKind: JsonValueKind.Array } input || input.GetArrayLength() == 0)
        {
            call.Fail(MarketoErrors.MissingParameter("input"));
            return;
        }

        if (input.GetArrayLength() > MaxRecords)
        {
            call.Fail(MarketoErrors.InvalidData($"The number of records {input.GetArrayLength()} is over {MaxRecords}"));
            return;
        }

        call.Sim.Records = input.GetArrayLength();

        // All of it is read before anything is written: broken text ends the call as a whole.
        var read = input.EnumerateArray().Select(json => (Entry: Read(call, json, out var problem), Problem: problem)).ToList();
        call.StartResult();
        foreach (var (entry, problem) in read)
        {
            if ((call.NextRecordFault() ?? problem) is { } error)
            {
                call.WriteSkipped(error, asErrors: true);
            }
            else
            {
                Add(call, entry);
            }
        }

        call.EndResult();
    }

    private static ActivityEntry Read(MarketoCall call, JsonElement json, out MarketoError? problem)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A record is no object.");
        }

        var person = Whole(json, "leadId", out problem);
        var typeId = Whole(json, "activityTypeId", out var other);
        problem ??= other;
        var primary = BodyReader.Text(json, "primaryAttributeValue");
        var dateText = BodyReader.Text(json, "activityDate");
        DateTimeOffset date = default;
        problem ??= dateText is null ? MarketoErrors.MissingParameter("activityDate")
            : !WireTime.TryParse(dateText, out date) ? MarketoErrors.InvalidValue(dateText, "DateTime")
            : primary is null ? MarketoErrors.MissingParameter("primaryAttributeValue")
            : null;
        var type = call.Store.CustomTypes.Find(typeId);
        problem ??= type is null or { IsDeleted: true } ? MarketoErrors.InvalidData($"Invalid activityTypeId '{typeId}'")
            : type.Live is null ? MarketoErrors.InvalidData($"Custom activity type '{type.ApiName}' is not approved")
            : call.Store.People.FindLive(person) is null ? MarketoErrors.LeadNotFound
            : null;
        return problem is null
            ? new ActivityEntry(Micros.From(date), person, typeId, 0, 0, primary, ReadAttributes(json, type!, out problem))
            : default;
    }

    private static object?[] ReadAttributes(JsonElement json, CustomType type, out MarketoError? problem)
    {
        problem = null;
        var values = new object?[type.Slots.Count];
        if (BodyReader.Member(json, "attributes") is not { } attributes)
        {
            return values;
        }

        if (attributes.ValueKind != JsonValueKind.Array)
        {
            problem = MarketoErrors.InvalidValue("attributes", "array");
            return values;
        }

        problem = attributes.GetRawText().Length > MaxAttributeBytes && System.Text.Encoding.UTF8.GetByteCount(attributes.GetRawText()) > MaxAttributeBytes ? MarketoErrors.ActivityTooLong : null;
        foreach (var attribute in attributes.EnumerateArray())
        {
            problem ??= ReadAttribute(attribute, type, values);
        }

        return values;
    }

    /// <summary>An attribute is named by <c>apiName</c> or by <c>name</c>.</summary>
    private static MarketoError? ReadAttribute(JsonElement json, CustomType type, object?[] values)
    {
        var apiName = BodyReader.Text(json, "apiName");
        var name = BodyReader.Text(json, "name");
        var found = type.Live!.Attributes.FirstOrDefault(attribute => apiName is not null ? attribute.ApiName == apiName : attribute.Name == name);
        if (found is null)
        {
            return apiName is null && name is null ? MarketoErrors.MissingParameter("apiName") : MarketoErrors.FieldNotFound(apiName ?? name!);
        }

        var value = json.TryGetProperty("value", out var given) ? given : default;
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return MarketoErrors.MissingParameter("value");
        }

        var place = type.Slots.Select((slot, number) => (slot, number)).First(pair => pair.slot.ApiName == found.ApiName).number;
        return CustomDataTypes.TryRead(value, found.DataType, out values[place]) ? null : MarketoErrors.InvalidValue(BodyReader.Scalar(value) ?? value.ValueKind.ToString(), found.DataType);
    }

    private static int Whole(JsonElement json, string name, out MarketoError? problem)
    {
        var text = BodyReader.Text(json, name);
        var number = 0;
        problem = BodyReader.Member(json, name) is null ? MarketoErrors.MissingParameter(name)
            : !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) ? MarketoErrors.InvalidValue(text ?? "", "Integer")
            : null;
        return number;
    }

    private static void Add(MarketoCall call, in ActivityEntry entry)
    {
        var context = call.Context;
        call.Store.Activities.Append(entry, context.At);
        var id = ActivityLog.IdOf(call.Store.Activities.Count - 1);
        var guid = id.ToString(CultureInfo.InvariantCulture);
        call.Instance.Recorder.Commit(context.Call, context.At, "Activity", guid, "create", context.Actor, context.Cause,
            [new FieldChange("activityTypeId", null, entry.Type), new FieldChange("personId", null, entry.PersonId), new FieldChange("primaryAttributeValue", null, entry.Primary)]);
        call.Json.WriteStartObject();
        call.Json.WriteNumber("id"u8, id);
        call.Json.WriteString("marketoGUID"u8, guid);
        call.Json.WriteString("status"u8, "added"u8);
        call.Json.WriteEndObject();
    }
}
