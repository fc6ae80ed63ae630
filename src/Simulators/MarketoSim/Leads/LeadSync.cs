using System.Runtime.InteropServices;
using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Leads;

/// <summary><c>POST /rest/v1/leads.json</c>: records are applied in order, one result for each in the same order.</summary>
internal static class LeadSync
{
    /// <summary>Fewer are not worth the way around.</summary>
    private const int FewRecords = 8;

    private const string PatchWarning = "PATCH is not part of Marketo's API (error 605); use POST /rest/v1/leads.json with action updateOnly";

    public static void Answer(MarketoCall call)
    {
        var request = new SyncRequest();
        if (call.TryOpenJson(out var reader) && request.TryRead(call, ref reader, SyncAction.CreateOrUpdate))
        {
            Apply(call, request, null);
        }
    }

    /// <summary>The seed's PATCH of many: an update that creates nobody.</summary>
    public static void AnswerPatch(MarketoCall call)
    {
        var request = new SyncRequest();
        if (call.TryOpenJson(out var reader) && request.TryRead(call, ref reader, SyncAction.UpdateOnly))
        {
            Apply(call, request, PatchWarning);
        }
    }

    /// <summary>The seed's PATCH of one person: the body is the record.</summary>
    public static void AnswerPatchById(MarketoCall call)
    {
        var request = new SyncRequest();
        if (!call.TryOpenJson(out var reader) || !request.TryReadSingle(call, ref reader))
        {
            return;
        }

        if (LeadById.Find(call) is not { } row)
        {
            call.Fail(MarketoErrors.NamedLeadNotFound(call.Sim.Route("id")));
            return;
        }

        call.Sim.Records = 1;
        call.StartResult();
        WriteOutcome(call, (call.NextRecordFault() ?? request.Records[0].Problem) is { } problem ? problem : LeadUpsert.Update(call, request, row, request.CellsOf(request.Records[0])));
        call.EndResult(warning: PatchWarning);
    }

    /// <summary>Writes what became of a record.</summary>
    public static void WriteOutcome(MarketoCall call, in UpsertOutcome outcome)
    {
        if (outcome.Row is null)
        {
            call.WriteSkipped(outcome.Problem!.Value);
        }
        else
        {
            WriteResult(call, outcome.Row.Id, outcome.Created ? "created"u8 : "updated"u8);
        }
    }

    /// <summary>Writes one record that was taken.</summary>
    public static void WriteResult(MarketoCall call, int id, ReadOnlySpan<byte> status)
    {
        call.Json.WriteStartObject();
        call.Json.WriteNumber("id"u8, id);
        call.Json.WriteString("status"u8, status);
        call.Json.WriteEndObject();
    }

    /// <summary>Brings near the people that the records mean.</summary>
    private static void Warm(MarketoCall call, SyncRequest request)
    {
        var schema = call.Instance.Schema;
        if (request.Records.Count < FewRecords || request.Action == SyncAction.CreateDuplicate || request.Lookup == schema.Id || request.Lookup == schema.Cookies)
        {
            return;
        }

        var keys = new List<string>(request.Records.Count);
        var read = new List<PersonField>();
        foreach (var cell in request.CellsOf(request.Records[0]))
        {
            read.Add(cell.Field);
        }

        foreach (var record in request.Records)
        {
            if (LeadLookup.KeyOf(request.CellsOf(record), request.Lookup) is string key)
            {
                keys.Add(key);
            }
        }

        call.Store.People.Warm(request.Lookup, CollectionsMarshal.AsSpan(keys), CollectionsMarshal.AsSpan(read));
    }

    private static void Apply(MarketoCall call, SyncRequest request, string? warning)
    {
        call.Sim.Records = request.Records.Count;
        call.StartResult();
        Warm(call, request);
        foreach (var record in request.Records)
        {
            WriteOutcome(call, LeadUpsert.Apply(call, request, record));
        }

        if (request.Async && call.Instance.Options.Switches.LeadAsyncResult == AsyncResult.Empty)
        {
            // The answer of an asynchronous sync is not documented; it cannot know the outcomes (sw:lead.asyncResult).
            call.Sim.ResetOutput();
            call.StartResult();
        }

        call.EndResult(warning: warning);
    }
}
