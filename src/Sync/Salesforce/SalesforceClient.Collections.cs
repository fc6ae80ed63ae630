using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SfMarketo.Sync.Salesforce;

/// <summary>Up to 200 records in one API call, each with its own outcome. No record of a call waits for or undoes another.</summary>
public sealed partial class SalesforceClient
{
    /// <summary>Records one collection call may hold. Source: REST API Developer Guide, "sObject Collections".</summary>
    public const int MaxRecords = 200;

    // A run of one type is a chunk, and a call may have ten: sorted by type no call of ours comes near it.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes up to 200 rows of one object.</summary>
    public Task<CallResult<RecordOutcome[]>> CreateManyAsync(string objectName, IReadOnlyList<FieldBag> records, AutoAssign autoAssign, CancellationToken cancellationToken)
    {
        var items = new (string, SalesforceId, FieldBag)[records.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = (objectName, default, records[i]);
        }

        return CollectAsync(HttpMethod.Post, "", items, allOrNone: false, "created", autoAssign, cancellationToken);
    }

    /// <summary>Changes up to 200 rows, of several objects if need be. A row may be in it once.</summary>
    public Task<CallResult<RecordOutcome[]>> UpdateManyAsync(
        IReadOnlyList<(string Object, SalesforceId Id, FieldBag Fields)> records, bool allOrNone, AutoAssign autoAssign, CancellationToken cancellationToken) =>
        CollectAsync(HttpMethod.Patch, "", records, allOrNone, "updated", autoAssign, cancellationToken);

    /// <summary>Creates or changes up to 200 rows of one object by an external id, whose value is in each record.</summary>
    public Task<CallResult<RecordOutcome[]>> UpsertManyAsync(
        string objectName, string externalIdField, IReadOnlyList<FieldBag> records, AutoAssign autoAssign, CancellationToken cancellationToken)
    {
        var items = new (string, SalesforceId, FieldBag)[records.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = (objectName, default, records[i]);
        }

        return CollectAsync(HttpMethod.Patch, $"/{objectName}/{externalIdField}", items, allOrNone: false, "updated", autoAssign, cancellationToken);
    }

    private async Task<CallResult<RecordOutcome[]>> CollectAsync(
        HttpMethod method,
        string path,
        IReadOnlyList<(string Object, SalesforceId Id, FieldBag Fields)> records,
        bool allOrNone,
        string status,
        AutoAssign autoAssign,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(records.Count, MaxRecords, nameof(records));
        var order = ByObject(records);
        var answer = await SendAsync(
            new(method, $"{_data}/composite/sobjects{path}", CollectionBody(records, order, allOrNone), autoAssign, RowErrorsAreOutcomes: false),
            (_, body) => SalesforceRows.Outcomes(body, status, creates: status == "created"),
            cancellationToken);
        if (!answer.TryGetValue(out var results, out var failure))
        {
            return failure;
        }

        if (results.Count != records.Count)
        {
            return SalesforceErrors.Request(LocalCodes.CountMismatch, $"{records.Count} records, {results.Count} results.", 200, write: true);
        }

        var outcomes = new RecordOutcome[records.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[order[i]] = results[i] with { Index = order[i] };
        }

        return outcomes;
    }

    /// <summary>The records' places, those of one object together, objects in order of first appearance.</summary>
    private static int[] ByObject(IReadOnlyList<(string Object, SalesforceId Id, FieldBag Fields)> records)
    {
        var order = new int[records.Count];
        var objects = new List<string>(1);
        foreach (var record in records)
        {
            if (!objects.Contains(record.Object))
            {
                objects.Add(record.Object);
            }
        }

        var next = 0;
        foreach (var name in objects)
        {
            for (var i = 0; i < records.Count; i++)
            {
                if (records[i].Object == name)
                {
                    order[next++] = i;
                }
            }
        }

        return order;
    }

    private static ReadOnlyMemory<byte> CollectionBody(IReadOnlyList<(string Object, SalesforceId Id, FieldBag Fields)> records, int[] order, bool allOrNone)
    {
        var body = new ArrayBufferWriter<byte>(2 * 1024);
        using var writer = new Utf8JsonWriter(body, Plain);
        writer.WriteStartObject();
        writer.WriteBoolean("allOrNone", allOrNone);
        writer.WriteStartArray("records");
        foreach (var index in order)
        {
            var (objectName, id, fields) = records[index];
            writer.WriteStartObject();
            writer.WriteStartObject("attributes");
            writer.WriteString("type", objectName);
            writer.WriteEndObject();
            if (!id.IsEmpty)
            {
                writer.WriteString("id", id.ToString());
            }

            fields.WriteMembersTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return body.WrittenMemory;
    }
}
