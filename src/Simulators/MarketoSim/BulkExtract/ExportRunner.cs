namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>Takes extracts through their states, each at its own instant.</summary>
internal sealed class ExportRunner(MarketoInstance instance)
{
    /// <summary>Does the next thing that is due; false when nothing is.</summary>
    public bool RunNext(long now)
    {
        var exports = instance.Store.Exports;
        if (exports.NextDue(now) is not { } job)
        {
            return false;
        }

        var at = job.NextAt!.Value;
        if (job.Status == ExportStatus.Queued)
        {
            exports.Replace(job.Start(instance, at), at);
            return true;
        }

        instance.Limits.SpendVolume(at, job.File.Length);
        exports.Replace(job.Complete(at), at);
        return true;
    }
}
