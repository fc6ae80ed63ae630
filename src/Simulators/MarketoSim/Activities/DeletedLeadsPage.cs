using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities;

/// <summary><c>GET /rest/v1/activities/deletedleads.json</c>: type 37 rows of the last 14 days; older ones may be pruned, and here they are.</summary>
internal static class DeletedLeadsPage
{
    private const long Kept = 14L * 24 * 3600 * Micros.PerSecond;

    public static void Answer(MarketoCall call)
    {
        if (!LogPage.TryOpen(call, out var page))
        {
            return;
        }

        var since = call.Sim.Now - Kept;
        var withLosers = call.Instance.Options.Switches.DeletedIncludeMergeLosers;
        page.StartNotBefore(since);
        page.Write(
            head => head.Type == ActivityTypes.DeleteLead && head.At >= since && (withLosers || call.Store.People.FindAny(head.PersonId) is { MergedInto: 0 }),
            static (call, entry) =>
            {
                ActivityAttributes.WritePrimary(call.Json, entry);
                ActivityAttributes.Write(call, entry);
            });
    }
}
