using System.Globalization;
using System.Text.Json;
using SfMarketo.SalesforceSim.Bulk.Ingest;
using SfMarketo.SalesforceSim.Bulk.Queries;
using SfMarketo.SalesforceSim.BulkV1;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Bulk.Wire;

/// <summary>A job as Bulk API 2.0 tells of it (salesforce-data.md section 4.1).</summary>
internal static class JobInfo
{
    /// <summary>The answer to create, close and abort.</summary>
    /// <param name="json">Takes it.</param>
    /// <param name="job">The job.</param>
    /// <param name="contentUrl">Whether it says where to bring the file.</param>
    public static void WriteShort(Utf8JsonWriter json, BulkJob job, bool contentUrl = false)
    {
        json.WriteStartObject();
        WriteCommon(json, job);
        WriteFormat(json, job, contentUrl);
        json.WriteEndObject();
    }

    /// <summary>The answer to get.</summary>
    public static void WriteFull(Utf8JsonWriter json, BulkJob job, bool contentUrl)
    {
        json.WriteStartObject();
        WriteCommon(json, job);
        json.WriteString("jobType"u8, job.JobType);
        WriteFormat(json, job, contentUrl && job is IngestJob);
        switch (job)
        {
            case IngestJob ingest:
                json.WriteNumber("numberRecordsProcessed"u8, ingest.Processed);
                json.WriteNumber("numberRecordsFailed"u8, ingest.Failed);
                WriteTimes(json, ingest.WorkedMicros);
                json.WriteNumber("apiActiveProcessingTime"u8, ingest.WorkedMicros / 1000 * 9 / 10);
                json.WriteNumber("apexProcessingTime"u8, 0);
                break;
            case QueryJob query:
                json.WriteNumber("numberRecordsProcessed"u8, query.Processed);
                WriteTimes(json, query.WorkedMicros);
                json.WriteBoolean("isPkChunkingSupported"u8, query.IsChunkable);
                break;
        }

        if (job.ErrorMessage is { } message)
        {
            json.WriteString("errorMessage"u8, message);
        }

        json.WriteEndObject();
    }

    /// <summary>An entry of a list.</summary>
    public static void WriteListed(Utf8JsonWriter json, BulkJob job)
    {
        json.WriteStartObject();
        WriteCommon(json, job);
        json.WriteString("jobType"u8, job.JobType);
        WriteFormat(json, job, job is IngestJob);
        json.WriteEndObject();
    }

    private static void WriteCommon(Utf8JsonWriter json, BulkJob job)
    {
        json.WriteString("id"u8, job.Id);
        json.WriteString("operation"u8, job.Operation.Text());
        json.WriteString("object"u8, job.Object);
        json.WriteString("createdById"u8, job.Origin.UserId);
        json.WriteString("createdDate"u8, FieldValues.FormatDateTime(Seconds(job.CreatedAt)));
        json.WriteString("systemModstamp"u8, FieldValues.FormatDateTime(Seconds(job.ModifiedAt)));
        json.WriteString("state"u8, job.State.ToString());
        if (job is IngestJob { Spec: { Key: { } key } } ingest)
        {
            json.WriteString("externalIdFieldName"u8, key.Name);
            WriteRule(json, ingest);
        }
        else if (job is IngestJob other)
        {
            WriteRule(json, other);
        }

        json.WriteString("concurrencyMode"u8, job is ClassicJob { IsSerial: true } ? "Serial" : "Parallel");
        json.WriteString("contentType"u8, job is ClassicJob classic ? classic.ContentType.ToString().ToUpperInvariant() : "CSV");
        json.WritePropertyName("apiVersion"u8);
        json.WriteRawValue(job.Origin.ApiVersion.ToString(CultureInfo.InvariantCulture) + ".0", skipInputValidation: true);
    }

    private static void WriteRule(Utf8JsonWriter json, IngestJob job)
    {
        if (job.Spec.AssignmentRuleId is { } rule)
        {
            json.WriteString("assignmentRuleId"u8, rule);
        }
    }

    private static void WriteFormat(Utf8JsonWriter json, BulkJob job, bool contentUrl)
    {
        if (contentUrl)
        {
            // Without a leading slash, on the wire too.
            json.WriteString("contentUrl"u8, string.Create(CultureInfo.InvariantCulture, $"services/data/v{job.Origin.ApiVersion}.0/jobs/ingest/{job.Id}/batches"));
        }

        if ((job as IngestJob)?.Format is { } format || (format = (job as QueryJob)?.Format) is not null)
        {
            json.WriteString("lineEnding"u8, format.LineEnding);
            json.WriteString("columnDelimiter"u8, format.Delimiter);
        }
    }

    private static void WriteTimes(Utf8JsonWriter json, long micros)
    {
        json.WriteNumber("retries"u8, 0);
        json.WriteNumber("totalProcessingTime"u8, micros / 1000);
    }

    private static long Seconds(long micros) => micros - micros % 1_000_000;
}
