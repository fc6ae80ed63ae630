using System.Globalization;
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
            LeadFields.Write(call, row, fields);
        }

        call.EndResult();
    }

    /// <summary>The live person of the path's id.</summary>
    public static PersonRow? Find(MarketoCall call) =>
        int.TryParse(call.Sim.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Store.People.FindLive(id) : null;
}
