using System.Text;
using SfMarketo.Harness.Scenarios.Language;
using SfMarketo.Harness.Scenarios.Yaml;
using SfMarketo.Kernel.Control;
using SfMarketo.Kernel.Faults;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads the rules by which calls go wrong. Effects are read by the control API's own reader, so that each that it takes works here.</summary>
internal sealed class FaultReader(TriggerReader moments)
{
    private const int Many = 1_000_000;

    private static readonly string[] Systems = ["marketo", "salesforce"];

    /// <summary>Keys of a match that the scenario reads in its own way.</summary>
    private static readonly string[] OwnKeys = ["system", "nth", "probability", "from", "until"];

    public IReadOnlyList<ScenarioFault> Faults(MapReader top)
    {
        List<ScenarioFault> faults = [];
        HashSet<string> ids = [];
        foreach (var item in top.List("faults"))
        {
            if (MapReader.Of(item, FaultKeys.Shape, top.Values) is { } map && One(map, ids) is { } fault)
            {
                faults.Add(fault);
            }
        }

        return faults;
    }

    private ScenarioFault? One(MapReader map, HashSet<string> ids)
    {
        var complete = map.Require("id", "name it, for the journal and for 'reached'")
            & map.Require("match", "which calls, such as match: {system: marketo, method: POST}")
            & map.Require("effect", FaultEffectReader.Help);
        if (map.Word("id") is { } id && !ids.Add(id.Value))
        {
            map.Problems.Add(ProblemCode.NameTaken, id.Place, $"two faults are named '{id.Value}'", "give each its own id");
        }

        var match = map.Map("match", FaultKeys.Match);
        var system = match is null ? null : System(match);
        var calls = match is null ? null : Calls(match, map.Node("match")!);
        var effect = system is null || calls is null ? null : Effect(map, system, calls);
        var from = match?.Has("from") == true ? moments.Moment(match, "from") : null;
        var until = match?.Has("until") == true ? moments.End(match, "until", from) : null;
        var times = map.Count("times", 1, Many);
        var nth = match?.Count("nth", 1, Many);
        return complete && system is not null && effect is not null && map.Word("id") is { } name
            ? new ScenarioFault
            {
                Id = name.Value,
                System = system,
                Match = calls!,
                Nth = nth,
                Probability = match!.Share("probability") ?? 1,
                From = from,
                Until = until,
                Times = times,
                Effect = effect,
                Line = map.Place.Line,
            }
            : null;
    }

    private static string? System(MapReader match)
    {
        match.Require("system", "marketo or salesforce");
        if (match.Word("system") is not { } system)
        {
            return null;
        }

        if (!Systems.Contains(system.Value))
        {
            match.Problems.Add(ProblemCode.BadText, system.Place, $"system: '{system.Value}' is not known", Closest.Suggest(system.Value, Systems, "systems"));
            return null;
        }

        return system.Value;
    }

    /// <summary>What the control API's own reader makes of the match; the moments are the run's and read here.</summary>
    private static FaultMatch? Calls(MapReader match, YamlNode node)
    {
        var theirs = new YamlNode.Map([.. ((YamlNode.Map)node).Entries.Where(entry => !OwnKeys.Contains(entry.Key.Value))], node.Place);
        try
        {
            var input = ControlInput.Parse(Encoding.UTF8.GetBytes(JsonText.Of(theirs)));
            return Kernel.Control.FaultReader.ReadMatch(input);
        }
        catch (ControlException wrong)
        {
            match.Problems.Add(ProblemCode.BadEffect, Find(node, wrong.Where), $"match: {wrong.Message}", wrong.Help);
            return null;
        }
    }

    private static string? Effect(MapReader map, string system, FaultMatch calls)
    {
        if (map.Node("effect") is not { } node)
        {
            return null;
        }

        if (node is not YamlNode.Map)
        {
            map.Values.WrongType(node, "effect", "a map such as {code: \"606\"}");
            return null;
        }

        var json = JsonText.Of(node);
        try
        {
            var input = ControlInput.Parse(Encoding.UTF8.GetBytes(json));
            FaultEffectReader.Read(input, SimulatorWords.Find(system), calls);
            input.End();
            return json;
        }
        catch (ControlException wrong)
        {
            map.Problems.Add(ProblemCode.BadEffect, Find(node, wrong.Where), $"effect: {wrong.Message}", wrong.Help);
            return null;
        }
    }

    /// <summary>The place of a member such as <c>latency.p99</c>; the nearest place above it when there is none.</summary>
    private static Place Find(YamlNode node, string where)
    {
        foreach (var part in where.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node is not YamlNode.Map map || map.Find(part) is not { } inner)
            {
                return node is YamlNode.Map { Entries: [var only] } && part != "effect" ? only.Key.Place : node.Place;
            }

            node = inner;
        }

        return node.Place;
    }
}
