using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Leads;

namespace SfMarketo.MarketoSim.Lists;

/// <summary><c>GET /rest/v1/lists/{id}/leads.json</c>, also under <c>list</c>. A page that goes on has a token and no <c>moreResult</c>, as the vendor's pages have been seen.</summary>
internal static class ListMembersPage
{
    public static void Answer(MarketoCall call)
    {
        if (!LeadFields.TryResolve(call, out var fields) || !call.TryReadBatchSize(out var size) || !call.TryReadAfterId(out var after) || ListsPage.Find(call) is not { } list)
        {
            return;
        }

        call.StartResult();
        string? next = null;
        var last = 0;
        foreach (var id in call.Store.Lists.Of(list.Id).Keys)
        {
            if (id <= after)
            {
                continue;
            }

            if (call.Sim.Records == size)
            {
                next = new PageToken(PageTokenKind.AfterId, last).ToString();
                break;
            }

            last = id;
            LeadFields.Write(call, call.Store.People.FindLive(id)!, fields);
        }

        call.EndResult(next);
    }
}
