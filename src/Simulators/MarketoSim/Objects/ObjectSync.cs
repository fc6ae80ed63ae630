using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Objects;

/// <summary><c>POST x.json</c>: createOnly, updateOnly and createOrUpdate, by dedupe fields or by id; one result for each record in the same order.</summary>
/// <remarks>1017 of a createOnly hit and 1013 of an updateOnly miss are unverified. Of a key that comes twice in one call the second record is refused.</remarks>
internal static class ObjectSync
{
    public static void Answer(MarketoCall call, ObjectTable table)
    {
        var request = new ObjectRequest(table.Kind);
        if (!request.TryRead(call, "dedupeBy"))
        {
            return;
        }

        foreach (var record in request.Records)
        {
            if (record.Problem is null && table.Kind.Refuse(call.Instance, record.Cells) is { } refusal)
            {
                call.Fail(refusal);
                return;
            }
        }

        call.Sim.Records = request.Records.Count;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        call.StartResult();
        for (var seq = 0; seq < request.Records.Count; seq++)
        {
            var record = request.Records[seq];
            var problem = call.NextRecordFault() ?? record.Problem ?? (seen.Add(record.Identity) ? null : MarketoErrors.DuplicateInInput);
            Apply(call, table, request, record, seq, problem);
        }

        call.EndResult();
    }

    public static void WriteResult(MarketoCall call, ObjectKind kind, ObjectRow row, int seq, ReadOnlySpan<byte> status)
    {
        call.Json.WriteStartObject();
        call.Json.WriteNumber("seq"u8, seq);
        call.Json.WriteString("status"u8, status);
        Leads.LeadFields.WriteValue(call.Json, kind.Id.EncodedName, row.Values[kind.Id.Number]);
        call.Json.WriteEndObject();
    }

    private static void Apply(MarketoCall call, ObjectTable table, ObjectRequest request, ObjectRecord record, int seq, MarketoError? problem)
    {
        var found = problem is null ? record.Find(table) : null;
        problem ??= found switch
        {
            null when request.ById || request.Action == "updateOnly" => MarketoErrors.RecordNotFound,
            null => table.Kind.Check(call.Instance, null, [.. record.KeyCells, .. record.Cells]),
            not null when request.Action == "createOnly" => MarketoErrors.ObjectExists,
            _ => TakenKey(table, found, record) ?? table.Kind.Check(call.Instance, found, record.Cells),
        };
        if (problem is { } error)
        {
            call.WriteSkipped(error, seq);
        }
        else if (found is null)
        {
            var made = call.Instance.ObjectWriter.Create(table, [.. record.KeyCells, .. record.Cells], call.Context);
            WriteResult(call, table.Kind, made, seq, "created"u8);
        }
        else
        {
            call.Instance.ObjectWriter.Update(table, found, record.Cells, call.Context);
            WriteResult(call, table.Kind, found, seq, "updated"u8);
        }
    }

    /// <summary>By id a key may change where it is updateable, but neither to nothing nor to another record's.</summary>
    private static MarketoError? TakenKey(ObjectTable table, ObjectRow row, ObjectRecord record)
    {
        object?[]? values = null;
        foreach (var (field, value) in record.Cells)
        {
            if (table.Kind.IsKey(field))
            {
                if (value is null)
                {
                    return MarketoErrors.MissingParameter(field.Name);
                }

                values ??= [.. row.Values];
                values[field.Number] = value;
            }
        }

        return values is not null && table.Find(table.Kind.KeyOf(values)) is { } other && other.Place != row.Place ? MarketoErrors.ObjectExists : null;
    }
}
