using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Leads;

namespace SfMarketo.MarketoSim.Objects;

/// <summary><c>GET x.json</c>: by a searchable field; pages ordered by creation (the vendor promises no order).</summary>
internal static class ObjectsByFilter
{
    public static void Answer(MarketoCall call, ObjectTable table, bool takesJson)
    {
        if (ObjectQuery.TryFind(call, table, takesJson, out var places))
        {
            AnswerPage(call, table, places);
        }
    }

    /// <summary>One page of the records at these places, ascending.</summary>
    public static void AnswerPage(MarketoCall call, ObjectTable table, SortedSet<int> places)
    {
        if (!TryReadFields(call, table.Kind, out var fields) || !call.TryReadBatchSize(out var size) || !call.TryReadAfterId(out var after))
        {
            return;
        }

        var populated = fields is null;
        fields ??= table.Kind.Fields;
        call.StartResult();
        string? next = null;
        var last = 0;

        // A token holds the number of places that were passed.
        foreach (var place in after > 0 ? places.GetViewBetween(after, int.MaxValue) : places)
        {
            if (call.Sim.Records == size)
            {
                next = new PageToken(PageTokenKind.AfterId, last + 1).ToString();
                break;
            }

            last = place;
            Write(call, table.Kind, table.FindLive(place)!, fields, populated);
        }

        call.EndResult(next, next is null ? null : true);
    }

    private static void Write(MarketoCall call, ObjectKind kind, ObjectRow row, PersonField[] fields, bool populated)
    {
        call.Json.WriteStartObject();
        call.Json.WriteNumber("seq"u8, call.Sim.Records++);
        foreach (var field in fields)
        {
            if (!populated || row.Values[field.Number] is not null)
            {
                LeadFields.WriteValue(call.Json, field.EncodedName, row.Values[field.Number]);
            }
        }

        call.Json.WriteEndObject();
        call.Sim.Deliver(kind.Name.Record, PersonWriter.Wire(row.Values[kind.Id.Number])!, row.Version);
    }

    /// <summary>The fields of a read; null for all that have a value.</summary>
    private static bool TryReadFields(MarketoCall call, ObjectKind kind, out PersonField[]? fields)
    {
        var names = call.Parameters.List("fields");
        fields = names.Count > 0 ? new PersonField[names.Count] : kind.ReadsAllPopulated ? null : kind.DefaultRead;
        for (var place = 0; place < names.Count; place++)
        {
            if (kind.Find(names[place]) is not { } field)
            {
                call.Fail(MarketoErrors.FieldNotFound(names[place]));
                return false;
            }

            fields![place] = field;
        }

        return true;
    }
}
