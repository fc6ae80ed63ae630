using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Leads;

/// <summary><c>POST /rest/v1/leads/{id}/associate.json?cookie=...</c>: success has no result.</summary>
/// <remarks>Source: Marketo REST API, "Leads", associate lead.</remarks>
internal static class LeadAssociate
{
    public static void Answer(MarketoCall call)
    {
        if (call.Parameters["cookie"] is not { } cookie)
        {
            call.Fail(MarketoErrors.MissingParameter("cookie"));
            return;
        }

        if (Cookie.TokenOf(cookie) is not { } token)
        {
            call.Fail(MarketoErrors.InvalidCookie(cookie));
            return;
        }

        if (LeadById.Find(call) is not { } row)
        {
            call.Fail(MarketoErrors.NamedLeadNotFound(call.Sim.Route("id")));
            return;
        }

        call.Instance.Cookies.Associate(row, token, withHistory: true, call.Context);
        call.Sim.Records = 1;
        call.WriteEnvelopeStart();
        call.EndEnvelope();
    }
}
