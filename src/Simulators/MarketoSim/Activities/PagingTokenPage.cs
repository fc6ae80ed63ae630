using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Activities;

/// <summary><c>GET /rest/v1/activities/pagingtoken.json</c>: a start by date. Both documented spellings of the parameter are read; a bad date is 704 or 1001 (sw:token.badDate).</summary>
internal static class PagingTokenPage
{
    public static void Answer(MarketoCall call)
    {
        if ((call.Parameters["sinceDatetime"] ?? call.Parameters["sinceDateTime"]) is not { } text)
        {
            call.Fail(MarketoErrors.MissingParameter("sinceDatetime"));
            return;
        }

        if (!WireTime.TryParse(text, out var since))
        {
            call.Fail(call.Instance.Options.Switches.TokenBadDate == BadDate.InvalidValue ? MarketoErrors.InvalidValue(text, "DateTime") : MarketoErrors.InvalidDate(text));
            return;
        }

        call.WriteEnvelopeStart();
        call.EndEnvelope(LogPage.Give(call, new PageToken(PageTokenKind.Date, Micros.From(since))).ToString());
    }
}
