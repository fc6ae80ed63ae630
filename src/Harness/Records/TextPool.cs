using System.Text;
using System.Text.Json;

namespace SfMarketo.Harness.Records;

/// <summary>The same few texts (methods, paths, clients, names of objects and fields) fill millions of lines: each is made once as long as its place is not taken by another.</summary>
internal sealed class TextPool
{
    private const int Places = 4096;
    private const int Longest = 96;

    private readonly string?[] texts = new string?[Places];

    /// <summary>The text of the present token, or null for JSON's null.</summary>
    /// <exception cref="InvalidOperationException">The token is neither.</exception>
    public string? Read(ref Utf8JsonReader json)
    {
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || json.ValueIsEscaped || json.ValueSpan.Length > Longest)
        {
            return json.GetString();
        }

        var bytes = json.ValueSpan;
        var hash = 2166136261u;
        foreach (var one in bytes)
        {
            hash = (hash ^ one) * 16777619;
        }

        ref var text = ref texts[(hash ^ (hash >> 16)) % Places];
        return text is not null && Matches(text, bytes) ? text : text = Encoding.UTF8.GetString(bytes);
    }

    private static bool Matches(string text, ReadOnlySpan<byte> bytes)
    {
        if (text.Length != bytes.Length)
        {
            return false; // text outside ASCII is made anew
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            if (text[i] != bytes[i] || bytes[i] >= 0x80)
            {
                return false;
            }
        }

        return true;
    }
}
