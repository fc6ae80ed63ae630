using System.Text.Json;
using SfMarketo.Harness.Expectations;

namespace SfMarketo.Harness.Reports;

/// <summary>The lists of result.json.</summary>
internal static class ResultParts
{
    public static void Checks(Utf8JsonWriter json, IReadOnlyList<CheckReport> checks)
    {
        json.WriteStartArray("checks");
        foreach (var check in checks)
        {
            json.WriteStartObject();
            json.WriteString("id", check.Id);
            json.WriteString("title", check.Title);
            json.WriteBoolean("passed", check.Passed);
            json.WriteNumber("examined", check.Examined);
            json.WriteStartArray("violations");
            foreach (var violation in check.Violations)
            {
                json.WriteStartObject();
                json.WriteString("what", violation.What);
                if (violation.At is { } at)
                {
                    json.WriteNumber("at", at);
                }

                if (violation.Offset is { } since)
                {
                    json.WriteNumber("sinceStartSeconds", since.TotalSeconds);
                }

                json.WriteString("record", violation.Record);
                if (violation.Line is not null)
                {
                    json.WriteString("line", violation.Line);
                }

                json.WriteStartArray("calls");
                foreach (var call in violation.Calls)
                {
                    json.WriteNumberValue(call);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Expectations(Utf8JsonWriter json, IReadOnlyList<ExpectationResult> expectations, string? file)
    {
        json.WriteStartArray("expectations");
        foreach (var one in expectations)
        {
            json.WriteStartObject();
            json.WriteString("text", one.Text);
            WriteFile(json, file);
            json.WriteNumber("line", one.Line);
            json.WriteBoolean("passed", one.Passed);
            json.WriteNumber("examined", one.Examined);
            if (one.Facts.Count > 0)
            {
                Sentences(json, "facts", one.Facts);
            }

            Sentences(json, "failures", one.Failures);
            if (one.Witness is not null)
            {
                json.WriteString("witness", one.Witness);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The file that lines are counted in, where it is not the scenario's own.</summary>
    private static void WriteFile(Utf8JsonWriter json, string? file)
    {
        if (file is not null)
        {
            json.WriteString("file", file.Replace('\\', '/'));
        }
    }

    public static void Reached(Utf8JsonWriter json, IReadOnlyList<ReachedResult> reached)
    {
        json.WriteStartArray("reached");
        foreach (var one in reached)
        {
            json.WriteStartObject();
            json.WriteString("metric", one.Metric);
            json.WriteString("goal", one.Goal.ToString());
            json.WriteNumber("actual", one.Actual);
            json.WriteBoolean("passed", one.Passed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Thresholds(Utf8JsonWriter json, IReadOnlyList<ThresholdResult> thresholds, string? file)
    {
        json.WriteStartArray("thresholds");
        foreach (var one in thresholds)
        {
            json.WriteStartObject();
            json.WriteString("text", one.Threshold.ToString());
            WriteFile(json, file);
            json.WriteNumber("line", one.Threshold.Line);
            json.WriteBoolean("passed", one.Passed);
            json.WriteNumber("count", one.Count);
            if (one is { Actual: { } actual, Slowest: { } slowest })
            {
                json.WriteNumber("actualSeconds", actual.TotalSeconds);
                json.WriteStartObject("slowest");
                json.WriteNumber("seconds", TimeSpan.FromMicroseconds(slowest.Took).TotalSeconds);
                json.WriteNumber("at", slowest.From);
                json.WriteString("record", slowest.Record);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Lag(Utf8JsonWriter json, IReadOnlyList<FlowLag> lags)
    {
        json.WriteStartObject("lagSeconds");
        foreach (var lag in lags)
        {
            json.WriteStartObject(lag.Flow);
            json.WriteNumber("count", lag.Count);
            json.WriteNumber("p50", lag.P50.TotalSeconds);
            json.WriteNumber("p95", lag.P95.TotalSeconds);
            json.WriteNumber("max", lag.Max.TotalSeconds);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void Calls(Utf8JsonWriter json, RunFigures figures)
    {
        json.WriteStartObject("calls");
        json.WriteNumber("marketo", figures.MarketoCalls);
        json.WriteNumber("salesforce", figures.SalesforceCalls);
        json.WriteStartObject("byEndpoint");
        foreach (var calls in figures.Calls)
        {
            json.WriteNumber($"{calls.System} {calls.Method} {calls.Path}", calls.Count);
        }

        json.WriteEndObject();
        json.WriteStartObject("refusals");
        foreach (var (system, code, count) in figures.Refusals)
        {
            json.WriteNumber($"{system} {code}", count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Events(Utf8JsonWriter json, IReadOnlyList<EventCount> events, IReadOnlyList<string> missed)
    {
        json.WriteStartArray("events");
        foreach (var one in events)
        {
            json.WriteStartObject();
            json.WriteString("event", one.Event);
            json.WriteNumber("done", one.Done);
            json.WriteNumber("withoutTarget", one.WithoutTarget);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Sentences(json, "missed", missed);
    }

    public static void Sentences(Utf8JsonWriter json, string name, IReadOnlyList<string> sentences)
    {
        json.WriteStartArray(name);
        foreach (var sentence in sentences)
        {
            json.WriteStringValue(sentence);
        }

        json.WriteEndArray();
    }
}
