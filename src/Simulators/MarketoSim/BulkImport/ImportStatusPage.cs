using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>Status, failures and warnings of an import; the last two are files in its format.</summary>
internal static class ImportStatusPage
{
    public static void Answer(MarketoCall call, ImportKind kind)
    {
        if (!int.TryParse(call.Sim.Route("batchId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            call.Fail(MarketoErrors.InvalidValue(call.Sim.Route("batchId"), "Integer"));
            return;
        }

        if (call.Store.Imports.Find(id, kind, ApiName(call, kind), call.Sim.Now) is not { } job)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
            return;
        }

        call.StartResult();
        WriteIds(call, job);
        call.Json.WriteNumber(kind == ImportKind.Objects ? "numOfObjectsProcessed"u8 : "numOfLeadsProcessed"u8, job.Processed);
        call.Json.WriteNumber("numOfRowsFailed"u8, job.Failures.Count);
        call.Json.WriteNumber("numOfRowsWithWarning"u8, job.Warnings.Count);
        if (job.Status == ImportStatus.Complete)
        {
            if (kind == ImportKind.Objects)
            {
                call.Json.WriteString("importTime"u8, string.Create(CultureInfo.InvariantCulture, $"{job.TookMicros / Micros.PerSecond} second(s)"));
            }

            call.Json.WriteString("message"u8, job.Message);
        }

        call.Json.WriteEndObject();
        call.EndResult();
    }

    public static void AnswerFile(MarketoCall call, ImportKind kind, Func<ImportJob, RejectedRows> rows)
    {
        if (!int.TryParse(call.Sim.Route("batchId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || call.Store.Imports.Find(id, kind, ApiName(call, kind), call.Sim.Now) is not { Status: ImportStatus.Complete } job)
        {
            FileAnswer.NotFound(call);
            return;
        }

        call.Sim.Records = rows(job).Count;
        FileAnswer.Write(call, job.Format.ContentType, rows(job).Content);
    }

    /// <summary>Opens the result object with what every answer about an import has. Those of custom objects have other members.</summary>
    public static void WriteIds(MarketoCall call, ImportJob job)
    {
        call.Json.WriteStartObject();
        call.Json.WriteNumber("batchId"u8, job.BatchId);
        if (job.Target.Kind == ImportKind.Objects)
        {
            call.Json.WriteString("objectApiName"u8, job.Target.ApiName);
            call.Json.WriteString("operation"u8, "import"u8);
        }
        else
        {
            call.Json.WriteString("importId"u8, job.BatchId.ToString(CultureInfo.InvariantCulture));
        }

        call.Json.WriteString("status"u8, job.Status.ToString());
    }

    private static string ApiName(MarketoCall call, ImportKind kind) => kind == ImportKind.Objects ? call.Sim.Route("apiName") : "";
}
