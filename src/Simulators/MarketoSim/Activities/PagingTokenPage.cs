using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities;

/// <summary><c>GET /rest/v1/activities/pagingtoken.json</c>: a start by date. Both documented spellings of the parameter are read; a bad date is 704 (unverified).</summary>
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
            call.Fail(MarketoErrors.InvalidDate(text));
            return;
        }

        call.WriteEnvelopeStart();
        call.EndEnvelope(new PageToken(PageTokenKind.Date, Micros.From(since)).ToString());
    }
}
