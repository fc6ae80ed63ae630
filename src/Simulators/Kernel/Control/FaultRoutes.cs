using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Faults;

namespace SfMarketo.Kernel.Control;

/// <summary><c>faults</c>: the rules by which calls go wrong.</summary>
internal static class FaultRoutes
{
    private const int Many = 1_000_000;

    public static void List(ControlCall call)
    {
        var simulator = call.Member.Simulator;
        lock (simulator.Gate)
        {
            call.Json.WriteStartArray("faults"u8);
            foreach (var rule in simulator.Faults.Rules)
            {
                call.Json.WriteStartObject();
                Write(call.Json, rule);
                call.Json.WriteEndObject();
            }

            call.Json.WriteEndArray();
        }
    }

    public static void Add(ControlCall call)
    {
        var input = call.Input;
        var id = input.Text("id");
        var times = input.Whole("times", 1, Many);
        var match = input.Inner("match");
        var simulator = (match?.Text("simulator") is { } name ? call.Group.Find(name, "match.simulator") : call.Member).Simulator;
        var nth = match?.Whole("nth", 1, Many);
        var probability = match?.Share("probability") ?? 1;
        var calls = new FaultMatch { Method = match?.Text("method"), Path = match?.Text("path"), From = match?.Instant("from"), Until = match?.Instant("until") };
        match?.End();
        var effect = input.Inner("effect") ?? throw input.Missing("effect", FaultEffectReader.Help);
        var effects = FaultEffectReader.Read(effect, simulator);
        effect.End();
        input.End();

        // "The third" is one call; without a number the rule stands until it is deleted.
        var occurrence = new Occurrence(nth ?? 1, times ?? (nth is null ? null : 1), probability);
        lock (simulator.Gate)
        {
            Write(call.Json, simulator.Faults.Add(calls, occurrence, effects, id));
        }
    }

    public static void Read(ControlCall call)
    {
        var simulator = call.Member.Simulator;
        lock (simulator.Gate)
        {
            Write(call.Json, simulator.Faults.Find(call.Name) ?? throw Unknown(call.Name));
        }
    }

    public static void Clear(ControlCall call)
    {
        var simulator = call.Member.Simulator;
        lock (simulator.Gate)
        {
            call.Json.WriteNumber("removed"u8, simulator.Faults.Rules.Count);
            simulator.Faults.Clear();
        }
    }

    public static void Remove(ControlCall call)
    {
        var simulator = call.Member.Simulator;
        lock (simulator.Gate)
        {
            call.Json.WriteNumber("removed"u8, simulator.Faults.Remove(call.Name) ? 1 : throw Unknown(call.Name));
        }
    }

    private static ControlException Unknown(string id) => new($"there is no fault '{id}'", "", "GET /__sim/faults lists them", StatusCodes.Status404NotFound);

    private static void Write(Utf8JsonWriter json, FaultRule rule)
    {
        json.WriteString("id"u8, rule.Id);
        json.WriteStartObject("match"u8);
        WriteText(json, "method", rule.Match.Method);
        WriteText(json, "path", rule.Match.Path);
        WriteText(json, "from", rule.Match.From?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
        WriteText(json, "until", rule.Match.Until?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("nth"u8, rule.Occurrence.Nth);
        json.WriteNumber("probability"u8, rule.Occurrence.Probability);
        json.WriteEndObject();
        json.WriteStartObject("effect"u8);
        foreach (var effect in rule.Effects)
        {
            effect.Write(json);
        }

        json.WriteEndObject();
        if (rule.Occurrence.Times is { } times)
        {
            json.WriteNumber("times"u8, times);
        }

        json.WriteNumber("seen"u8, rule.Occurrence.Seen);
        json.WriteNumber("hits"u8, rule.Occurrence.Hits);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
