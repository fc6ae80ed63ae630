using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Leads;

/// <summary><c>POST /rest/v1/leads.json</c>: records are applied in order, one result for each in the same order.</summary>
internal static class LeadSync
{
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
        if ((call.NextRecordFault() ?? request.Records[0].Problem) is { } problem)
        {
            call.WriteSkipped(problem);
        }
        else
        {
            Update(call, row, request.CellsOf(request.Records[0]));
        }

        call.EndResult(warning: PatchWarning);
    }

    private static void Apply(MarketoCall call, SyncRequest request, string? warning)
    {
        call.Sim.Records = request.Records.Count;
        call.StartResult();
        foreach (var record in request.Records)
        {
            ApplyRecord(call, request, record);
        }

        if (request.Async)
        {
            // The answer of an asynchronous sync is not documented; it cannot know the outcomes (sw:lead.asyncResult).
            call.Sim.ResetOutput();
            call.StartResult();
        }

        call.EndResult(warning: warning);
    }

    private static void ApplyRecord(MarketoCall call, SyncRequest request, in SyncRecord record)
    {
        if ((call.NextRecordFault() ?? record.Problem) is { } problem)
        {
            call.WriteSkipped(problem);
            return;
        }

        var cells = request.CellsOf(record);
        if (request.Action == SyncAction.CreateDuplicate)
        {
            Create(call, cells);
            return;
        }

        if (KeyOf(cells, request.Lookup) is not { } key)
        {
            if (request.Action == SyncAction.UpdateOnly || call.Instance.Options.Switches.LeadMissingKey == MissingKey.Skip)
            {
                call.WriteSkipped(MarketoErrors.MissingParameter(request.Lookup.Name));
                return;
            }

            Create(call, cells);
            return;
        }

        var found = Find(call, request.Lookup, key, out var several);
        if (several)
        {
            call.WriteSkipped(MarketoErrors.SeveralLeads);
        }
        else if (found is null && request.Action == SyncAction.UpdateOnly)
        {
            call.WriteSkipped(MarketoErrors.LeadNotFound);
        }
        else if (found is null)
        {
            Create(call, cells);
        }
        else if (request.Action == SyncAction.CreateOnly)
        {
            call.WriteSkipped(MarketoErrors.LeadExists);
        }
        else
        {
            Update(call, found, cells);
        }
    }

    private static void Create(MarketoCall call, ReadOnlySpan<FieldValue> cells)
    {
        if (call.Instance.CompanyLinks.Check(null, cells) is { } problem)
        {
            call.WriteSkipped(problem);
            return;
        }

        WriteResult(call, call.Instance.Writer.Create(cells, call.Context).Id, "created"u8);
    }

    private static void Update(MarketoCall call, PersonRow row, ReadOnlySpan<FieldValue> cells)
    {
        if (call.Instance.CompanyLinks.Check(row, cells) is { } problem)
        {
            call.WriteSkipped(problem);
            return;
        }

        call.Instance.Writer.Update(row, cells, call.Context);
        WriteResult(call, row.Id, "updated"u8);
    }

    private static object? KeyOf(ReadOnlySpan<FieldValue> cells, PersonField lookup)
    {
        foreach (var cell in cells)
        {
            if (cell.Field == lookup)
            {
                return cell.Value;
            }
        }

        return null;
    }

    private static PersonRow? Find(MarketoCall call, PersonField lookup, object key, out bool several)
    {
        several = false;
        var people = call.Store.People;
        if (lookup == call.Instance.Schema.Id)
        {
            return people.FindLive((int)key);
        }

        PersonRow? found = null;
        foreach (var id in people.Find(lookup, key as string ?? PersonWriter.Wire(key)!))
        {
            var row = people.FindLive(id)!;
            if (IsHidden(call, row))
            {
                continue;
            }

            several |= found is not null;
            found = row;
        }

        return found;
    }

    /// <summary>With the upsert race, a person made by another call after this one had arrived does not exist for it yet.</summary>
    private static bool IsHidden(MarketoCall call, PersonRow row) =>
        call.Instance.Options.Switches.LeadUpsertRace && row.CreatedAt > call.Sim.At && row.CreatedByCall != call.Sim.Number;

    private static void WriteResult(MarketoCall call, int id, ReadOnlySpan<byte> status)
    {
        call.Json.WriteStartObject();
        call.Json.WriteNumber("id"u8, id);
        call.Json.WriteString("status"u8, status);
        call.Json.WriteEndObject();
    }
}
