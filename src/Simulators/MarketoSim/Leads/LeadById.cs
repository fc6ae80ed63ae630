using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Leads;

/// <summary><c>GET /rest/v1/lead/{id}.json</c>. The answer for an unknown id is unverified (sw:lead.byIdMissing).</summary>
internal static class LeadById
{
    public static void Answer(MarketoCall call)
    {
        if (!LeadFields.TryResolve(call, out var fields))
        {
            return;
        }

        var row = Find(call);
        if (row is null && call.Instance.Options.Switches.LeadByIdMissing == LeadByIdMissing.Error)
        {
            call.Fail(MarketoErrors.NamedLeadNotFound(call.Sim.Route("id")));
            return;
        }

        call.StartResult();
        if (row is not null)
        {
            call.Store.People.Warm(row, fields);
            LeadFields.Write(call, row, fields);
        }

        call.EndResult();
    }

    /// <summary>The live person of the path's id, if the caller sees it.</summary>
    public static PersonRow? Find(MarketoCall call) => LeadAccess.Find(call, call.Sim.Route("id"));
}
