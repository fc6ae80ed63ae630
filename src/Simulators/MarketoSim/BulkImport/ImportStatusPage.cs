using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>Status, failures and warnings of an import; the last two are files in its format.</summary>
internal static class ImportStatusPage
{
    public static void AnswerLeads(MarketoCall call) => Answer(call, false);

    public static void AnswerMembers(MarketoCall call) => Answer(call, true);

    public static void AnswerLeadFailures(MarketoCall call) => AnswerFile(call, false, job => job.Failures);

    public static void AnswerLeadWarnings(MarketoCall call) => AnswerFile(call, false, job => job.Warnings);

    public static void AnswerMemberFailures(MarketoCall call) => AnswerFile(call, true, job => job.Failures);

    public static void AnswerMemberWarnings(MarketoCall call) => AnswerFile(call, true, job => job.Warnings);

    /// <summary>Opens the result object with what every answer about an import has.</summary>
    public static void WriteIds(MarketoCall call, ImportJob job)
    {
        call.Json.WriteStartObject();
        call.Json.WriteNumber("batchId"u8, job.BatchId);
        call.Json.WriteString("importId"u8, job.BatchId.ToString(CultureInfo.InvariantCulture));
        call.Json.WriteString("status"u8, job.Status.ToString());
    }

    private static void Answer(MarketoCall call, bool ofMembers)
    {
        if (!int.TryParse(call.Sim.Route("batchId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            call.Fail(MarketoErrors.InvalidValue(call.Sim.Route("batchId"), "Integer"));
            return;
        }

        if (call.Store.Imports.Find(id, ofMembers, call.Sim.Now) is not { } job)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
            return;
        }

        call.StartResult();
        WriteIds(call, job);
        call.Json.WriteNumber("numOfLeadsProcessed"u8, job.Processed);
        call.Json.WriteNumber("numOfRowsFailed"u8, job.Failures.Count);
        call.Json.WriteNumber("numOfRowsWithWarning"u8, job.Warnings.Count);
        if (job.Status == ImportStatus.Complete)
        {
            call.Json.WriteString("message"u8, job.Message);
        }

        call.Json.WriteEndObject();
        call.EndResult();
    }

    private static void AnswerFile(MarketoCall call, bool ofMembers, Func<ImportJob, RejectedRows> rows)
    {
        if (!int.TryParse(call.Sim.Route("batchId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || call.Store.Imports.Find(id, ofMembers, call.Sim.Now) is not { Status: ImportStatus.Complete } job)
        {
            FileAnswer.NotFound(call);
            return;
        }

        call.Sim.Records = rows(job).Count;
        FileAnswer.Write(call, job.Format.ContentType, rows(job).Content);
    }
}
