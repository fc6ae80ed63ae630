using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Planning;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Results;

/// <summary>Writes a page of rows in the vendor's form, straight to the answer.</summary>
/// <param name="call">The call that is answered; each row written is noted as delivered.</param>
/// <param name="dataPath">Start of the path as requested: <c>/services/data/v59.0</c>.</param>
/// <param name="scope">What the query sees.</param>
internal readonly struct ResultWriter(SimCall call, string dataPath, QueryScope scope)
{
    private const int IdLength = 18;

    public void WriteCount(int totalSize)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteNumber("totalSize"u8, totalSize);
        json.WriteBoolean("done"u8, true);
        json.WriteStartArray("records"u8);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <param name="plan">The plan that made the rows.</param>
    /// <param name="totalSize">Rows of the whole result.</param>
    /// <param name="next">Locator and position of the next page; null on the last.</param>
    /// <param name="rows">The page.</param>
    public void WritePage(QueryPlan plan, int totalSize, string? next, ReadOnlySpan<SRow> rows)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteNumber("totalSize"u8, totalSize);
        json.WriteBoolean("done"u8, next is null);
        if (next is not null)
        {
            json.WriteString("nextRecordsUrl"u8, $"{dataPath}/query/{next}");
        }

        json.WriteStartArray("records"u8);
        foreach (var row in rows)
        {
            WriteRow(json, plan.Select, row);
            call.Deliver(row.Type.Name, row.Id, row.Version);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        call.Records += rows.Length;
    }

    private void WriteRow(Utf8JsonWriter json, SelectNode select, SRow row)
    {
        json.WriteStartObject();
        WriteAttributes(json, row);
        foreach (var entry in select.Entries)
        {
            json.WritePropertyName(entry.Name);
            if (entry.Parent is { } parentSelect)
            {
                if (scope.Parent(row, entry.Reference!) is { } parent)
                {
                    WriteRow(json, parentSelect, parent);
                }
                else
                {
                    json.WriteNullValue();
                }
            }
            else if (entry.ByType[row.Type.Number] is { } field)
            {
                FieldValues.WriteJson(json, field, row[field]);
            }
            else if (IsTypeName(entry))
            {
                json.WriteStringValue(row.Type.Json);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndObject();
    }

    private static bool IsTypeName(in SelectEntry entry)
    {
        foreach (var field in entry.ByType)
        {
            if (field is not null)
            {
                return false;
            }
        }

        return true;
    }

    private void WriteAttributes(Utf8JsonWriter json, SRow row)
    {
        const string Middle = "/sobjects/";
        var name = row.Type.Name;
        Span<char> url = stackalloc char[dataPath.Length + Middle.Length + name.Length + 1 + IdLength];
        var rest = url;
        Put(ref rest, dataPath);
        Put(ref rest, Middle);
        Put(ref rest, name);
        Put(ref rest, "/");
        Put(ref rest, row.Id);
        json.WriteStartObject("attributes"u8);
        json.WriteString("type"u8, row.Type.Json);
        json.WriteString("url"u8, url);
        json.WriteEndObject();
    }

    private static void Put(ref Span<char> rest, string text)
    {
        text.CopyTo(rest);
        rest = rest[text.Length..];
    }
}
