using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Faults;

namespace SfMarketo.Kernel.Control;

/// <summary>Reads a whole fault: <c>id</c>, <c>match</c>, <c>effect</c>, <c>times</c>. The one reader for the control API and for scenarios.</summary>
public static class FaultReader
{
    private const int Many = 1_000_000;

    /// <summary>Reads a fault to its end and adds it to the simulator's table.</summary>
    /// <param name="input">The fault as the control API takes it; <c>match.simulator</c> is not looked at.</param>
    /// <param name="simulator">The simulator.</param>
    /// <exception cref="ControlException">The fault is wrong; nothing was added.</exception>
    public static FaultRule Add(ControlInput input, Simulator simulator)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(simulator);
        var id = input.Text("id");
        var times = input.Whole("times", 1, Many);
        var match = input.Inner("match");
        var nth = match?.Whole("nth", 1, Many);
        var probability = match?.Share("probability");
        var calls = match is null ? new FaultMatch() : ReadMatch(match);
        match?.End();
        var effect = input.Inner("effect") ?? throw input.Missing("effect", FaultEffectReader.Help);
        var effects = FaultEffectReader.Read(effect, simulator, calls);
        effect.End();
        input.End();
        if (effects[0] is ClockSkewEffect && (nth ?? times ?? probability) is not null)
        {
            throw new ControlException("a clock is off for a span of time: clockSkew does not go with nth, probability and times", "effect", "write from and until in match, or delete the rule when it is enough");
        }

        // "The third" is one call; without a number the rule stands until it is deleted.
        var occurrence = new Occurrence(nth ?? 1, times ?? (nth is null ? null : 1), probability ?? 1);
        lock (simulator.Gate)
        {
            return simulator.Faults.Add(calls, occurrence, effects, id);
        }
    }

    /// <summary>Reads which calls a fault looks at: all members of <c>match</c> but <c>nth</c> and <c>probability</c>, which say how many of them.</summary>
    /// <param name="match">The member <c>match</c>; <c>simulator</c> is not looked at.</param>
    /// <exception cref="ControlException">Members do not go together.</exception>
    public static FaultMatch ReadMatch(ControlInput match)
    {
        ArgumentNullException.ThrowIfNull(match);
        _ = match.Text("simulator");
        var calls = new FaultMatch
        {
            Method = match.Text("method"),
            Path = match.Text("path"),
            Client = match.Text("client"),
            Query = match.Text("query"),
            Body = match.Text("body"),
            Human = match.Flag("human") ?? false,
            Object = match.Text("object"),
            Action = match.Text("action"),
            From = match.Instant("from"),
            Until = match.Instant("until"),
        };
        if (calls.Human && calls is not { Method: null, Path: null, Client: null, Query: null, Body: null })
        {
            throw match.Wrong("human", "does not go with method, path, client, query and body", "people make no calls: object and action say what they do");
        }

        return calls.Human || calls is { Object: null, Action: null } ? calls
            : throw match.Wrong(calls.Object is null ? "action" : "object", "goes with human only", """write {"human": true} beside it; calls are matched by method, path, client, query and body""");
    }
}
