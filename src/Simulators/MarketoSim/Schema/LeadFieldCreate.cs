using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Schema;

/// <summary><c>POST /rest/v1/leads/schema/fields.json</c>: makes custom fields; all of a call or none. Which code a bad field gets is unverified.</summary>
/// <remarks>Source: Marketo REST API, "Leads", create fields: types, names, 100 fields by API.</remarks>
internal static class LeadFieldCreate
{
    private const int MaxByApi = 100;

    public static void Answer(MarketoCall call)
    {
        if (!JsonBody.TryOpen(call, out var body) || !body.TryInput(out var input))
        {
            return;
        }

        var schema = call.Instance.Schema;
        var made = new List<(CustomField Field, FieldTraits Traits)>();
        foreach (var record in input)
        {
            if (!TryRead(call, record, made))
            {
                return;
            }
        }

        var problem = BatchSize.Check(call, made.Count) ?? (schema.ApiCreated + made.Count > MaxByApi ? MarketoErrors.TooManyFields : null);
        if (problem is { } error)
        {
            call.Fail(error);
            return;
        }

        call.Sim.Records = made.Count;
        call.StartResult();
        foreach (var (field, traits) in made)
        {
            schema.Add(field, traits);
            Commit(call, field.Name, "create", [new FieldChange("displayName", null, field.DisplayName), new FieldChange("dataType", null, schema.Find(field.Name)!.TypeName)]);
            WriteStatus(call, field.Name, "created"u8);
        }

        call.EndResult();
    }

    public static void WriteStatus(MarketoCall call, string name, ReadOnlySpan<byte> status)
    {
        call.Json.WriteStartObject();
        call.Json.WriteString("name"u8, name);
        call.Json.WriteString("status"u8, status);
        call.Json.WriteEndObject();
    }

    public static void Commit(MarketoCall call, string name, string op, FieldChange[] changes)
    {
        var context = call.Context;
        call.Instance.Recorder.Commit(context.Call, context.At, "PersonField", name, op, context.Actor, context.Cause, changes);
    }

    private static bool TryRead(MarketoCall call, JsonBody record, List<(CustomField Field, FieldTraits Traits)> made)
    {
        if (!FieldNames.TryReadName(call, record, out var name) || !record.TryText("displayName", out var displayName, required: true)
            || !record.TryText("dataType", out var typeName, required: true) || !TryReadTraits(record, new FieldTraits { IsApiCreated = true }, out var traits))
        {
            return false;
        }

        if (FieldNames.TypeOf(typeName!) is not { } type)
        {
            call.Fail(MarketoErrors.InvalidData($"Invalid dataType '{typeName}'"));
            return false;
        }

        var taken = FieldNames.IsTaken(call, name) || made.Exists(other => FieldNames.Same(other.Field.Name, name) || FieldNames.Same(other.Field.DisplayName!, displayName!));
        if ((taken ? MarketoErrors.ObjectExists : FieldNames.CheckDisplayName(call, displayName!, null)) is { } problem)
        {
            call.Fail(problem);
            return false;
        }

        made.Add((new CustomField(name, type, displayName), traits));
        return true;
    }

    /// <summary>Reads what is said of a field over what was said before. False when the call was refused.</summary>
    public static bool TryReadTraits(JsonBody record, FieldTraits before, out FieldTraits traits)
    {
        traits = before;
        if (!record.TryText("description", out var description) || !record.TryFlag("isHidden", out var hidden)
            || !record.TryFlag("isHtmlEncodingInEmail", out var encoded) || !record.TryFlag("isSensitive", out var sensitive))
        {
            return false;
        }

        traits = before with
        {
            Description = description ?? before.Description,
            IsHidden = hidden ?? before.IsHidden,
            IsHtmlEncodingInEmail = encoded ?? before.IsHtmlEncodingInEmail,
            IsSensitive = sensitive ?? before.IsSensitive,
        };
        return true;
    }
}
