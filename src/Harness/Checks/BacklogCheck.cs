using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A20: what the engine keeps is bounded by what happened: no more waiting effects than records that changed, of each kind one; no more inbox rows than rows that it was given.</summary>
/// <remarks>
/// The file is read when the engine has stopped, so that growth in between is seen only where it stays. An activity that a read gives several times, as pages
/// overlap, is one inbox row, and so is a row of an unchanged version. Source: engine.md A20, R18.
/// </remarks>
internal sealed class BacklogCheck(CheckSettings settings) : StateCheck("A20", "What waits in the engine is bounded by what changed")
{
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

        var rows = engine.Inbox.Sum(one => one.Count);
        Examined += rows;
        if (rows > given)
        {
            Violate($"{rows} inbox rows, and the engine was given {given} records in the whole run", null, "inbox " + engine.Inbox.MaxBy(one => one.Count)!.Stream);
        }
    }
}
