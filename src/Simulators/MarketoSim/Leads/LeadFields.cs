using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>Reads the <c>fields</c> parameter and writes people with those fields.</summary>
internal static class LeadFields
{
    /// <summary>The fields of a read, the documented six when none is named. False when the call was refused.</summary>
    public static bool TryResolve(MarketoCall call, out PersonField[] fields)
    {
        fields = call.Instance.Schema.DefaultRead;
        if (call.IsBare)
        {
            return true;
        }

        var names = call.Parameters.List("fields");
        if (names.Count == 0)
        {
            return true;
        }

        // Reads always carry the id, asked for or not, as the vendor's do in every sample.
        var found = new List<PersonField> { call.Instance.Schema.Id };
        foreach (var name in names)
        {
            if (call.Instance.Schema.Find(name) is not { } field)
            {
                call.Fail(MarketoErrors.FieldNotFound(name));
                return false;
            }

            if (!found.Contains(field))
            {
                found.Add(field);
            }
        }

        fields = [.. found];
        return true;
    }

    public static void Write(MarketoCall call, PersonRow row, PersonField[] fields)
    {
        var omit = call.Instance.Options.Switches.LeadNullFields == NullFields.Omit;
        call.Json.WriteRawValue(call.Instance.LeadJson.Of(row, fields, omit), skipInputValidation: true);
        Deliver(call, row);
    }

    /// <summary>Writes the fields into an object that is open, and notes the delivery.</summary>
    public static void WriteFields(MarketoCall call, PersonRow row, PersonField[] fields)
    {
        var json = call.Json;
        var omit = call.Instance.Options.Switches.LeadNullFields == NullFields.Omit;
        foreach (var field in fields)
        {
            var value = row.Values[field.Number];
            if (value is not null || !omit)
            {
                WriteValue(json, field.EncodedName, value);
            }
        }

        Deliver(call, row);
    }

    private static void Deliver(MarketoCall call, PersonRow row)
    {
        call.Sim.Records++;
        if (call.Sim.TakesDeliveries)
        {
            call.Sim.Deliver("Person", PersonWriter.IdText(row.Id), row.Version);
        }
    }

    /// <summary>Writes one value in its wire form.</summary>
    public static void WriteValue(Utf8JsonWriter json, JsonEncodedText name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case string text: json.WriteString(name, text); break;
            case int number: json.WriteNumber(name, number); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            default: json.WriteNumber(name, (decimal)value); break;
        }
    }
}
