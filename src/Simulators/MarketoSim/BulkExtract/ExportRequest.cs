using System.Globalization;
using System.Text.Json;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>The body of a create call, checked piece by piece. The first fault is the answer.</summary>
internal sealed class ExportRequest
{
    private const long MostMicros = 31 * 24 * 3600 * Micros.PerSecond;

    private readonly JsonElement body;

    private ExportRequest(MarketoCall call, JsonElement body) => (Call, this.body) = (call, body);

    public MarketoCall Call { get; }

    /// <summary>What is wrong with it; null while nothing is.</summary>
    public MarketoError? Problem { get; private set; }

    public DelimitedFormat Format { get; private set; } = DelimitedFormat.Csv;

    /// <summary>The names of <c>fields</c>; empty when it is missing.</summary>
    public List<string> Fields { get; private set; } = [];

    /// <summary>Filters by name.</summary>
    public SortedDictionary<string, JsonElement> Filter { get; } = new(StringComparer.Ordinal);

    /// <summary>Null when the call was refused.</summary>
    public static ExportRequest? Read(MarketoCall call)
    {
        if (!call.TryOpenJson(out _))
        {
            return null;
        }

        CheckTexts(call.Sim.Body.Span);
        using var document = JsonDocument.Parse(call.Sim.Body);
        var request = new ExportRequest(call, document.RootElement.Clone());
        request.ReadMembers();
        return request;
    }

    public void Refuse(MarketoError error) => Problem ??= error;

    /// <summary>The first row: names of the fields, or what <c>columnHeaderNames</c> has for them.</summary>
    public List<string> Headers(IEnumerable<string> fields)
    {
        var headers = fields.ToList();
        if (!body.TryGetProperty("columnHeaderNames", out var names) || names.ValueKind == JsonValueKind.Null)
        {
            return headers;
        }

        if (names.ValueKind != JsonValueKind.Object)
        {
            Refuse(MarketoErrors.InvalidValue(names.ToString(), "object"));
            return headers;
        }

        foreach (var name in names.EnumerateObject())
        {
            var place = headers.IndexOf(name.Name);
            if (place < 0 || name.Value.ValueKind != JsonValueKind.String)
            {
                Refuse(MarketoErrors.InvalidData($"Invalid columnHeaderNames '{name.Name}'"));
                return headers;
            }

            headers[place] = name.Value.GetString()!;
        }

        return headers;
    }

    /// <summary>A filter of two datetimes, 31 days apart at most; null when it is not there.</summary>
    public DateRange? Range(string name)
    {
        if (!Filter.TryGetValue(name, out var filter))
        {
            return null;
        }

        if (filter.ValueKind != JsonValueKind.Object)
        {
            Refuse(MarketoErrors.InvalidValue(filter.ToString(), "DateRange"));
            return null;
        }

        if (Instant(filter, "startAt") is not { } from || Instant(filter, "endAt") is not { } to)
        {
            return null;
        }

        if (to < from)
        {
            Refuse(MarketoErrors.InvalidData("endAt is before startAt"));
        }
        else if (to - from > MostMicros)
        {
            Refuse(MarketoErrors.InvalidData("The date range is over 31 days"));
        }

        return new DateRange(from, to + Micros.PerSecond);
    }

    /// <summary>The same of a filter that a subscription may not have (sw:extract.updatedAtFilter).</summary>
    public DateRange? UpdatedRange()
    {
        if (Filter.ContainsKey("updatedAt") && Call.Instance.Options.Switches.ExtractUpdatedAtFilter == UpdatedAtFilter.Unsupported)
        {
            Refuse(MarketoErrors.UnsupportedFilter);
            return null;
        }

        return Range("updatedAt");
    }

    /// <summary>A whole number; null when it is not there or none.</summary>
    public int? Whole(string name) => Filter.TryGetValue(name, out var filter) ? Whole(filter) : null;

    /// <summary>An array of whole numbers; null when it is not there.</summary>
    public HashSet<int>? Wholes(string name) => Items(name)?.Select(item => Whole(item) ?? 0).ToHashSet();

    /// <summary>A text; null when it is not there or none.</summary>
    public string? Text(string name) => Filter.TryGetValue(name, out var filter) ? Text(filter) : null;

    /// <summary>An array of texts; null when it is not there.</summary>
    public HashSet<string>? Texts(string name) => Items(name)?.Select(item => Text(item) ?? "").ToHashSet(StringComparer.Ordinal);

    /// <summary>Half a surrogate pair is valid JSON by its grammar, but no text.</summary>
    private static void CheckTexts(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        while (reader.Read())
        {
            try
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }
            catch (InvalidOperationException broken)
            {
                throw new JsonException("Invalid text.", broken);
            }
        }
    }

    private void ReadMembers()
    {
        if (body.TryGetProperty("format", out var format) && format.ValueKind != JsonValueKind.Null)
        {
            if (format.ValueKind == JsonValueKind.String && DelimitedFormat.Find(format.GetString()!) is { } known)
            {
                Format = known;
            }
            else
            {
                Refuse(MarketoErrors.InvalidData($"Invalid format '{format}'"));
            }
        }

        if (body.TryGetProperty("fields", out var fields) && fields.ValueKind != JsonValueKind.Null)
        {
            Fields = Items(fields)?.Select(item => Text(item) ?? "").Distinct(StringComparer.Ordinal).ToList() ?? [];
        }

        if (!body.TryGetProperty("filter", out var filter) || filter.ValueKind == JsonValueKind.Null)
        {
            Refuse(MarketoErrors.MissingParameter("filter"));
        }
        else if (filter.ValueKind != JsonValueKind.Object)
        {
            Refuse(MarketoErrors.InvalidValue(filter.ToString(), "object"));
        }
        else
        {
            foreach (var member in filter.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
            {
                Filter[member.Name] = member.Value;
            }
        }
    }

    private long? Instant(JsonElement filter, string name)
    {
        if (!filter.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            Refuse(MarketoErrors.MissingParameter(name));
        }
        else if (value.ValueKind == JsonValueKind.String && WireTime.TryParse(value.GetString(), out var instant))
        {
            return Micros.From(instant);
        }
        else
        {
            Refuse(MarketoErrors.InvalidDate(value.ToString()));
        }

        return null;
    }

    private JsonElement[]? Items(string name) => Filter.TryGetValue(name, out var filter) ? Items(filter) : null;

    private JsonElement[]? Items(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }

        Refuse(MarketoErrors.InvalidValue(value.ToString(), "array"));
        return null;
    }

    private int? Whole(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole))
        {
            return whole;
        }

        // Clients send ids as text too.
        if (value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out whole))
        {
            return whole;
        }

        Refuse(MarketoErrors.InvalidValue(value.ToString(), "Integer"));
        return null;
    }

    private string? Text(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Refuse(MarketoErrors.InvalidValue(value.ToString(), "String"));
        return null;
    }
}
