using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Faults;

namespace SfMarketo.Kernel.Control;

/// <summary><c>faults</c>: the rules by which calls go wrong.</summary>
internal static class FaultRoutes
{
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
        // Looked at first, because the simulator decides which codes there are.
        var simulator = (call.Input.Inner("match")?.Text("simulator") is { } name ? call.Group.Find(name, "match.simulator") : call.Member).Simulator;
        var rule = FaultReader.Add(call.Input, simulator);
        lock (simulator.Gate)
        {
            Write(call.Json, rule);
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
        WriteText(json, "client", rule.Match.Client);
        WriteText(json, "query", rule.Match.Query);
        WriteText(json, "body", rule.Match.Body);
        if (rule.Match.Human)
        {
            json.WriteBoolean("human"u8, true);
        }

        WriteText(json, "object", rule.Match.Object);
        WriteText(json, "action", rule.Match.Action);
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
