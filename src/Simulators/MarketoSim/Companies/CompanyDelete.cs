using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Companies;

/// <summary><c>POST /rest/v1/companies/delete.json</c>. That a company with linked people is refused (1022) is by the code's meaning, unverified.</summary>
internal static class CompanyDelete
{
    public static void Answer(MarketoCall call)
    {
        var request = new CompanyRequest();
        if (!call.TryOpenJson(out var reader) || !request.TryRead(call, ref reader, "deleteBy"))
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
            else if (record.Find(call.Store.Companies) is not { } row)
            {
                call.WriteSkipped(MarketoErrors.RecordNotFound, seq);
            }
            else if (call.Instance.CompanyWriter.PeopleOf(call.Instance.CompanyWriter.KeyOf(row)).Length > 0)
            {
                call.WriteSkipped(MarketoErrors.ObjectInUse, seq);
            }
            else
            {
                call.Instance.CompanyWriter.Delete(row, call.Context);
                CompanySync.WriteResult(call, seq, row.Id, "deleted"u8);
            }
        }

        call.EndResult();
    }
}
