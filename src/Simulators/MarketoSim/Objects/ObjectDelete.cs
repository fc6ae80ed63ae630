using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Objects;

/// <summary><c>POST x/delete.json</c>. That a record on which others hang is refused with 1022 is by the code's meaning, unverified.</summary>
internal static class ObjectDelete
{
    public static void Answer(MarketoCall call, ObjectTable table)
    {
        var request = new ObjectRequest(table.Kind);
        if (!request.TryRead(call, "deleteBy"))
        {
            return;
        }

        call.Sim.Records = request.Records.Count;
        call.StartResult();
        for (var seq = 0; seq < request.Records.Count; seq++)
        {
            var record = request.Records[seq];
            if ((call.NextRecordFault() ?? record.Problem) is { } problem)
            {
                call.WriteSkipped(problem, seq);
            }
            else if (record.Find(table) is not { } row)
            {
                call.WriteSkipped(MarketoErrors.RecordNotFound, seq);
            }
            else if (table.Kind.IsInUse(call.Instance, row))
            {
                call.WriteSkipped(MarketoErrors.ObjectInUse, seq);
            }
            else
            {
                call.Instance.ObjectWriter.Delete(table, row, call.Context);
                ObjectSync.WriteResult(call, table.Kind, row, seq, "deleted"u8);
            }
        }

        call.EndResult();
    }
}
