using System.Text.Json;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Marketo;

/// <summary>What all writes of many records have in common.</summary>
public sealed partial class MarketoClient
{
    private Task<CallResult<RecordOutcome[]>> WriteAsync(string path, MarketoBatch batch, TimeSpan serverTimeout, Lane lane, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, path, batch, serverTimeout, lane, cancellationToken);

    private async Task<CallResult<RecordOutcome[]>> WriteAsync(
        HttpMethod method, string path, MarketoBatch batch, TimeSpan serverTimeout, Lane lane, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(new(method, path, batch.Close(), Json, serverTimeout, lane, Write: true), MarketoRows.Outcome, cancellationToken);
        return answer.TryGetValue(out var results, out var failure) ? InOrder(results.Rows, batch.Count) : failure;
    }

    private Task<CallResult<RecordOutcome[]>> WriteIdsAsync(
        HttpMethod method, string path, string idName, IReadOnlyList<MarketoLeadId> leadIds, string? statusName, Lane lane, CancellationToken cancellationToken)
    {
        void WriteHead(Utf8JsonWriter writer)
        {
            if (statusName is not null)
            {
                writer.WriteString("statusName", statusName);
            }
        }

        return WriteHeadedAsync(method, path, idName, leadIds, WriteHead, lane, cancellationToken);
    }

    private Task<CallResult<RecordOutcome[]>> WriteHeadedAsync(
        HttpMethod method, string path, string idName, IReadOnlyList<MarketoLeadId> leadIds, Action<Utf8JsonWriter> writeHead, Lane lane, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(leadIds.Count, MarketoBatch.MaxRecords, nameof(leadIds));
        var batch = new MarketoBatch(writeHead);
        foreach (var id in leadIds)
        {
            batch.TryAdd(new FieldBag(1) { { idName, id.Value } });
        }

        return WriteAsync(method, path, batch, ServerTimeouts.SyncObjects, lane, cancellationToken);
    }

    /// <summary>Gives each record its own outcome, or fails as a whole: with results missing, doubled or misplaced nobody knows whose they are.</summary>
    private static CallResult<RecordOutcome[]> InOrder(List<RecordOutcome> results, int sent)
    {
        if (results.Count != sent)
        {
            return MarketoErrors.Request(LocalCodes.CountMismatch, $"{sent} records, {results.Count} results.", 200, write: true);
        }

        var outcomes = new RecordOutcome[sent];
        for (var i = 0; i < sent; i++)
        {
            var index = results[i].Index < 0 ? i : results[i].Index;
            if (index >= sent || outcomes[index].Status is not null)
            {
                return MarketoErrors.Request(LocalCodes.CountMismatch, "Results for records that were not sent, or two for one.", 200, write: true);
            }

            outcomes[index] = results[i] with { Index = index };
        }

        return outcomes;
    }

    private static MarketoBatch? Fill(MarketoBatch batch, IReadOnlyList<FieldBag> input)
    {
        foreach (var record in input)
        {
            if (!batch.TryAdd(record))
            {
                return null;
            }
        }

        return batch;
    }

    private static CallFailure TooLarge() => MarketoErrors.Request(LocalCodes.TooLarge, "More than 300 records or 1,000,000 bytes.", 0, write: true);
}
