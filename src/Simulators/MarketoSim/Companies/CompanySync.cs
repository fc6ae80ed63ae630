using System.Globalization;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Companies;

/// <summary><c>POST /rest/v1/companies.json</c>: createOnly, updateOnly and createOrUpdate, by external key or by id; one result for each record in the same order.</summary>
/// <remarks>1017 of a createOnly hit and 1013 of an updateOnly miss are unverified. Of a key that comes twice in one call the second record is refused.</remarks>
internal static class CompanySync
{
    public static void Answer(MarketoCall call)
    {
        var request = new CompanyRequest();
        if (!call.TryOpenJson(out var reader) || !request.TryRead(call, ref reader, "dedupeBy"))
        {
            return;
        }

        call.Sim.Records = request.Records.Count;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        call.StartResult();
        for (var seq = 0; seq < request.Records.Count; seq++)
        {
            var record = request.Records[seq];
            var problem = call.NextRecordFault() ?? record.Problem ?? (seen.Add(Convert.ToString(record.Key, CultureInfo.InvariantCulture)!) ? null : MarketoErrors.DuplicateInInput);
            Apply(call, request, record, seq, problem);
        }

        call.EndResult();
    }

    public static void WriteResult(MarketoCall call, int seq, int id, ReadOnlySpan<byte> status)
    {
        call.Json.WriteStartObject();
        call.Json.WriteNumber("seq"u8, seq);
        call.Json.WriteString("status"u8, status);
        call.Json.WriteNumber("id"u8, id);
        call.Json.WriteEndObject();
    }

    private static void Apply(MarketoCall call, CompanyRequest request, CompanyRecord record, int seq, MarketoError? problem)
    {
        var found = problem is null ? record.Find(call.Store.Companies) : null;
        problem ??= found switch
        {
            null when request.ById || request.Action == "updateOnly" => MarketoErrors.RecordNotFound,
            not null when request.Action == "createOnly" => MarketoErrors.ObjectExists,
            _ => null,
        };
        if (problem is { } error)
        {
            call.WriteSkipped(error, seq);
        }
        else if (found is null)
        {
            WriteResult(call, seq, call.Instance.CompanyWriter.Create((string)record.Key!, record.Cells, call.Context).Id, "created"u8);
        }
        else
        {
            call.Instance.CompanyWriter.Update(found, record.Cells, call.Context);
            WriteResult(call, seq, found.Id, "updated"u8);
        }
    }
}
