using SfMarketo.SalesforceSim.Bulk.Ingest;
using SfMarketo.SalesforceSim.Control;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>The steps of a batch of rows: read, then written 200 at a time.</summary>
internal static class ClassicIngest
{
    /// <summary>Does the batch's next step.</summary>
    /// <returns>When the one after it is due, microseconds; null when the batch is done.</returns>
    public static long? Step(SalesforceOrg org, ClassicJob job, ClassicBatch batch, long at)
    {
        var wallNow = at + org.Faults.SkewAt(at);
        if (batch.State == ClassicBatchState.Queued)
        {
            batch.State = ClassicBatchState.InProgress;
            batch.ModifiedAt = wallNow;
            batch.Rows = Bind(org, job, batch, out var problem);
            batch.Outcomes = new RowOutcome[batch.Rows?.Count ?? 0];
            if (problem is not null)
            {
                batch.End(ClassicBatchState.Failed, wallNow, problem);
                return null;
            }

            return at + Took(batch);
        }

        batch.Rows ??= Bind(org, job, batch, out _)!;
        var (from, count, took) = (batch.Processed, Math.Min(RowChunk.Size, batch.Outcomes.Length - batch.Processed), Took(batch));
        for (var row = 0; row < count; row++)
        {
            batch.Rows.Read(org, from + row, org.RowChunk[row]);
        }

        var alone = org.Bulk.Running == 1 && job.Batches.Count(other => !other.IsDone) == 1;
        var written = batch.Outcomes.AsSpan(from, count);
        org.RowChunk.Write(
            org, job.Spec, org.BeginAt(at, batch.Call, job.Origin), input => batch.Call.NextRecordError() ?? (alone ? null : org.Bulk.Locks.Take(input, batch, at - took, took, org.Switches.LockPatience)), written);
        foreach (var outcome in written)
        {
            batch.Failed += outcome.Error is null ? 0 : 1;
        }

        batch.Processed += count;
        batch.WorkedMicros += took;
        if (batch.Processed < batch.Outcomes.Length)
        {
            return at + Took(batch);
        }

        batch.End(ClassicBatchState.Completed, wallNow);
        return null;
    }

    private static ClassicRows? Bind(SalesforceOrg org, ClassicJob job, ClassicBatch batch, out string? problem)
    {
        var rows = job.ContentType switch
        {
            ClassicContent.Csv => ClassicCsvRows.Bind(org, job.Spec, batch.Content, out problem),
            ClassicContent.Json => ClassicJsonRows.Bind(job.Spec, batch.Content, out problem),
            _ => ClassicXmlRows.Bind(job.Spec, batch.Content, out problem),
        };
        if (rows?.Count > ClassicRows.MostRows)
        {
            problem = FormattableString.Invariant($"InvalidBatch : Records in the batch exceed the maximum of {ClassicRows.MostRows}: {rows.Count}");
            return null;
        }

        return rows;
    }

    private static long Took(ClassicBatch batch) => batch.ChunkMicros * Math.Clamp(batch.Outcomes.Length - batch.Processed, 20, RowChunk.Size) / RowChunk.Size;
}
