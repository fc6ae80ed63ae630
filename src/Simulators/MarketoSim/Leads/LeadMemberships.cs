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
        if (!TryOpen(call, out var size, out var after, out var person))
        {
            return;
        }

        call.StartResult();
        var (next, last) = ((string?)null, 0);
        foreach (var (list, since) in call.Store.Lists.ListsOf(person.Id))
        {
            if (list <= after)
            {
                continue;
            }

            if (call.Sim.Records == size)
            {
                next = new PageToken(PageTokenKind.AfterId, last).ToString();
                break;
            }

            last = list;
            call.Sim.Records++;
            call.Json.WriteStartObject();
            call.Json.WriteNumber("listId"u8, list);
            WireTime.Write(call.Json, "createdAt"u8, since);
            WireTime.Write(call.Json, "updatedAt"u8, since);
            call.Json.WriteEndObject();
        }

        call.EndResult(next, next is not null);
    }

    /// <summary>The stamps are those of the first and the last run. Source: Marketo REST API, "Leads".</summary>
    public static void AnswerCampaigns(MarketoCall call)
    {
        if (!TryOpen(call, out var size, out var after, out var person) || !UpdatedSpan.TryRead(call, out var span))
        {
            return;
        }

        call.StartResult();
        var (next, lastId) = ((string?)null, 0);
        foreach (var (campaign, first, last) in call.Store.CampaignMembers.Of(person.Id))
        {
            if (campaign <= after || !span.Has(last))
            {
                continue;
            }

            if (call.Sim.Records == size)
            {
                next = new PageToken(PageTokenKind.AfterId, lastId).ToString();
                break;
            }

            lastId = campaign;
            call.Sim.Records++;
            call.Json.WriteStartObject();
            call.Json.WriteNumber("smartCampaignId"u8, campaign);
            WireTime.Write(call.Json, "createdAt"u8, first);
            WireTime.Write(call.Json, "updatedAt"u8, last);
            call.Json.WriteEndObject();
        }

        call.EndResult(next, next is not null);
    }

    public static void AnswerPrograms(MarketoCall call)
    {
        if (!TryOpen(call, out var size, out var after, out var person) || !UpdatedSpan.TryRead(call, out var span))
        {
            return;
        }

        var wanted = call.Parameters["filterType"] == "programId" ? call.Parameters.List("filterValues") : [];
        call.StartResult();
        var (next, last) = ((string?)null, 0);
        foreach (var program in call.Instance.Assets.Programs)
        {
            if (program.Id <= after || call.Store.Members.Find(program.Id, person.Id) is not { } member || !span.Has(member.UpdatedAt)
                || (wanted.Count > 0 && !wanted.Contains(program.Id.ToString(CultureInfo.InvariantCulture))))
            {
                continue;
            }

            if (call.Sim.Records == size)
            {
                next = new PageToken(PageTokenKind.AfterId, last).ToString();
                break;
            }

            last = program.Id;
            WriteMember(call, member);
        }

        call.EndResult(next, next is not null);
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

    private static bool TryOpen(MarketoCall call, out int size, out int after, out PersonRow person)
    {
        person = null!;
        after = 0;
        if (!call.TryReadBatchSize(out size) || !call.TryReadAfterId(out after))
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
