using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>Takes imports through their states: each block of rows is written at its own instant, so that calls in between find the file half imported.</summary>
internal sealed class ImportRunner(MarketoInstance instance)
{
    /// <summary>Rows that are written at one instant. Our choice: short enough not to hold up live calls.</summary>
    public const int BlockRows = 1000;

    private readonly RowWriter writer = new(instance);

    /// <summary>Does the next thing that is due; false when nothing is.</summary>
    public bool RunNext(long now)
    {
        var imports = instance.Store.Imports;
        if (imports.NextDue(now) is not { } job)
        {
            return false;
        }

        var at = job.NextAt!.Value;
        if (job.Status == ImportStatus.Queued)
        {
            job.Start(at);
            job.NextAt = at + job.BlockMicros;
            return true;
        }

        if (WriteBlock(job, at))
        {
            job.NextAt = at + job.BlockMicros;
        }
        else
        {
            imports.Complete(job, at);
        }

        instance.Campaigns.Settle();
        return true;
    }

    /// <summary>False when it was the last one.</summary>
    private bool WriteBlock(ImportJob job, long at)
    {
        var context = ChangeContext.Client(job.Call, at, job.Client);
        for (var row = 0; row < BlockRows; row++)
        {
            if (!job.Rows!.Read())
            {
                return false;
            }

            job.Count(writer.Write(job, context));
        }

        return true;
    }
}
