using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Leads;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Partitions;

/// <summary><c>POST /rest/v1/leads/partitions.json</c>: moves people; writes Change Lead Partition (100) for each that moves. Record errors 1004 and 1008 are unverified.</summary>
internal static class PartitionUpdate
{
    public static void Answer(MarketoCall call)
    {
        if (!JsonBody.TryOpen(call, out var body) || !body.TryInput(out var input))
        {
            return;
        }

        if (BatchSize.Check(call, input.Count) is { } misfit)
        {
            call.Fail(misfit);
            return;
        }

        var records = new List<(int Id, string Partition)>();
        foreach (var record in input)
        {
            if (!record.TryWhole("id", out var id, required: true) || !record.TryText("partitionName", out var name, required: true))
            {
                return;
            }

            records.Add((id!.Value, name!));
        }

        call.Sim.Records = records.Count;
        call.StartResult();
        foreach (var (id, name) in records)
        {
            if (call.NextRecordFault() is { } fault)
            {
                call.WriteSkipped(fault, id: id);
            }
            else if (LeadAccess.Find(call, id) is not { } row)
            {
                call.WriteSkipped(MarketoErrors.LeadNotFound, id: id);
            }
            else if (LeadAccess.FindPartition(call, name) is not { } partition)
            {
                call.WriteSkipped(MarketoErrors.PartitionDenied(name), id: id);
            }
            else
            {
                Move(call, row, partition);
                LeadSync.WriteResult(call, id, "updated"u8);
            }
        }

        call.EndResult();
    }

    private static void Move(MarketoCall call, PersonRow row, MarketoPartition partition)
    {
        var before = LeadAccess.PartitionOf(call, row);
        if (before.Id == partition.Id)
        {
            return;
        }

        var context = call.Context;
        call.Instance.Writer.Keep(row, [new FieldValue(call.Instance.Schema.LeadPartitionId, Boxes.Of(partition.Id))], context);
        call.Store.Activities.Append(new ActivityEntry(context.At, row.Id, ActivityTypes.ChangeLeadPartition, 0, 0, null, [partition.Id, before.Id, context.Reason]));
    }
}
