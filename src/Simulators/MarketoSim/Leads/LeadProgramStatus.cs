using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim.Leads;

/// <summary><c>POST /rest/v1/leads/programs/{id}/status.json</c>: moves people who are members already. Superseded by the program members' own call.</summary>
/// <remarks>Source: Marketo REST API, "Leads". The reason for somebody who is no member is unverified.</remarks>
internal static class LeadProgramStatus
{
    public static void Answer(MarketoCall call)
    {
        var ids = new List<int>();
        if (!JsonBody.TryOpen(call, out var body) || !body.TryText("status", out var name, required: true) || !call.TryOpenJson(out var reader)
            || !IdList.TryRead(call, ref reader, "id", ids) || !IdList.CheckCount(call, ids.Count) || MemberStatus.FindProgram(call) is not { } program)
        {
            return;
        }

        if (call.Instance.Assets.FindStatus(program, name!) is not { } status)
        {
            call.Fail(MarketoErrors.StatusNotFound);
            return;
        }

        call.Sim.Records = ids.Count;
        call.StartResult();
        foreach (var id in ids)
        {
            var problem = call.NextRecordFault()
                ?? (LeadAccess.Find(call, id) is null ? MarketoErrors.LeadNotFound : call.Store.Members.Find(program.Id, id) is null ? MarketoErrors.MembershipNotFound : null);
            if (problem is null && call.Instance.MemberWriter.SetStatus(program, id, status, call.Context) == MemberOutcome.NotForward)
            {
                problem = MarketoErrors.StatusNotForward;
            }

            if (problem is { } error)
            {
                call.WriteSkipped(error, id: id);
                continue;
            }

            call.Json.WriteStartObject();
            call.Json.WriteNumber("id"u8, id);
            call.Json.WriteString("status"u8, status.Name);
            call.Json.WriteEndObject();
        }

        call.EndResult();
    }
}
