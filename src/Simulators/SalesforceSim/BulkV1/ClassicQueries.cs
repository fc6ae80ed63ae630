using System.Text;
using SfMarketo.SalesforceSim.Bulk;
using SfMarketo.SalesforceSim.Bulk.Queries;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>The steps of a query batch: the rows are found, then written bit by bit; or the query is cut into others by ids.</summary>
internal static class ClassicQueries
{
    private const int BlockRows = 50_000;

    /// <summary>Does the batch's next step.</summary>
    /// <returns>When the one after it is due, microseconds; null when the batch is done.</returns>
    public static long? Step(SalesforceOrg org, ClassicJob job, ClassicBatch batch, long at)
    {
        var wallNow = at + org.Faults.SkewAt(at);
        if (batch.Run is null)
        {
            return Start(org, job, batch, at, wallNow);
        }

        batch.Run.WriteNext(org, BlockRows, at);
        batch.Processed = batch.Run.File.Count;
        batch.WorkedMicros += batch.ChunkMicros;
        if (!batch.Run.IsDone)
        {
            return at + batch.ChunkMicros;
        }

        batch.End(ClassicBatchState.Completed, wallNow);
        return null;
    }

    private static long? Start(SalesforceOrg org, ClassicJob job, ClassicBatch batch, long at, long wallNow)
    {
        (batch.State, batch.ModifiedAt) = (ClassicBatchState.InProgress, wallNow);
        var statement = Encoding.UTF8.GetString(batch.Content.Span);
        try
        {
            var run = QueryRun.Start(org, statement, job.Operation == BulkOperation.QueryAll, job.Origin, BulkFormat.Default, at, batch.Range is { } range ? range.Holds : null);
            if (run.Object != job.Spec.Type)
            {
                batch.End(ClassicBatchState.Failed, wallNow, $"InvalidBatch : Failed to process query: the query is of {run.Object.Name}, and the job of {job.Spec.Type.Name}");
                return null;
            }

            if (job.IsChunked && batch.Range is null)
            {
                job.Cut(batch, Parts(org, job, batch), wallNow);
                return null;
            }

            batch.Run = run;
            return at + batch.ChunkMicros;
        }
        catch (SoqlException refusal)
        {
            batch.End(ClassicBatchState.Failed, wallNow, $"InvalidBatch : Failed to process query: {refusal.Code}: {refusal.Message}");
            return null;
        }
    }

    private static IEnumerable<ClassicBatch> Parts(SalesforceOrg org, ClassicJob job, ClassicBatch whole)
    {
        var rows = org.Store[job.Spec.Type].Count;
        for (var from = 0; from == 0 || from < rows; from += job.ChunkSize)
        {
            yield return new ClassicBatch(org.Bulk.NextBatchNumber(), whole.Call, whole.CreatedAt, whole.Content, org.Draws) { Range = new PkRange(from, from + job.ChunkSize), SentAs = whole.SentAs };
        }
    }
}
