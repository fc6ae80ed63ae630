using System.Text.Json;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Schema;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>Makes and changes custom fields of program members: all of a call or none. Which code a bad field gets is unverified.</summary>
/// <remarks>Source: Marketo REST API, "Program members", fields: 20 custom fields; names, types and rules of change as those of lead fields.</remarks>
internal static class MemberFieldWrites
{
    private const int MaxCustom = 20;

    public static void Create(MarketoCall call) => Run(call, input =>
    {
        var schema = call.Instance.MemberSchema;
        var made = new List<string>();
        foreach (var record in input)
        {
            var name = Required(record, "name");
            var displayName = Required(record, "displayName");
            var typeName = Required(record, "dataType");
            if (!char.IsAsciiLetter(name[0]) || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
            {
                throw new AssetException(MarketoErrors.InvalidData($"Invalid field name '{name}'"));
            }

            if (FieldNames.TypeOf(typeName) is not { } type)
            {
                throw new AssetException(MarketoErrors.InvalidData($"Invalid dataType '{typeName}'"));
            }

            if (schema.Fields.Any(field => FieldNames.Same(field.Name, name) || FieldNames.Same(field.DisplayName, displayName)))
            {
                throw new AssetException(MarketoErrors.ObjectExists);
            }

            if (schema.CustomCount == MaxCustom)
            {
                throw new AssetException(MarketoErrors.TooManyFields);
            }

            schema = schema.With(name, displayName, type, Traits(record, new FieldTraits { IsApiCreated = true }));
            made.Add(name);
        }

        call.Instance.Assets.MemberSchema = schema;
        Answer(call, made, "create", "created"u8);
    });

    public static void Update(MarketoCall call) => Run(call, input =>
    {
        if (FieldPages.OfMembers.Find(call) is not { } field)
        {
            return;
        }

        if (input.Count != 1)
        {
            throw new AssetException(MarketoErrors.InvalidData($"The number of fields {input.Count} is over 1"));
        }

        var schema = call.Instance.MemberSchema;
        var before = schema.TraitsOf(field.Name);
        foreach (var member in input[0].EnumerateObject())
        {
            var allowed = member.Name is "description" or "isHtmlEncodingInEmail" or "isSensitive" || (field.Custom && member.Name == "displayName") || (before.IsApiCreated && member.Name == "isHidden");
            if (!allowed)
            {
                throw new AssetException(MarketoErrors.InvalidData($"'{member.Name}' of field '{field.Name}' is not updateable"));
            }
        }

        var displayName = Text(input[0], "displayName") ?? field.DisplayName;
        if (schema.Fields.Any(other => other != field && FieldNames.Same(other.DisplayName, displayName)))
        {
            throw new AssetException(MarketoErrors.ObjectExists);
        }

        call.Instance.Assets.MemberSchema = schema.With(field, displayName, Traits(input[0], before));
        Answer(call, [field.Name], "update", "updated"u8);
    });

    private static void Run(MarketoCall call, Action<IReadOnlyList<JsonElement>> answer)
    {
        if (!call.TryOpenJson(out _))
        {
            return;
        }

        using var document = JsonDocument.Parse(call.Sim.Body);
        try
        {
            if (!document.RootElement.TryGetProperty("input", out var input) || input.ValueKind != JsonValueKind.Array || input.GetArrayLength() == 0)
            {
                throw new AssetException(MarketoErrors.MissingParameter("input"));
            }

            answer(input.EnumerateArray().All(record => record.ValueKind == JsonValueKind.Object) ? [.. input.EnumerateArray()] : throw new AssetException(MarketoErrors.InvalidJson));
        }
        catch (AssetException refused)
        {
            call.Fail(refused.Error);
        }
    }

    private static void Answer(MarketoCall call, List<string> names, string op, ReadOnlySpan<byte> status)
    {
        var context = call.Context;
        call.Sim.Records = names.Count;
        call.StartResult();
        foreach (var name in names)
        {
            call.Instance.Recorder.Commit(context.Call, context.At, "ProgramMemberField", name, op, context.Actor, context.Cause, [new FieldChange("displayName", null, call.Instance.MemberSchema.Find(name)!.DisplayName)]);
            call.Json.WriteStartObject();
            call.Json.WriteString("name"u8, name);
            call.Json.WriteString("status"u8, status);
            call.Json.WriteEndObject();
        }

        call.EndResult();
    }

    private static FieldTraits Traits(JsonElement record, FieldTraits before) => before with
    {
        Description = Text(record, "description") ?? before.Description,
        IsHidden = Flag(record, "isHidden") ?? before.IsHidden,
        IsHtmlEncodingInEmail = Flag(record, "isHtmlEncodingInEmail") ?? before.IsHtmlEncodingInEmail,
        IsSensitive = Flag(record, "isSensitive") ?? before.IsSensitive,
    };

    private static string Required(JsonElement record, string name) => Text(record, name) is { Length: > 0 } text ? text : throw new AssetException(MarketoErrors.MissingParameter(name));

    private static string? Text(JsonElement record, string name) => !record.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw new AssetException(MarketoErrors.InvalidValue(name, "String"));

    private static bool? Flag(JsonElement record, string name) => !record.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw new AssetException(MarketoErrors.InvalidValue(name, "Boolean"));
}
