using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Schema;

/// <summary><c>GET .../schema/fields.json</c> and <c>fields/{name}.json</c> of one kind of record: hidden fields too.</summary>
/// <param name="all">The fields, as they are now.</param>
/// <param name="find">The field of a name.</param>
/// <param name="traitsOf">What is said of a field beside its type.</param>
internal sealed class FieldPages(Func<MarketoInstance, PersonField[]> all, Func<MarketoInstance, string, PersonField?> find, Func<MarketoInstance, PersonField, FieldTraits> traitsOf)
{
    /// <summary>The fields of people.</summary>
    public static FieldPages OfLeads { get; } = new(instance => instance.Schema.Fields, (instance, name) => instance.Schema.Find(name), (instance, field) => instance.Schema.TraitsOf(field));

    /// <summary>The fields of program members.</summary>
    public static FieldPages OfMembers { get; } =
        new(instance => instance.MemberSchema.Fields, (instance, name) => instance.MemberSchema.Find(name), (instance, field) => instance.MemberSchema.TraitsOf(field.Name));

    public void Answer(MarketoCall call)
    {
        if (!call.TryReadBatchSize(out var size) || !call.TryReadAfterId(out var after))
        {
            return;
        }

        var fields = all(call.Instance);
        var end = Math.Min(fields.Length, Math.Max(after, 0) + size);
        call.StartResult();
        for (var number = Math.Min(after, fields.Length); number < end; number++)
        {
            Write(call, fields[number]);
        }

        var more = end < fields.Length;
        call.EndResult(more ? new PageToken(PageTokenKind.AfterId, end).ToString() : null, more);
    }

    public void AnswerByName(MarketoCall call)
    {
        if (Find(call) is { } field)
        {
            call.StartResult();
            Write(call, field);
            call.EndResult();
        }
    }

    /// <summary>The path's field; null when the call was refused.</summary>
    public PersonField? Find(MarketoCall call)
    {
        var name = call.Sim.Route("name");
        var field = find(call.Instance, name);
        if (field is null)
        {
            call.Fail(MarketoErrors.FieldNotFound(name));
        }

        return field;
    }

    private void Write(MarketoCall call, PersonField field)
    {
        var traits = traitsOf(call.Instance, field);
        var json = call.Json;
        call.Sim.Records++;
        json.WriteStartObject();
        json.WriteString("displayName"u8, field.DisplayName);
        json.WriteString("name"u8, field.EncodedName);
        json.WriteString("description"u8, traits.Description);
        json.WriteString("dataType"u8, field.TypeName);
        if (field.Length > 0)
        {
            json.WriteNumber("length"u8, field.Length);
        }

        json.WriteBoolean("isHidden"u8, traits.IsHidden);
        json.WriteBoolean("isHtmlEncodingInEmail"u8, traits.IsHtmlEncodingInEmail);
        json.WriteBoolean("isSensitive"u8, traits.IsSensitive);
        json.WriteBoolean("isCustom"u8, field.Custom);
        json.WriteBoolean("isApiCreated"u8, traits.IsApiCreated);
        json.WriteEndObject();
    }
}
