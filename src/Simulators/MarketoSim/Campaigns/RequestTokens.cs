using System.Text.Json;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Reads <c>"tokens":[{"name":"{{my.message}}","value":"v"}]</c>, at most 100.</summary>
internal static class RequestTokens
{
    private const int MaxTokens = 100;

    /// <summary>The reader is on the bracket. False when the call was refused.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">On the bracket, then on its end.</param>
    /// <param name="tokens">Values by name, without braces and <c>my.</c>.</param>
    public static bool TryRead(MarketoCall call, ref Utf8JsonReader reader, Dictionary<string, string> tokens)
    {
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return Refuse(call, MarketoErrors.InvalidJson);
            }

            var (name, value) = ReadOne(ref reader);
            if (name is null || value is null)
            {
                return Refuse(call, MarketoErrors.MissingParameter(name is null ? "tokens.name" : "tokens.value"));
            }

            tokens[Bare(name)] = value;
            count++;
        }

        return count <= MaxTokens || Refuse(call, MarketoErrors.InvalidData($"The number of tokens {count} is over {MaxTokens}"));
    }

    private static (string? Name, string? Value) ReadOne(ref Utf8JsonReader reader)
    {
        var (name, value) = ((string?)null, (string?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.GetString();
            reader.Read();
            if (reader.TokenType == JsonTokenType.String && member == "name")
            {
                name = reader.GetString();
            }
            else if (reader.TokenType == JsonTokenType.String && member == "value")
            {
                value = reader.GetString();
            }

            reader.Skip();
        }

        return (name, value);
    }

    private static string Bare(string name)
    {
        var bare = name.StartsWith("{{", StringComparison.Ordinal) && name.EndsWith("}}", StringComparison.Ordinal) ? name[2..^2].Trim() : name;
        return bare.StartsWith("my.", StringComparison.OrdinalIgnoreCase) ? bare[3..] : bare;
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
