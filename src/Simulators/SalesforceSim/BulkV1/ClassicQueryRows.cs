using System.Buffers;
using System.Text.Json;
using System.Xml;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Bulk.Queries;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Planning;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>The rows that a query batch found, in its job's form.</summary>
internal static class ClassicQueryRows
{
    public static void Write(SalesforceOrg org, SimCall call, ClassicJob job, QueryRun run)
    {
        call.Records = run.Count;
        var scope = new QueryScope(org.Store, includeDeleted: true);
        switch (job.ContentType)
        {
            case ClassicContent.Csv:
                call.ContentType = AsyncForm.CsvType;
                if (run.Count == 0)
                {
                    call.Raw.Write("Records not found for this query\n"u8);
                }
                else
                {
                    run.File.Write(call.Raw, 0, run.Count);
                }

                break;
            case ClassicContent.Json:
                call.ContentType = AsyncForm.JsonType;
                call.Json.WriteStartArray();
                foreach (var row in run.Rows)
                {
                    WriteRow(call.Json, run.Plan.Select, row, scope, $"/services/data/v{job.Origin.ApiVersion}.0/sobjects/");
                }

                call.Json.WriteEndArray();
                break;
            default:
                call.ContentType = AsyncForm.XmlType;
                AsyncForm.WriteXml(call, "queryResult", xml =>
                {
                    xml.WriteAttributeString("xmlns", "xsi", null, AsyncForm.Instance);
                    foreach (var row in run.Rows)
                    {
                        WriteRow(xml, "records", run.Plan.Select, row, scope);
                    }
                });
                break;
        }
    }

    private static void WriteRow(Utf8JsonWriter json, SelectNode select, SRow row, QueryScope scope, string sobjects)
    {
        json.WriteStartObject();
        json.WriteStartObject("attributes"u8);
        json.WriteString("type"u8, row.Type.Json);
        json.WriteString("url"u8, sobjects + row.Type.Name + "/" + row.Id);
        json.WriteEndObject();
        foreach (var entry in select.Entries)
        {
            json.WritePropertyName(entry.Name);
            if (entry.Parent is { } parent)
            {
                if (scope.Parent(row, entry.Reference!) is { } found)
                {
                    WriteRow(json, parent, found, scope, sobjects);
                }
                else
                {
                    json.WriteNullValue();
                }
            }
            else if (entry.FieldOf(row) is not { } field)
            {
                WriteTypeName(json, entry, row);
            }
            else if (row[field] is long micros)
            {
                // Milliseconds, as this API's JSON has them.
                json.WriteNumberValue(micros / (Micros.PerSecond / 1000));
            }
            else
            {
                FieldValues.WriteJson(json, field, row[field]);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteTypeName(Utf8JsonWriter json, SelectEntry entry, SRow row)
    {
        if (entry.IsTypeName())
        {
            json.WriteStringValue(row.Type.Json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteRow(XmlWriter xml, string name, SelectNode select, SRow row, QueryScope scope)
    {
        xml.WriteStartElement(name, AsyncForm.Namespace);
        xml.WriteAttributeString("type", AsyncForm.Instance, "sObject");
        xml.WriteElementString("type", AsyncForm.Namespace, row.Type.Name);
        foreach (var entry in select.Entries)
        {
            var element = entry.Name.ToString();
            if (entry.Parent is { } parent)
            {
                if (scope.Parent(row, entry.Reference!) is { } found)
                {
                    WriteRow(xml, element, parent, found, scope);
                }
                else
                {
                    WriteNull(xml, element);
                }
            }
            else if (entry.FieldOf(row) is not { } field)
            {
                if (entry.IsTypeName())
                {
                    xml.WriteElementString(element, AsyncForm.Namespace, row.Type.Name);
                }
                else
                {
                    WriteNull(xml, element);
                }
            }
            else if (Text(field, row[field]) is { } text)
            {
                xml.WriteElementString(element, AsyncForm.Namespace, AsyncForm.Clean(text));
            }
            else
            {
                WriteNull(xml, element);
            }
        }

        xml.WriteEndElement();
    }

    private static string? Text(SField field, object? value) => value switch
    {
        null => field.Type == SFieldType.Boolean ? "false" : null,
        bool flag => flag ? "true" : "false",
        double number => FieldValues.FormatDouble(number),
        long micros => FieldValues.FormatDateTime(micros).Replace("+0000", "Z", StringComparison.Ordinal),
        _ => Convert.ToString(FieldValues.ToRecord(value), System.Globalization.CultureInfo.InvariantCulture),
    };

    private static void WriteNull(XmlWriter xml, string name)
    {
        xml.WriteStartElement(name, AsyncForm.Namespace);
        xml.WriteAttributeString("nil", AsyncForm.Instance, "true");
        xml.WriteEndElement();
    }
}
