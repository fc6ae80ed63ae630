using System.Globalization;
using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics.Lags;

/// <summary>From an activity that becomes a Task to the Task that names it; of a person who is not linked yet, from the link.</summary>
/// <remarks>Which activities become Tasks is the engine's to decide and a check's to judge: here all are kept until their Task comes.</remarks>
internal sealed class EngagementLag(PairLinks links, FlowTimes times) : IFlowLag
{
    private readonly Dictionary<long, (long At, object? Person)> activities = [];

    public void Add(in CommitEntry entry, bool isEngine)
    {
        if (entry.Sim == RecordWords.Marketo)
        {
            // What the instance sends (6, 7) is nobody's engagement, and there are tens of thousands.
            if (entry.Object == "Activity" && entry.TryNew("activityTypeId", out var type) && type is not (6 or 7)
                && entry.TryNew("personId", out var person) && long.TryParse(entry.Id, CultureInfo.InvariantCulture, out var id))
            {
                activities[id] = (entry.At, person);
            }
        }
        else if (isEngine && entry is { Object: "Task", Op: "create" } && entry.TryNew("MarketoGuid__c", out var value)
            && long.TryParse(value as string, CultureInfo.InvariantCulture, out var guid) && activities.Remove(guid, out var activity))
        {
            times.Add(Math.Max(activity.At, links.LinkedAt(Convert.ToString(activity.Person, CultureInfo.InvariantCulture)!) ?? 0), entry.At, entry.Named());
        }
    }
}
