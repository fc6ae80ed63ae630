using System.Globalization;
using System.Text.Json;
using System.Xml;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Bulk;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>Jobs and batches as Bulk API 1.0 tells of them: the same members in XML and JSON.</summary>
internal static class ClassicInfo
{
    public static void WriteJob(SimCall call, ClassicJob job, bool asJson) => Write(call, "jobInfo", Members(job, asJson), asJson);

    public static void WriteBatch(SimCall call, ClassicJob job, ClassicBatch batch, bool asJson) => Write(call, "batchInfo", Members(job, batch, asJson), asJson);

    public static void WriteBatches(SimCall call, ClassicJob job, bool asJson)
    {
        if (asJson)
        {
            call.ContentType = AsyncForm.JsonType;
            call.Json.WriteStartObject();
            call.Json.WriteStartArray("batchInfo"u8);
            foreach (var batch in job.Batches)
            {
                WriteObject(call.Json, Members(job, batch, true));
            }

            call.Json.WriteEndArray();
            call.Json.WriteEndObject();
            return;
        }

        call.ContentType = AsyncForm.XmlType;
        AsyncForm.WriteXml(call, "batchInfoList", xml =>
        {
            foreach (var batch in job.Batches)
            {
                xml.WriteStartElement("batchInfo", AsyncForm.Namespace);
                WriteElements(xml, Members(job, batch, false));
                xml.WriteEndElement();
            }
        });
    }

    private static void Write(SimCall call, string root, List<(string Name, object? Value)> members, bool asJson)
    {
        if (asJson)
        {
            call.ContentType = AsyncForm.JsonType;
            WriteObject(call.Json, members);
        }
        else
        {
            call.ContentType = AsyncForm.XmlType;
            AsyncForm.WriteXml(call, root, xml => WriteElements(xml, members));
        }
    }

    private static List<(string Name, object? Value)> Members(ClassicJob job, bool asJson)
    {
        var batches = job.Batches;
        var worked = batches.Sum(batch => batch.WorkedMicros);
        return
        [
            ("id", job.Id),
            ("operation", job.Operation.Text()),
            ("object", job.Object),
            ("createdById", job.Origin.UserId),
            ("createdDate", Date(job.CreatedAt, asJson)),
            ("systemModstamp", Date(job.ModifiedAt, asJson)),
            ("state", job.State.ToString()),
            ("externalIdFieldName", job.Spec.Key?.Name),
            ("assignmentRuleId", job.Spec.AssignmentRuleId),
            ("concurrencyMode", job.IsSerial ? "Serial" : "Parallel"),
            ("contentType", job.ContentType.ToString().ToUpperInvariant()),
            ("numberBatchesQueued", Count(ClassicBatchState.Queued)),
            ("numberBatchesInProgress", Count(ClassicBatchState.InProgress)),
            ("numberBatchesCompleted", Count(ClassicBatchState.Completed)),
            ("numberBatchesFailed", Count(ClassicBatchState.Failed)),
            ("numberBatchesTotal", (long)batches.Count),
            ("numberRecordsProcessed", batches.Sum(batch => (long)batch.Processed)),
            ("numberRetries", 0L),
            ("apiVersion", (double)job.Origin.ApiVersion),
            ("numberRecordsFailed", batches.Sum(batch => (long)batch.Failed)),
            ("totalProcessingTime", worked / 1000),
            ("apiActiveProcessingTime", worked / 1000 * 9 / 10),
            ("apexProcessingTime", 0L),
        ];

        long Count(ClassicBatchState state) => batches.Count(batch => batch.State == state);
    }

    private static List<(string Name, object? Value)> Members(ClassicJob job, ClassicBatch batch, bool asJson) =>
    [
        ("id", batch.Id),
        ("jobId", job.Id),
        ("state", batch.State.ToString()),
        ("stateMessage", batch.StateMessage),
        ("createdDate", Date(batch.CreatedAt, asJson)),
        ("systemModstamp", Date(batch.ModifiedAt, asJson)),
        ("numberRecordsProcessed", (long)batch.Processed),
        ("numberRecordsFailed", (long)batch.Failed),
        ("totalProcessingTime", batch.WorkedMicros / 1000),
        ("apiActiveProcessingTime", batch.WorkedMicros / 1000 * 9 / 10),
        ("apexProcessingTime", 0L),
    ];

    private static void WriteElements(XmlWriter xml, List<(string Name, object? Value)> members)
    {
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                xml.WriteElementString(name, AsyncForm.Namespace, AsyncForm.Clean(Text(value)));
            }
        }
    }

    private static void WriteObject(Utf8JsonWriter json, List<(string Name, object? Value)> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
        {
            json.WritePropertyName(name);
            switch (value)
            {
                case null: json.WriteNullValue(); break;
                case string text: json.WriteStringValue(text); break;
                default: json.WriteRawValue(Text(value), skipInputValidation: true); break;
            }
        }

        json.WriteEndObject();
    }

    private static string Text(object value) => value is double number ? number.ToString("0.0", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string Date(long micros, bool asJson)
    {
        var seconds = micros - micros % Micros.PerSecond;
        return asJson ? FieldValues.FormatDateTime(seconds) : FieldValues.FormatDateTime(seconds).Replace("+0000", "Z", StringComparison.Ordinal);
    }
}
