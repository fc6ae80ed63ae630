using System.Text;
using System.Text.Json;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Reports;

/// <summary>Writes result.json: the same bytes for the same run on every machine.</summary>
public static class ResultFile
{
    public const string Name = "result.json";

    /// <summary>The member with the virtual instant at which the run began.</summary>
    public const string Start = "start";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes DIRECTORY/result.json; makes the directory.</summary>
    public static void Write(string directory, RunResult result)
    {
        Directory.CreateDirectory(directory);
        File.WriteAllBytes(Path.Combine(directory, Name), Encoding.UTF8.GetBytes(Text(result)));
    }

    /// <summary>When the run of a folder began; null when it has no result, or one that does not say.</summary>
    public static DateTimeOffset? ReadStart(string directory)
    {
        var path = Path.Combine(directory, Name);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var result = JsonDocument.Parse(File.ReadAllBytes(path));
            return result.RootElement.TryGetProperty(Start, out var start) && start.TryGetDateTimeOffset(out var at) ? at : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static string Text(RunResult result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("scenario", result.Scenario);
            json.WriteString("file", result.File.Replace('\\', '/'));
            json.WriteString("verdict", result.Passed ? "passed" : "failed");
            if (result.Failure is not null)
            {
                json.WriteString("failure", result.Failure);
            }

            json.WriteNumber("seed", result.Seed);
            json.WriteString("version", result.Version);
            if (result.RecordsHash is not null)
            {
                json.WriteString("recordsHash", result.RecordsHash);
            }

            if (result.Replay is not null)
            {
                json.WriteString("replay", result.Replay);
            }

            json.WriteNumber("passages", result.Passages);
            json.WriteString(Start, MomentText.Instant(Micros.From(result.Start)));
            json.WriteNumber("virtualSeconds", result.VirtualDuration.TotalSeconds);
            WriteFigures(json, result.Figures);
            ResultParts.Checks(json, result.Checks);
            ResultParts.Expectations(json, result.Expectations, result.ListFiles.GetValueOrDefault("expect"));
            ResultParts.Reached(json, result.Reached);
            ResultParts.Thresholds(json, result.Thresholds, result.ListFiles.GetValueOrDefault("thresholds"));
            ResultParts.Events(json, result.Events, result.Missed);
            ResultParts.Sentences(json, "warnings", result.Warnings);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteFigures(Utf8JsonWriter json, RunFigures figures)
    {
        json.WriteStartObject("peaks");
        Of(json, "marketoWindow", figures.MarketoWindowPeak, figures.MarketoWindowLimit);
        Of(json, "marketoInFlight", figures.MarketoInFlightPeak, figures.MarketoInFlightLimit);
        json.WriteNumber("salesforceInFlight", figures.SalesforceInFlightPeak);
        json.WriteEndObject();
        json.WriteStartObject("quota");
        Of(json, "marketo", figures.MarketoQuotaUsed, figures.MarketoQuotaLimit);
        Of(json, "salesforce", figures.SalesforceQuotaUsed, figures.SalesforceQuotaLimit);
        json.WriteEndObject();
        json.WriteNumber("lost", figures.Lost);
        json.WriteNumber("doubled", figures.Doubled);
        json.WriteNumber("deadLetters", figures.DeadLetters);
        ResultParts.Lag(json, figures.Lag);
        ResultParts.Calls(json, figures);
    }

    private static void Of(Utf8JsonWriter json, string name, long used, long limit)
    {
        json.WriteStartObject(name);
        json.WriteNumber("used", used);
        json.WriteNumber("limit", limit);
        json.WriteEndObject();
    }
}
