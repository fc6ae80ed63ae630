using System.Globalization;
using System.Text.Json;
using SfMarketo.Kernel.Faults;

namespace SfMarketo.Kernel.Control;

/// <summary>Reads a JSON object strictly. Members that nobody asked for are found by <see cref="End"/>, which each reader calls before anything takes effect.</summary>
public sealed class ControlInput
{
    private readonly JsonElement element;
    private readonly string place;
    private readonly List<string> known = [];

    private ControlInput(JsonElement element, string place)
    {
        this.element = element;
        this.place = place;
    }

    /// <summary>The body of a call; an empty one is an empty object.</summary>
    /// <exception cref="ControlException">It is no JSON object.</exception>
    public static ControlInput Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Span.Trim(" \r\n\t"u8).IsEmpty)
        {
            body = "{}"u8.ToArray();
        }

        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Of(document.RootElement.Clone(), "");
        }
        catch (JsonException broken)
        {
            throw new ControlException(
                "the body is no JSON",
                broken.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, byte {broken.BytePositionInLine + 1}") : "",
                broken.Message);
        }
    }

    /// <summary>Text, or null when it is not there.</summary>
    public string? Text(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when value.GetString() is { Length: > 0 } text => text,
        { ValueKind: JsonValueKind.String } => throw Wrong(name, "is empty", "give it a text or leave it out"),
        { } value => throw WrongType(name, value, "a text"),
    };

    public string RequiredText(string name, string help) => Text(name) ?? throw Missing(name, help);

    /// <summary>One of some words, or null when it is not there.</summary>
    public string? Word(string name, params string[] words) =>
        Text(name) is not { } text ? null : words.Contains(text, StringComparer.Ordinal) ? text : throw Wrong(name, $"cannot be '{text}'", $"write {string.Join(" or ", words)}");

    /// <summary>A whole number, or null when it is not there.</summary>
    public int? Whole(string name, int min, int max) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) && number >= min && number <= max => (int)number,
        { ValueKind: JsonValueKind.Number } value => throw Wrong(name, $"cannot be {value.GetRawText()}", string.Create(CultureInfo.InvariantCulture, $"write a whole number from {min} to {max}")),
        { } value => throw WrongType(name, value, "a whole number without quotes"),
    };

    public int RequiredWhole(string name, int min, int max, string help) => Whole(name, min, max) ?? throw Missing(name, help);

    /// <summary>A seed: a whole number of at least 0, or null when it is not there.</summary>
    public ulong? Seed(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetUInt64(out var number) => number,
        { } value => throw WrongType(name, value, "a whole number of at least 0"),
    };

    /// <summary>A share from 0 to 1, or null when it is not there.</summary>
    public double? Share(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.GetDouble() is >= 0 and <= 1 and var share => share,
        { } value => throw WrongType(name, value, "a number from 0 to 1"),
    };

    public bool? Flag(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } value => throw WrongType(name, value, "true or false, without quotes"),
    };

    /// <summary><c>PT1H</c> or <c>30s</c>; null when it is not there.</summary>
    public TimeSpan? Duration(string name) =>
        Text(name) is not { } text ? null
        : DurationWords.TryParse(text, out var duration) ? duration
        : throw Wrong(name, $"'{text}' is no duration", "write a number with its unit (250ms, 30s, 5m, 24h, 2d) or ISO 8601 (PT1H30M)");

    /// <summary>An instant with its offset, or null when it is not there.</summary>
    public DateTimeOffset? Instant(string name) =>
        Text(name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) && text.Contains('T', StringComparison.Ordinal) ? instant
        : throw Wrong(name, $"'{text}' is no instant", "write it as 2026-03-08T05:59:00Z");

    /// <summary>A text, number or flag as text, or null when it is not there.</summary>
    public string? Scalar(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value => value.GetRawText(),
        { } value => throw WrongType(name, value, "a text, a number, true or false"),
    };

    /// <summary>An object in this one, or null when it is not there.</summary>
    public ControlInput? Inner(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => Of(value, Where(name)),
        { } value => throw WrongType(name, value, "an object"),
    };

    /// <summary>The objects of a list; none when it is not there.</summary>
    public IReadOnlyList<ControlInput> Inners(string name) => [.. Items(name).Select((value, place) =>
        value.ValueKind == JsonValueKind.Object ? Of(value, Where($"{name}[{place}]")) : throw WrongType($"{name}[{place}]", value, "an object"))];

    /// <summary>The names of the members, in their order.</summary>
    public IEnumerable<string> Names => element.EnumerateObject().Select(member => member.Name);

    /// <summary>Whether the member is there and is an object.</summary>
    public bool IsObject(string name) => Find(name) is { ValueKind: JsonValueKind.Object };

    /// <summary>Whether the member is there and is a number.</summary>
    public bool IsNumber(string name) => Find(name) is { ValueKind: JsonValueKind.Number };

    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select((value, place) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw WrongType($"{name}[{place}]", value, "a text"))];

    public IReadOnlyList<int> Wholes(string name) => [.. Items(name).Select((value, place) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw WrongType($"{name}[{place}]", value, "a whole number"))];

    /// <summary>Field names and values: null, text, flags, whole numbers (int or long) and decimals; empty when the member is not there.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Fields(string name) => Find(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Object } value => [.. value.EnumerateObject().Select(field => new KeyValuePair<string, object?>(field.Name, FieldValue($"{name}.{field.Name}", field.Value)))],
        { } value => throw WrongType(name, value, "an object of field names and values"),
    };

    public IReadOnlyList<KeyValuePair<string, object?>> RequiredFields(string name, string help) => Fields(name) is { Count: > 0 } fields ? fields : throw Missing(name, help);

    /// <summary>Everything has been asked for: a member that is left is unknown.</summary>
    public void End()
    {
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                var hint = known.FirstOrDefault(name => string.Equals(name, member.Name, StringComparison.OrdinalIgnoreCase));
                throw new ControlException(
                    $"unknown member '{member.Name}'", Where(member.Name),
                    hint is not null ? $"did you mean '{hint}'?" : known.Count == 0 ? "this takes no members" : $"known are {string.Join(", ", known)}");
            }
        }
    }

    public ControlException Wrong(string name, string what, string help) => new($"{name} {what}", Where(name), help);

    public ControlException Missing(string name, string help) => new($"{name} is missing", Where(name), help);

    private static ControlInput Of(JsonElement element, string place) => element.ValueKind == JsonValueKind.Object
        ? new ControlInput(element, place)
        : throw new ControlException($"the body must be an object, not {Kind(element)}", place, "write { } with the call's members");

    private JsonElement? Find(string name)
    {
        if (!known.Contains(name))
        {
            known.Add(name);
        }

        return element.TryGetProperty(name, out var value) ? value : null;
    }

    private JsonElement[] Items(string name) => Find(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } value => [.. value.EnumerateArray()],
        { } value => throw WrongType(name, value, "a list"),
    };

    private object? FieldValue(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when value.TryGetInt32(out var number) => number,
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        _ => throw WrongType(name, value, "a text, a number, true, false or null"),
    };

    private string Where(string name) => place.Length == 0 ? name : place + "." + name;

    private ControlException WrongType(string name, JsonElement value, string wanted) => new($"{name} must be {wanted}, not {Kind(value)}", Where(name), $"write {wanted}");

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };
}
