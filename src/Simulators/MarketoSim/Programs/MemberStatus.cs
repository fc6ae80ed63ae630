using System.Globalization;
using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Leads;

namespace SfMarketo.MarketoSim.Programs;

/// <summary><c>POST /rest/v1/programs/{id}/members/status.json</c>. The level of an unknown status or program is unverified: the whole call fails.</summary>
internal static class MemberStatus
{
    public static void Answer(MarketoCall call)
    {
        var ids = new List<int>();
        if (!call.TryOpenJson(out var reader) || !TryReadBody(call, reader, ids, out var statusName) || !IdList.CheckCount(call, ids.Count) || FindProgram(call) is not { } program)
        {
            return;
        }

        Set(call, program, statusName, ids);
    }

    /// <summary>Sets the status of all and answers.</summary>
    public static void Set(MarketoCall call, MarketoProgram program, string statusName, List<int> ids, string? warning = null)
    {
        if (call.Instance.Assets.FindStatus(program, statusName) is not { } status)
        {
            call.Fail(MarketoErrors.StatusNotFound);
            return;
        }

        call.Sim.Records = ids.Count;
        call.StartResult();
        for (var seq = 0; seq < ids.Count; seq++)
        {
            var problem = call.NextRecordFault() ?? (call.Store.People.FindLive(ids[seq]) is null ? MarketoErrors.LeadNotFound : null);
            if (problem is { } error)
            {
                call.WriteSkipped(error, seq);
                continue;
            }

            var outcome = call.Instance.MemberWriter.SetStatus(program, ids[seq], status, call.Context);
            if (outcome == MemberOutcome.NotForward)
            {
                // Without leadId, as the vendor's sample shows it.
                call.WriteSkipped(MarketoErrors.StatusNotForward, seq);
                continue;
            }

            WriteResult(call, seq, ids[seq], outcome == MemberOutcome.Created ? "created"u8 : "updated"u8);
        }

        call.EndResult(warning: warning);
    }

    /// <summary>The path's program; null when the call was refused.</summary>
    public static MarketoProgram? FindProgram(MarketoCall call)
    {
        var program = int.TryParse(call.Sim.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Instance.Assets.FindProgram(id) : null;
        if (program is null)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
        }

        return program;
    }

    public static void WriteResult(MarketoCall call, int seq, int leadId, ReadOnlySpan<byte> status)
    {
        call.Json.WriteStartObject();
        call.Json.WriteNumber("seq"u8, seq);
        call.Json.WriteString("status"u8, status);
        call.Json.WriteNumber("leadId"u8, leadId);
        call.Json.WriteEndObject();
    }

    private static bool TryReadBody(MarketoCall call, Utf8JsonReader reader, List<int> ids, out string statusName)
    {
        statusName = "";
        var again = reader;
        while (again.Read() && again.TokenType == JsonTokenType.PropertyName)
        {
            var isStatus = again.ValueTextEquals("statusName"u8);
            again.Read();
            if (isStatus && again.TokenType == JsonTokenType.String)
            {
                statusName = again.GetString()!;
            }

            again.Skip();
        }

        if (statusName.Length == 0)
        {
            call.Fail(MarketoErrors.MissingParameter("statusName"));
            return false;
        }

        return IdList.TryRead(call, ref reader, "leadId", ids);
    }
}
