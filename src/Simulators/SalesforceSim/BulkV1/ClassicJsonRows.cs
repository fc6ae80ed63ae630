using System.Text.Json;
using SfMarketo.SalesforceSim.Bulk.Ingest;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>Rows of JSON: an array of objects.</summary>
internal sealed class ClassicJsonRows : ClassicRows
{
    private readonly ReadOnlyMemory<byte> content;
    private readonly SObjectType type;
    private readonly List<(int Start, int End)> rows = [];

    private ClassicJsonRows(ReadOnlyMemory<byte> content, SObjectType type) => (this.content, this.type) = (content, type);

    public override int Count => rows.Count;

    public static ClassicRows? Bind(IngestSpec spec, ReadOnlyMemory<byte> content, out string? problem)
    {
        var found = new ClassicJsonRows(content, spec.Type);
        try
        {
            problem = found.Scan();
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            problem = "InvalidBatch : Failed to parse JSON. " + (broken is JsonException json ? JsonPlace.Unexpected(content.Span, json) : "Invalid text");
        }

        return problem is null ? found : null;
    }

    public override void Read(SalesforceOrg org, int row, RowInput input)
    {
        var (start, end) = rows[row];
        var body = content.Span[start..end];
        var reader = new Utf8JsonReader(body);
        reader.Read();
        org.RowReader.Read(ref reader, body, type, input, BodyMode.UpdateById);
    }

    private string? Scan()
    {
        var reader = new Utf8JsonReader(content.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return "InvalidBatch : Failed to parse JSON. An array of records is expected";
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return "InvalidBatch : Failed to parse JSON. An array of records is expected";
            }

            var start = (int)reader.TokenStartIndex;
            for (var depth = reader.CurrentDepth; reader.Read() && (reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth > depth);)
            {
                // What is no text is found before any row is written.
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }

            rows.Add((start, (int)reader.BytesConsumed));
        }

        // To its end, so that what follows the array is seen to be no JSON.
        reader.Read();
        return null;
    }
}
