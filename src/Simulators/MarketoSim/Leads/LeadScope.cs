using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>The people that a user sees, in a call or in the job that a call has left behind.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Names">Names of the user's partitions; none for all.</param>
internal readonly record struct LeadScope(MarketoInstance Instance, IReadOnlyList<string> Names)
{
    public static LeadScope Of(MarketoCall call) => new(call.Instance, call.Token!.Credential.Partitions);

    public bool Sees(PersonRow row) => Names.Count == 0 || Sees(PartitionOf(row));

    public bool Sees(MarketoPartition partition) => Names.Count == 0 || Names.Contains(partition.Name);

    public MarketoPartition PartitionOf(PersonRow row)
    {
        var id = row.Values[Instance.Schema.LeadPartitionId.Number] as int?;
        var partitions = Instance.Options.Partitions;
        foreach (var partition in partitions)
        {
            if (partition.Id == id)
            {
                return partition;
            }
        }

        return partitions[0];
    }

    /// <summary>Why a write that means this person is refused: 1008 for another's partition, 1010 for one that is not the named one; null when it is not.</summary>
    public MarketoError? Outside(PersonRow row, MarketoPartition? named)
    {
        if (named is null && Names.Count == 0)
        {
            return null;
        }

        var own = PartitionOf(row);
        return !Sees(own) ? MarketoErrors.PartitionDenied(own.Name)
            : named is not null && named.Id != own.Id ? MarketoErrors.PartitionUpdateNotAllowed
            : null;
    }

    /// <summary>The field that puts a new person into a partition; none for the default one, where people are anyway.</summary>
    public FieldValue[] Into(MarketoPartition partition) => partition.Id == 1 ? [] : [new FieldValue(Instance.Schema.LeadPartitionId, Boxes.Of(partition.Id))];
}
