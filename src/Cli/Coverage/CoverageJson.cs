using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SfMarketo.Cli.Coverage;

/// <summary>Coverage for programs.</summary>
internal static class CoverageJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(TrafficCoverage coverage)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("calls", coverage.Calls);
            json.WriteStartArray("operations");
            foreach (var operation in coverage.Operations)
            {
                Write(json, operation);
            }

            json.WriteEndArray();
            json.WriteStartArray("codes");
            foreach (var (sim, code, calls, standing) in coverage.Codes)
            {
                json.WriteStartObject();
                json.WriteString("sim", sim);
                json.WriteString("code", code);
                json.WriteNumber("calls", calls);
                json.WriteString("standing", Word(standing));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, UsedOperation operation)
    {
        json.WriteStartObject();
        json.WriteString("sim", operation.Sim);
        json.WriteString("operation", operation.Name);
        json.WriteNumber("calls", operation.Calls);
        json.WriteString("standing", Word(operation.Standing));
        if (operation.Switch is { } name)
        {
            json.WriteString("switch", name);
        }

        json.WriteStartObject("parameters");
        foreach (var (parameter, standing) in operation.Parameters)
        {
            json.WriteString(parameter, Word(standing));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Word(Standing standing) => standing.ToString().ToLowerInvariant();
}
