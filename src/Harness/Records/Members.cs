using System.Globalization;
using System.Text.Json;

namespace SfMarketo.Harness.Records;

/// <summary>The members of a line's object, read in any order.</summary>
internal static class Members
{
    /// <summary>Goes to the next member's name; false at the end of the object.</summary>
    public static bool Next(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Passes over the value of a member that this version does not know.</summary>
    public static T Skip<T>(ref Utf8JsonReader json, T entry)
    {
        json.Skip();
        return entry;
    }

    public static long Number(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetInt64();
    }

    public static string Text(ref Utf8JsonReader json, TextPool texts) => TextOrNull(ref json, texts) ?? "";

    public static string? TextOrNull(ref Utf8JsonReader json, TextPool texts)
    {
        json.Read();
        return texts.Read(ref json);
    }

    public static IReadOnlyList<string> Texts(ref Utf8JsonReader json, TextPool texts)
    {
        Start(ref json);
        List<string>? found = null;
        while (Element(ref json))
        {
            (found ??= []).Add(texts.Read(ref json) ?? "");
        }

        return found ?? (IReadOnlyList<string>)[];
    }

    /// <summary>Opens the array that is a member's value.</summary>
    public static void Start(ref Utf8JsonReader json)
    {
        json.Read();
        Open(ref json);
    }

    /// <summary>The present token opens an array.</summary>
    public static void Open(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw new FormatException("a list is missing");
        }
    }

    /// <summary>Goes to the next element of an open array; false at its end.</summary>
    public static bool Element(ref Utf8JsonReader json) => json.Read() && json.TokenType != JsonTokenType.EndArray;

    /// <summary>Goes to the end of an open array that must be over.</summary>
    public static void End(ref Utf8JsonReader json)
    {
        if (Element(ref json))
        {
            throw new FormatException("a list is too long");
        }
    }

    /// <summary>The value of the present token: null, text, bool, long where it is a whole number, else decimal, else double.</summary>
    public static object? Value(ref Utf8JsonReader json, TextPool texts) => json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => json.TryGetInt64(out var whole) ? whole : json.TryGetDecimal(out var exact) ? exact : (object)json.GetDouble(),
        JsonTokenType.String => texts.Read(ref json),
        _ => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"a value is a {json.TokenType}")),
    };
}
