using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim.Leads;

/// <summary><c>GET /rest/v1/leads/{id}/listMembership.json</c>, <c>programMembership.json</c> and <c>smartCampaignMembership.json</c>: what one person belongs to, by id.</summary>
internal static class LeadMemberships
{
    public static void AnswerLists(MarketoCall call)
    {
        if (TryOpen(call, out var page, out var person))
        {
            page.Write(call, call.Store.Lists.ListsOf(person.Id), entry => entry.Key, static (at, entry) => WriteStamped(at, "listId"u8, entry.Key, entry.Value, entry.Value), saysWhenDone: true);
        }
    }

    /// <summary>The stamps are those of the first and the last run. Source: Marketo REST API, "Leads".</summary>
    public static void AnswerCampaigns(MarketoCall call)
    {
        if (TryOpen(call, out var page, out var person) && UpdatedSpan.TryRead(call, out var span))
        {
            page.Write(call, call.Store.CampaignMembers.Of(person.Id).Where(entry => span.Has(entry.Last)), entry => entry.Campaign,
                static (at, entry) => WriteStamped(at, "smartCampaignId"u8, entry.Campaign, entry.First, entry.Last), saysWhenDone: true);
        }
    }

    public static void AnswerPrograms(MarketoCall call)
    {
        if (!TryOpen(call, out var page, out var person) || !UpdatedSpan.TryRead(call, out var span))
        {
            return;
        }

        var wanted = call.Parameters["filterType"] == "programId" ? call.Parameters.List("filterValues") : [];
        var members = call.Instance.Assets.Programs.Select(program => call.Store.Members.Find(program.Id, person.Id)).OfType<ProgramMember>()
            .Where(member => span.Has(member.UpdatedAt) && (wanted.Count == 0 || wanted.Contains(member.ProgramId.ToString(CultureInfo.InvariantCulture))));
        page.Write(call, members, member => member.ProgramId, WriteMember, saysWhenDone: true);
    }

    private static void WriteStamped(MarketoCall call, ReadOnlySpan<byte> name, int id, long createdAt, long updatedAt)
    {
        call.Json.WriteStartObject();
        call.Json.WriteNumber(name, id);
        WireTime.Write(call.Json, "createdAt"u8, createdAt);
        WireTime.Write(call.Json, "updatedAt"u8, updatedAt);
        call.Json.WriteEndObject();
        call.Sim.Records++;
    }

    private static void WriteMember(MarketoCall call, ProgramMember member)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteNumber("id"u8, member.ProgramId);
        json.WriteString("progressionStatus"u8, member.Status);
        json.WriteBoolean("isExhausted"u8, member.IsExhausted);
        json.WriteBoolean("acquiredBy"u8, member.AcquiredBy);
        json.WriteBoolean("reachedSuccess"u8, member.ReachedSuccess);
        WireTime.Write(json, "membershipDate"u8, member.Since);
        WireTime.Write(json, "updatedAt"u8, member.UpdatedAt);
        json.WriteEndObject();
        call.Sim.Records++;
        call.Sim.Deliver("ProgramMember", $"{member.ProgramId}/{member.PersonId}", member.Version);
    }

    private static bool TryOpen(MarketoCall call, out IdPage page, out PersonRow person)
    {
        person = null!;
        if (!IdPage.TryRead(call, out page))
        {
            return false;
        }

        if (LeadById.Find(call) is not { } found)
        {
            call.Fail(MarketoErrors.NamedLeadNotFound(call.Sim.Route("id")));
            return false;
        }

        person = found;
        return true;
    }
}
