using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Control;

/// <summary>Reads the member <c>effect</c> of a fault. One reader an effect: a new effect is a class in Faults and a line here.</summary>
public static class FaultEffectReader
{
    public const string Help = """write {"code": "606"}, {"status": 502}, {"latency": "2s"}, {"lostBefore": true} or {"lostAfter": true}""";

    private static readonly Func<ControlInput, Simulator, FaultEffect?>[] Readers = [Latency, Code, Status, LostBefore, LostAfter];

    /// <summary>Latency goes with any other; of the others one.</summary>
    public static IReadOnlyList<FaultEffect> Read(ControlInput input, Simulator simulator)
    {
        List<FaultEffect> effects = [];
        foreach (var reader in Readers)
        {
            if (reader(input, simulator) is { } effect)
            {
                effects.Add(effect);
            }
        }

        var others = effects.Count(effect => effect is not LatencyEffect);
        if (effects.Count == 0 || others > 1 || (effects.Count > 1 && effects.Exists(effect => effect.EndsOnArrival)))
        {
            throw new ControlException(
                effects.Count == 0 ? "the effect is empty" : "these effects do not go together", "effect", Help + "; latency goes with code, status and lostAfter");
        }

        return effects;
    }

    private static CodeEffect? Code(ControlInput input, Simulator simulator)
    {
        if (input.IsNumber("code"))
        {
            throw input.Wrong("code", "must be a text", """write it in quotes: {"code": "606"}""");
        }

        return input.Text("code") is not { } code ? null
            : simulator.FaultCodes.Contains(code) ? new CodeEffect(code)
            : throw input.Wrong("code", $"'{code}' is no code of {simulator.Name} that can be answered to any call", $"there are {string.Join(", ", simulator.FaultCodes)}");
    }

    private static StatusEffect? Status(ControlInput input, Simulator simulator) => input.Whole("status", 400, 599) is { } status ? new StatusEffect(status) : null;

    private static LatencyEffect? Latency(ControlInput input, Simulator simulator)
    {
        if (!input.IsObject("latency"))
        {
            return input.Duration("latency") is { } constant ? new LatencyEffect(LatencyDistribution.Constant(constant)) : null;
        }

        var inner = input.Inner("latency")!;
        var median = inner.Duration("p50") ?? throw inner.Missing("p50", "half of the calls take at most so long");
        var high = inner.Duration("p99") ?? throw inner.Missing("p99", "99 of 100 calls take at most so long");
        inner.End();
        return high >= median ? new LatencyEffect(new LatencyDistribution(median, high)) : throw inner.Wrong("p99", "is below p50", "99 of 100 calls take at most p99, half of them at most p50");
    }

    private static LostBeforeEffect? LostBefore(ControlInput input, Simulator simulator) => Mark(input, "lostBefore") ? new LostBeforeEffect() : null;

    private static LostAfterEffect? LostAfter(ControlInput input, Simulator simulator) => Mark(input, "lostAfter") ? new LostAfterEffect() : null;

    private static bool Mark(ControlInput input, string name) => input.Flag(name) switch
    {
        null => false,
        true => true,
        false => throw input.Wrong(name, "cannot be false", "write true or leave it out"),
    };
}
