using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim.Leads;

/// <summary><c>GET /rest/v1/leads/programs/{id}.json</c>: a program's members as leads, with their membership. An older form of the program members' own pages.</summary>
/// <remarks>Source: Marketo REST API, "Leads"; <c>moreResult</c> is left out, as pages of this kind do.</remarks>
internal static class LeadsByProgram
{
    public static void Answer(MarketoCall call)
    {
        if (!LeadFields.TryResolve(call, out var fields) || !call.TryReadBatchSize(out var size) || !call.TryReadAfterId(out var after) || MemberStatus.FindProgram(call) is not { } program)
        {
            return;
        }

        call.StartResult();
        var (next, last) = ((string?)null, 0);
        foreach (var member in call.Store.Members.Of(program.Id))
        {
            if (member.PersonId <= after || LeadAccess.Find(call, member.PersonId) is not { } row)
            {
                continue;
            }

            if (call.Sim.Records == size)
            {
                next = new PageToken(PageTokenKind.AfterId, last).ToString();
                break;
            }

            last = member.PersonId;
            call.Json.WriteStartObject();
            LeadFields.WriteFields(call, row, fields);
            WriteMembership(call, member);
            call.Json.WriteEndObject();
        }

        call.EndResult(next);
    }

    private static void WriteMembership(MarketoCall call, ProgramMember member)
    {
        var json = call.Json;
        json.WriteStartObject("membership"u8);
        json.WriteString("progressionStatus"u8, member.Status);
        json.WriteBoolean("isExhausted"u8, false);
        json.WriteBoolean("acquiredBy"u8, false);
        json.WriteBoolean("reachedSuccess"u8, member.ReachedSuccess);
        WireTime.Write(json, "membershipDate"u8, member.Since);
        WireTime.Write(json, "updatedAt"u8, member.UpdatedAt);
        json.WriteEndObject();
        call.Sim.Deliver("ProgramMember", $"{member.ProgramId}/{member.PersonId}", member.Version);
    }
}
