using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Csv;
using SfMarketo.SalesforceSim.Bulk;
using SfMarketo.SalesforceSim.Bulk.Ingest;
using SfMarketo.SalesforceSim.Bulk.Wire;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>What became of the rows of a batch, in the order sent; of a query, the ids of its results.</summary>
internal static class ClassicResults
{
    public static void Write(SimCall call, ClassicJob job, ClassicBatch batch)
    {
        call.Records = batch.Outcomes.Length;
        if (job.Operation.IsQuery())
        {
            WriteIds(call, job, batch);
            return;
        }

        var outcomes = Array.ConvertAll(batch.Outcomes, outcome => outcome.Told(call));
        switch (job.ContentType)
        {
            case ClassicContent.Csv:
                WriteCsv(call, outcomes);
                break;
            case ClassicContent.Json:
                WriteJson(call, outcomes);
                break;
            default:
                WriteXml(call, outcomes);
                break;
        }
    }

    private static void WriteIds(SimCall call, ClassicJob job, ClassicBatch batch)
    {
        if (job.ContentType == ClassicContent.Json)
        {
            call.ContentType = AsyncForm.JsonType;
            call.Json.WriteStartArray();
            call.Json.WriteStringValue(batch.ResultId);
            call.Json.WriteEndArray();
            return;
        }

        call.ContentType = AsyncForm.XmlType;
        AsyncForm.WriteXml(call, "result-list", xml => xml.WriteElementString("result", AsyncForm.Namespace, batch.ResultId));
    }

    private static void WriteCsv(SimCall call, RowOutcome[] outcomes)
    {
        call.ContentType = AsyncForm.CsvType;
        var writer = new CsvWriter(call.Raw, BulkFormat.Default.Dialect);
        foreach (var name in (string[])["Id", "Success", "Created", "Error"])
        {
            writer.Write(name);
        }

        writer.EndRow();
        foreach (var outcome in outcomes)
        {
            writer.Write(outcome.Error is null ? outcome.Id : "");
            writer.Write(outcome.Error is null ? "true" : "false");
            writer.Write(outcome.Created ? "true" : "false");
            writer.Write(outcome.ErrorText);
            writer.EndRow();
        }
    }

    private static void WriteJson(SimCall call, RowOutcome[] outcomes)
    {
        call.ContentType = AsyncForm.JsonType;
        var json = call.Json;
        json.WriteStartArray();
        foreach (var outcome in outcomes)
        {
            json.WriteStartObject();
            json.WriteBoolean("success"u8, outcome.Error is null);
            json.WriteBoolean("created"u8, outcome.Created);
            json.WriteString("id"u8, outcome.Error is null ? outcome.Id : null);
            json.WriteStartArray("errors"u8);
            WriteError(json, outcome);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter json, in RowOutcome outcome)
    {
        if (outcome.Error is not { } error)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("message"u8, error.Message);
        json.WriteStartArray("fields"u8);
        foreach (var field in error.Fields ?? [])
        {
            json.WriteStringValue(field);
        }

        json.WriteEndArray();
        json.WriteString("statusCode"u8, error.Code);
        json.WriteNull("extendedErrorDetails"u8);
        json.WriteEndObject();
    }

    private static void WriteXml(SimCall call, RowOutcome[] outcomes)
    {
        call.ContentType = AsyncForm.XmlType;
        AsyncForm.WriteXml(call, "results", xml =>
        {
            foreach (var outcome in outcomes)
            {
                xml.WriteStartElement("result", AsyncForm.Namespace);
                if (outcome.Error is { } error)
                {
                    xml.WriteStartElement("errors", AsyncForm.Namespace);
                    foreach (var field in error.Fields ?? [])
                    {
                        xml.WriteElementString("fields", AsyncForm.Namespace, field);
                    }

                    xml.WriteElementString("message", AsyncForm.Namespace, AsyncForm.Clean(error.Message));
                    xml.WriteElementString("statusCode", AsyncForm.Namespace, error.Code);
                    xml.WriteEndElement();
                }
                else
                {
                    xml.WriteElementString("id", AsyncForm.Namespace, outcome.Id);
                }

                xml.WriteElementString("success", AsyncForm.Namespace, outcome.Error is null ? "true" : "false");
                xml.WriteElementString("created", AsyncForm.Namespace, outcome.Created ? "true" : "false");
                xml.WriteEndElement();
            }
        });
    }
}
