using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A20: what the engine keeps is bounded by what happened: no more waiting effects than records that changed, of each kind one; no more inbox rows than rows that it was given.</summary>
/// <remarks>
/// The file is read when the engine has stopped, so that growth in between is seen only where it stays. An activity that a read gives several times, as pages
/// overlap, is one inbox row, and so is a row of an unchanged version. Keys of what is done are kept for the longest look back (a day) and then forgotten. How much memory the process takes is not
/// judged: it depends on the runtime and the machine, so the same seed would pass here and fail there; <c>bench</c> measures it. Source: engine.md A20, R18, section 4 (inbox).
/// </remarks>
internal sealed class BacklogCheck(CheckSettings settings) : StateCheck("A20", "What waits in the engine is bounded by what changed")
{
    /// <summary>Twice the longest look back.</summary>
    private const long KeysKept = 48 * 3600 * Micros.PerSecond;

    private readonly HashSet<(string Object, string Id)> changed = [];
    private readonly Dictionary<(string Sim, long Call), int> reading = [];
    private long given;

    public override void OnCommit(in CommitEntry entry) => changed.Add((entry.Object, entry.Id));

    public override void OnDelivered(in DeliveredEntry entry) => reading[(entry.Sim, entry.Call)] = reading.GetValueOrDefault((entry.Sim, entry.Call)) + entry.Items.Count;

    public override void OnCall(in CallEntry entry)
    {
        if (reading.Remove((entry.Sim, entry.Call), out var items) && entry.IsEngine(settings))
        {
            given += items;
        }
    }

    public override void OnMessage(in MessageEntry entry) => given += entry.Notifications.Count;

    protected override void Judge(SystemsState end, EngineState engine)
    {
        foreach (var effect in engine.Outbox)
        {
            Examined++;
            if (effect.Count > 1)
            {
                Violate($"{effect.Count} waiting effects of kind {effect.Kind} for one record", null, effect.Subject);
            }
        }

        Examined++;
        var subjects = engine.Outbox.Select(effect => effect.Subject).Distinct(StringComparer.Ordinal).Count();
        if (subjects > changed.Count)
        {
            Violate($"Effects wait for {subjects} records, and {changed.Count} were changed in the whole run", null, engine.Outbox[^1].Subject);
        }

        if (engine.OldestReceived is { } oldest && end.At - oldest > KeysKept)
        {
            Violate($"The inbox keeps a row that was received {(end.At - oldest) / Micros.PerSecond / 3600} h before the end", oldest, "inbox");
        }

        var rows = engine.Inbox.Sum(one => one.Count);
        Examined += rows;
        if (rows > given)
        {
            Violate($"{rows} inbox rows, and the engine was given {given} records in the whole run", null, "inbox " + engine.Inbox.MaxBy(one => one.Count)!.Stream);
        }
    }
}
