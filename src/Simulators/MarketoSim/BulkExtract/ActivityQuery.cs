using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SfMarketo.Kernel.Csv;
using SfMarketo.MarketoSim.Activities;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>Rows of the activity log by time, type and primary attribute.</summary>
internal sealed record ActivityQuery(IReadOnlyList<string> Headers, IReadOnlyList<string> Fields) : ExportQuery(Headers)
{
    /// <summary>Columns of a request that names none.</summary>
    public static readonly string[] DefaultFields = ["marketoGUID", "leadId", "activityDate", "activityTypeId", "campaignId", "primaryAttributeValueId", "primaryAttributeValue", "attributes"];

    /// <summary>All that can be named.</summary>
    public static readonly string[] AllFields = [.. DefaultFields, "actionResult"];

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required DateRange Created { get; init; }

    /// <summary>Null for all but Delete Lead, which extracts never have.</summary>
    public IReadOnlySet<int>? Types { get; init; }

    public IReadOnlySet<int>? PrimaryIds { get; init; }

    public IReadOnlySet<string>? PrimaryValues { get; init; }

    protected override int WriteRows(MarketoInstance instance, long now, CsvWriter writer)
    {
        var log = instance.Store.Activities;
        var retention = new Retention(now);
        var count = 0;
        for (var position = log.PositionOf(Created.From); position < log.Count; position++)
        {
            var entry = log[position];
            if (!Selects(entry) || entry.At < retention.Since(entry.Type) || log.IsHidden(position, now))
            {
                continue;
            }

            foreach (var field in Fields)
            {
                Write(instance, position, entry, field, writer);
            }

            writer.EndRow();
            count++;
        }

        return count;
    }

    private bool Selects(in ActivityEntry entry) => Created.Holds(entry.At)
        && (Types?.Contains(entry.Type) ?? entry.Type != ActivityTypes.DeleteLead)
        && PrimaryIds?.Contains(entry.PrimaryId) != false
        && (PrimaryValues is null || (entry.Primary is { } primary && PrimaryValues.Contains(primary)));

    private static void Write(MarketoInstance instance, int position, in ActivityEntry entry, string field, CsvWriter writer)
    {
        switch (field)
        {
            case "marketoGUID": writer.Write(ActivityLog.IdOf(position).ToString(CultureInfo.InvariantCulture)); break;
            case "leadId": WriteValue(writer, ShownPerson.Of(instance, entry.Type, entry.PersonId)); break;
            case "activityDate": writer.Write(WireTime.Format(entry.At)); break;
            case "activityTypeId": WriteValue(writer, entry.Type); break;
            case "campaignId": WriteValue(writer, entry.CampaignId == 0 ? null : entry.CampaignId); break;
            case "primaryAttributeValueId": WriteValue(writer, entry.PrimaryId == 0 ? null : entry.PrimaryId); break;
            case "primaryAttributeValue": WriteValue(writer, entry.Primary); break;
            case "attributes": WriteAttributes(instance, entry, writer); break;

            // All that is in the log was done.
            default: writer.Write("succeeded"); break;
        }
    }

    /// <summary>A JSON object as text.</summary>
    private static void WriteAttributes(MarketoInstance instance, in ActivityEntry entry, CsvWriter writer)
    {
        var names = instance.Store.TypeOf(entry.Type)!.EncodedAttributes;
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Json))
        {
            json.WriteStartObject();
            for (var place = 0; place < entry.Attributes.Length; place++)
            {
                switch (entry.Attributes[place])
                {
                    case null: break;
                    case int number: json.WriteNumber(names[place], number); break;
                    case bool flag: json.WriteBoolean(names[place], flag); break;
                    case var value: json.WriteString(names[place], PersonWriter.Wire(value)); break;
                }
            }

            json.WriteEndObject();
        }

        writer.Write(text.WrittenSpan);
    }
}
