using System.Globalization;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>Which people a user sees: those of its partitions. Those of others are to it as if they were not there (unverified).</summary>
internal static class LeadAccess
{
    /// <summary>The live person of an id, if the caller sees it.</summary>
    public static PersonRow? Find(MarketoCall call, int id) => call.Store.People.FindLive(id) is { } row && Sees(call, row) ? row : null;

    /// <summary>As <see cref="Find(MarketoCall, int)"/>; null also for what is no id.</summary>
    public static PersonRow? Find(MarketoCall call, string id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Find(call, number) : null;

    public static bool Sees(MarketoCall call, PersonRow row) => LeadScope.Of(call).Sees(row);

    public static bool Sees(MarketoCall call, MarketoPartition partition) => LeadScope.Of(call).Sees(partition);

    public static MarketoPartition PartitionOf(MarketoCall call, PersonRow row) => LeadScope.Of(call).PartitionOf(row);

    /// <summary>The partition of a name, if it exists and the caller sees it.</summary>
    public static MarketoPartition? FindPartition(MarketoCall call, string name)
    {
        foreach (var partition in call.Instance.Options.Partitions)
        {
            if (partition.Name == name && Sees(call, partition))
            {
                return partition;
            }
        }

        return null;
    }

    /// <summary>The partition of new people of a call that names none; null when the caller does not see the default one, and so must name its own (1009).</summary>
    public static MarketoPartition? Default(MarketoCall call) => call.Instance.Options.Partitions[0] is var first && Sees(call, first) ? first : null;
}
