using System.Text.Json;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>Reads text of a body so that all that is no text is broken JSON (609).</summary>
internal static class JsonText
{
    /// <exception cref="JsonException">Half a surrogate pair: valid by JSON's grammar, but no text.</exception>
    public static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException("Invalid text.", broken);
        }
    }
}
