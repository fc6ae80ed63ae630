using System.Runtime.InteropServices;
using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Binding;
using SfMarketo.SalesforceSim.Query.Planning;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Results;

/// <summary>Writes a page of rows in the vendor's form, straight to the answer.</summary>
/// <param name="call">The call that is answered; each row written is noted as delivered.</param>
/// <param name="caller">Who asks, and how.</param>
/// <param name="scope">What the query sees.</param>
/// <param name="options">Switches.</param>
/// <param name="cursors">For lists of children that are longer than a page.</param>
internal sealed class ResultWriter(SimCall call, QueryCaller caller, QueryScope scope, QueryOptions options, QueryCursors cursors)
{
    private const int IdLength = 18;

    private readonly string dataPath = caller.DataPath;

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
            if (plan.Groups is null)
            {
                WriteRow(json, plan.Select, row, row.Type.Json);
                call.Deliver(row.Type.Name, row.Id, row.Version);
            }
            else
            {
                WriteGroup(json, plan.Select, row);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        call.Records += rows.Length;
    }

    private void WriteGroup(Utf8JsonWriter json, SelectNode select, SRow group)
    {
        json.WriteStartObject();
        json.WriteStartObject("attributes"u8);
        json.WriteString("type"u8, group.Type.Json);
        json.WriteEndObject();
        WriteEntries(json, select, group);
        json.WriteEndObject();
    }

    private void WriteRow(Utf8JsonWriter json, SelectNode select, SRow row, JsonEncodedText type)
    {
        json.WriteStartObject();
        WriteAttributes(json, row, type);
        WriteEntries(json, select, row);
        json.WriteEndObject();
    }

    private void WriteEntries(Utf8JsonWriter json, SelectNode select, SRow row)
    {
        foreach (var entry in select.Entries)
        {
            json.WritePropertyName(entry.Name);
            if (entry.Path is { } path)
            {
                WriteField(json, path, row);
            }
            else if (entry.Function is { } function)
            {
                FieldValues.WriteJson(json, function.Field!, function.Read(row, scope), options.PlainDoubles);
            }
            else if (entry.Children is { } children)
            {
                WriteChildren(json, children, row);
            }
            else
            {
                WriteParent(json, entry, row);
            }
        }
    }

    private void WriteField(Utf8JsonWriter json, BoundPath path, SRow row)
    {
        if (path.FieldOf(row.Type) is { } field)
        {
            FieldValues.WriteJson(json, field, row[field], options.PlainDoubles);
        }
        else if (path.IsTypeName)
        {
            json.WriteStringValue(row.Type.Json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private void WriteParent(Utf8JsonWriter json, SelectEntry entry, SRow row)
    {
        if (scope.Parent(row, entry.Reference!) is { } parent && (entry.Parent ?? entry.Branches![parent.Type.Number]) is { } select)
        {
            var isName = options.PolymorphicParentsAreNames && entry.Reference!.IsPolymorphic && entry.Branches is null;
            WriteRow(json, select, parent, isName ? NameObject : parent.Type.Json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static readonly JsonEncodedText NameObject = JsonEncodedText.Encode("Name");

    // No children are null, not an empty list.
    private void WriteChildren(Utf8JsonWriter json, ChildPlan children, SRow parent)
    {
        var rows = children.Run(parent, scope);
        if (rows.Count == 0)
        {
            json.WriteNullValue();
            return;
        }

        string? next = null;
        var page = CollectionsMarshal.AsSpan(rows);
        if (rows.Count > caller.PageSize)
        {
            var cursor = cursors.Open(caller, children.Plan, scope.IncludeDeleted, rows, caller.PageSize, call.Now);
            next = $"{cursor.Locator}-{caller.PageSize}";
            page = page[..caller.PageSize];
        }

        WritePage(children.Plan, rows.Count, next, page);
    }

    private void WriteAttributes(Utf8JsonWriter json, SRow row, JsonEncodedText type)
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
        json.WriteString("type"u8, type);
        json.WriteString("url"u8, url);
        json.WriteEndObject();
    }

    private static void Put(ref Span<char> rest, string text)
    {
        text.CopyTo(rest);
        rest = rest[text.Length..];
    }
}
