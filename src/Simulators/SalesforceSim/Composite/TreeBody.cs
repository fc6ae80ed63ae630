using System.Buffers;
using System.Text.Json;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary>The records of a tree request, parents before their children, level by level. What is wrong with one is its error. Texts are unverified.</summary>
/// <param name="org">The org.</param>
/// <param name="root">The object of the records at the top.</param>
internal sealed class TreeBody(SalesforceOrg org, SObjectType root)
{
    private const int MostRecords = 200;
    private const int MostTypes = 5;
    private const int MostLevels = 5;

    private readonly HashSet<string> references = new(StringComparer.Ordinal);
    private readonly HashSet<SObjectType> types = [];

    public List<TreeRecord> Records { get; } = [];

    public void Read(JsonElement records)
    {
        var level = records.EnumerateArray().Select(record => (Element: record, Type: root, Parent: (TreeRecord?)null, Lookup: (SField?)null)).ToList();
        for (var depth = 1; level.Count > 0; depth++)
        {
            var below = new List<(JsonElement Element, SObjectType Type, TreeRecord? Parent, SField? Lookup)>();
            foreach (var (element, type, parent, lookup) in level)
            {
                var record = new TreeRecord(Attribute(element, "referenceId") ?? "", parent, lookup);
                Records.Add(record);
                types.Add(type);
                record.Error = Judge(element, type, record, depth);
                if (record.Error is not null)
                {
                    if (Records.Count > MostRecords)
                    {
                        return;
                    }

                    continue;
                }

                ReadFields(element, type, record, below);
            }

            level = below;
        }
    }

    private RowError? Judge(JsonElement element, SObjectType type, TreeRecord record, int depth)
    {
        if (element.ValueKind != JsonValueKind.Object || Attribute(element, "type") is not { } name)
        {
            return Invalid("Include an entity type for each record in the request.");
        }

        return record.ReferenceId.Length == 0 ? Invalid("Include a reference ID for each record in the request.")
            : !references.Add(record.ReferenceId) ? Invalid("Duplicate ReferenceId provided in the request.")
            : !name.Equals(type.Name, StringComparison.OrdinalIgnoreCase) ? Invalid($"The record's type {name} is not {type.Name}.")
            : depth > MostLevels ? Invalid($"The request can’t be more than {MostLevels} levels deep.")
            : types.Count > MostTypes ? Invalid($"The request can’t contain more than {MostTypes} types of records.")
            : Records.Count > MostRecords ? Invalid($"The request can’t contain more than {MostRecords} records.")
            : null;
    }

    // Children stand under the relationship's name; everything else is a field.
    private void ReadFields(JsonElement element, SObjectType type, TreeRecord record, List<(JsonElement Element, SObjectType Type, TreeRecord? Parent, SField? Lookup)> below)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            foreach (var member in element.EnumerateObject())
            {
                if (ListOf(member.Value) is { } list && ChildOf(type, member.Name) is { } child)
                {
                    below.AddRange(list.EnumerateArray().Select(item => (item, child.Child, (TreeRecord?)record, (SField?)child.Field)));
                }
                else
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(output.WrittenSpan);
        reader.Read();
        org.RowReader.Read(ref reader, output.WrittenSpan, type, record.Input, BodyMode.Create);
        record.Error = record.Input.Error;
    }

    private static JsonElement? ListOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("records", out var list) && list.ValueKind == JsonValueKind.Array ? list : null;

    private static ChildRelationship? ChildOf(SObjectType type, string name) =>
        type.Children.FirstOrDefault(child => child.Name is { } own && own.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string? Attribute(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("attributes", out var attributes) ? CompositeBody.Text(attributes, name) : null;

    private static RowError Invalid(string message) => new(400, "INVALID_INPUT", message, []);
}
