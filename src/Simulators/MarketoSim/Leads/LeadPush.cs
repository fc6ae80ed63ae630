using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim.Leads;

/// <summary><c>POST /rest/v1/leads/push.json</c>: an upsert that puts people into a program and writes Push Lead to Marketo (145).</summary>
/// <remarks>
/// Source: Marketo REST API, "Leads", push lead. What an unknown program or status gets is unverified: the whole call fails. So is what a token gets that is
/// nobody's: its record is skipped with 1004.
/// </remarks>
internal static class LeadPush
{
    public static void Answer(MarketoCall call)
    {
        if (!JsonBody.TryOpen(call, out var body) || !body.TryText("programName", out var programName, required: true) || !body.TryText("programStatus", out var statusName)
            || !body.TryText("source", out var source) || !body.TryText("reason", out var reason) || !body.TryText("lookupField", out var lookup))
        {
            return;
        }

        if (FindProgram(call, programName!) is not { } program)
        {
            call.Fail(new MarketoError("1013", $"Program '{programName}' not found"));
            return;
        }

        var status = statusName is null ? call.Instance.Assets.FirstStatus(program) : call.Instance.Assets.FindStatus(program, statusName);
        if (status is null)
        {
            call.Fail(MarketoErrors.StatusNotFound);
            return;
        }

        var request = new SyncRequest { IsPush = true };
        if (!call.TryOpenJson(out var reader))
        {
            return;
        }

        var byToken = lookup == MktToken.Lookup;
        if (byToken)
        {
            reader = new Utf8JsonReader(MktToken.ById(call).Span);
            reader.Read();
        }

        if (!request.TryRead(call, ref reader, byToken ? SyncAction.UpdateOnly : SyncAction.CreateOrUpdate))
        {
            return;
        }

        call.Sim.Records = request.Records.Count;
        call.StartResult();
        foreach (var record in request.Records)
        {
            var outcome = LeadUpsert.Apply(call, request, record);
            if (outcome.Row is { } row)
            {
                call.Store.Activities.Append(new ActivityEntry(call.Context.At, row.Id, ActivityTypes.PushLead, program.Id, 0, program.Name, [source, reason]));
                call.Instance.MemberWriter.SetStatus(program, row.Id, status, call.Context, acquires: outcome.Created);
            }

            LeadSync.WriteOutcome(call, outcome);
        }

        call.Json.WriteEndArray();
        call.Json.WriteStartArray("warnings"u8);
        call.Json.WriteEndArray();
        call.EndEnvelope();
    }

    private static MarketoProgram? FindProgram(MarketoCall call, string name)
    {
        foreach (var program in call.Instance.Assets.Programs)
        {
            if (program.Name == name)
            {
                return program;
            }
        }

        return null;
    }
}
