using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Leads;

namespace SfMarketo.MarketoSim.Programs;

/// <summary><c>POST /rest/v1/programs/{id}/members/delete.json</c>.</summary>
internal static class MemberDelete
{
    public static void Answer(MarketoCall call)
    {
        var ids = new List<int>();
        if (!call.TryOpenJson(out var reader)
            || !IdList.TryRead(call, ref reader, "leadId", ids)
            || !IdList.CheckCount(call, ids.Count)
            || MemberStatus.FindProgram(call) is not { } program)
        {
            return;
        }

        Delete(call, program, ids);
    }

    /// <summary>Ends the memberships and answers.</summary>
    public static void Delete(MarketoCall call, MarketoProgram program, List<int> ids, string? warning = null)
    {
        call.Sim.Records = ids.Count;
        call.StartResult();
        for (var seq = 0; seq < ids.Count; seq++)
        {
            if (call.NextRecordFault() is { } fault)
            {
                call.WriteSkipped(fault, seq);
            }
            else if (call.Instance.MemberWriter.Remove(program, ids[seq], call.Context))
            {
                MemberStatus.WriteResult(call, seq, ids[seq], "deleted"u8);
            }
            else
            {
                call.WriteSkipped(MarketoErrors.NotInProgram, seq);
            }
        }

        call.EndResult(warning: warning);
    }
}
