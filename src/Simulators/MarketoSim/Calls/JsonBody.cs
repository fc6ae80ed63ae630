using System.Text.Json;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>A JSON object of a request whose speed does not matter, read member by member; what does not fit refuses the call. Other members are passed over.</summary>
internal readonly struct JsonBody(MarketoCall call, JsonElement element)
{
    /// <summary>The whole body. False when the call was refused.</summary>
    public static bool TryOpen(MarketoCall call, out JsonBody body)
    {
        body = default;
        if (!call.TryOpenJson(out _))
        {
            return false;
        }

        body = new JsonBody(call, JsonElement.Parse(call.Sim.Body.Span));
        return true;
    }

    /// <summary>Names of the members, as they came.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            foreach (var property in element.EnumerateObject())
            {
                yield return property.Name;
            }
        }
    }

    public IEnumerable<(string Name, JsonElement Value)> Members
    {
        get
        {
            foreach (var property in element.EnumerateObject())
            {
                yield return (property.Name, property.Value);
            }
        }
    }

    public bool TryText(string name, out string? value, bool required = false)
    {
        value = null;
        if (!TryFind(name, required, out var found) || found is not { } member)
        {
            return found is null && !required;
        }

        if (member.ValueKind != JsonValueKind.String)
        {
            return Refuse(MarketoErrors.InvalidValue(member.GetRawText(), "string"));
        }

        value = member.GetString()!;
        return value.Length > 0 || !required || Refuse(MarketoErrors.MissingParameter(name));
    }

    public bool TryWhole(string name, out int? value, bool required = false)
    {
        value = null;
        if (!TryFind(name, required, out var found) || found is not { } member)
        {
            return found is null && !required;
        }

        if (member.ValueKind != JsonValueKind.Number || !member.TryGetInt32(out var whole))
        {
            return Refuse(MarketoErrors.InvalidValue(member.GetRawText(), "Integer"));
        }

        value = whole;
        return true;
    }

    public bool TryFlag(string name, out bool? value)
    {
        value = null;
        if (!TryFind(name, false, out var found) || found is not { } member)
        {
            return found is null;
        }

        value = member.ValueKind == JsonValueKind.True;
        return member.ValueKind is JsonValueKind.True or JsonValueKind.False || Refuse(MarketoErrors.InvalidValue(member.GetRawText(), "boolean"));
    }

    /// <summary>An object within; null when it is absent.</summary>
    public bool TryObject(string name, out JsonBody? value, bool required = false)
    {
        value = null;
        if (!TryFind(name, required, out var found) || found is not { } member)
        {
            return found is null && !required;
        }

        value = new JsonBody(call, member);
        return member.ValueKind == JsonValueKind.Object || Refuse(MarketoErrors.InvalidValue(member.GetRawText(), "object"));
    }

    /// <summary>The records of <c>input</c>.</summary>
    public bool TryInput(out List<JsonBody> records)
    {
        records = [];
        if (!element.TryGetProperty("input", out var input) || input.ValueKind != JsonValueKind.Array)
        {
            return Refuse(MarketoErrors.MissingParameter("input"));
        }

        foreach (var record in input.EnumerateArray())
        {
            if (record.ValueKind != JsonValueKind.Object)
            {
                return Refuse(MarketoErrors.InvalidJson);
            }

            records.Add(new JsonBody(call, record));
        }

        return true;
    }

    private bool TryFind(string name, bool required, out JsonElement? found)
    {
        found = element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
        return found is not null || !required || Refuse(MarketoErrors.MissingParameter(name));
    }

    private bool Refuse(MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
