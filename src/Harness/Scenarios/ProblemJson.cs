using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SfMarketo.Harness.Scenarios;

/// <summary>Writes problems for a program: one JSON array of objects with code, severity, file, line, column, endColumn, message and suggestion.</summary>
/// <remarks>Lines and columns count from 1; endColumn is the first column behind the place. A problem without a place has file null and zeros.</remarks>
public static class ProblemJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<ScenarioReading> readings) => Array(json =>
    {
        foreach (var reading in readings)
        {
            foreach (var problem in reading.Problems)
            {
                One(json, problem.Code, reading.FileOf(problem), (problem.Line, problem.Column, problem.Column + problem.Length), problem.Message, problem.Suggestion);
            }
        }
    });

    /// <summary>The array when no file could be read.</summary>
    public static string Write(string complaint) => Array(json => One(json, Reading.ProblemCode.NoInput, null, (0, 0, 0), complaint, null));

    private static string Array(Action<Utf8JsonWriter> items)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            items(json);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void One(Utf8JsonWriter json, string code, string? file, (int Line, int Column, int EndColumn) place, string message, string? suggestion)
    {
        json.WriteStartObject();
        json.WriteString("code", code);
        json.WriteString("severity", "error");
        json.WriteString("file", file);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteString("message", message);
        json.WriteString("suggestion", suggestion);
        json.WriteEndObject();
    }
}
