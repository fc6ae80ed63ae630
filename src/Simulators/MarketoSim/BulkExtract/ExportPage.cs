using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>Enqueue, status, cancel and list of extracts.</summary>
internal static class ExportPage
{
    /// <summary>How far back the list goes, as documented.</summary>
    private const long ListedMicros = 7 * 24 * 3600 * Micros.PerSecond;

    public static void Enqueue(MarketoCall call, ExportKind kind)
    {
        if (Find(call, kind) is not { } job)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
        }
        else if (job.Status != ExportStatus.Created)
        {
            call.Fail(MarketoErrors.JobQueued);
        }
        else if (call.Instance.Limits.IsVolumeSpent(call.Sim.Now))
        {
            call.Fail(MarketoErrors.ExportQuota);
        }
        else if (call.Store.Exports.ActiveCount >= call.Instance.Options.ExportJobs)
        {
            call.Sim.Guidance = $"{call.Instance.Options.ExportJobs} extracts wait or are processed, of all kinds together; the next is taken when the first of them is completed or cancelled";
            call.Fail(MarketoErrors.ExportQueueFull);
        }
        else
        {
            call.Store.Exports.Enqueue(job, call.Sim.Now);
            AnswerOne(call, Find(call, kind)!);
        }
    }

    public static void Status(MarketoCall call, ExportKind kind)
    {
        if (Find(call, kind) is { } job)
        {
            AnswerOne(call, job);
        }
        else
        {
            call.Fail(MarketoErrors.ObjectNotFound);
        }
    }

    public static void Cancel(MarketoCall call, ExportKind kind)
    {
        if (Find(call, kind) is not { } job)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
        }
        else if (job.Status != ExportStatus.Created && !job.IsActive)
        {
            call.Fail(MarketoErrors.InvalidData($"Job is {job.Status}"));
        }
        else
        {
            call.Store.Exports.Cancel(job, call.Sim.Now);
            AnswerOne(call, Find(call, kind)!);
        }
    }

    public static void List(MarketoCall call, ExportKind kind)
    {
        if (!call.TryReadBatchSize(out var size) || !call.TryReadAfterId(out var after) || !TryReadStatuses(call, out var statuses))
        {
            return;
        }

        var name = ApiName(call, kind);
        var since = call.Sim.Now - ListedMicros;
        var found = call.Store.Exports.All.Where(job => job.Number > after && job.Kind == kind && job.ApiName == name && job.User == call.Token!.Credential.User && job.CreatedAt >= since
            && (statuses.Count == 0 || statuses.Contains(job.Status))).Take(size + 1).ToList();
        call.StartResult();
        foreach (var job in found.Take(size))
        {
            Write(call, job);
        }

        call.EndResult(found.Count > size ? new PageToken(PageTokenKind.AfterId, found[size - 1].Number).ToString() : null);
    }

    /// <summary>The caller's own job of the path; null when there is none.</summary>
    public static ExportJob? Find(MarketoCall call, ExportKind kind) => call.Store.Exports.Find(call.Sim.Route("exportId"), kind, ApiName(call, kind), call.Token!.Credential.User, call.Sim.Now);

    /// <summary>The custom object of the path; empty for other kinds.</summary>
    public static string ApiName(MarketoCall call, ExportKind kind) => kind == ExportKind.Objects ? call.Sim.Route("apiName") : "";

    public static void Write(MarketoCall call, ExportJob job)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("exportId"u8, job.Id);
        json.WriteString("format"u8, job.Format.Name);
        json.WriteString("status"u8, job.Status.ToString());
        WireTime.Write(json, "createdAt"u8, job.CreatedAt);
        if (job.QueuedAt is { } queued)
        {
            WireTime.Write(json, "queuedAt"u8, queued);
        }

        if (job.StartedAt is { } started)
        {
            WireTime.Write(json, "startedAt"u8, started);
        }

        if (job.FinishedAt is { } finished)
        {
            WireTime.Write(json, "finishedAt"u8, finished);
            json.WriteNumber("numberOfRecords"u8, job.Records);
            json.WriteNumber("fileSize"u8, job.File.Length);
            json.WriteString("fileChecksum"u8, job.Checksum);
        }

        json.WriteEndObject();
        call.Sim.Records++;
    }

    private static void AnswerOne(MarketoCall call, ExportJob job)
    {
        call.StartResult();
        Write(call, job);
        call.EndResult();
    }

    private static bool TryReadStatuses(MarketoCall call, out HashSet<ExportStatus> statuses)
    {
        statuses = [];
        foreach (var name in call.Parameters.List("status"))
        {
            // Both spellings are the vendor's.
            if (!Enum.TryParse<ExportStatus>(name == "Canceled" ? "Cancelled" : name, ignoreCase: true, out var status) || int.TryParse(name, out _))
            {
                call.Fail(MarketoErrors.InvalidData($"Invalid status '{name}'"));
                return false;
            }

            statuses.Add(status);
        }

        return true;
    }
}
