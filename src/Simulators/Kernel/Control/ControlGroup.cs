using System.Globalization;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Control;

/// <summary>The simulators that are controlled together: one clock, one data set, snapshots of all at once.</summary>
/// <param name="journalLines">How many lines of each journal are kept.</param>
public sealed class ControlGroup(int journalLines = 1_000)
{
    private readonly List<Member> members = [];
    private readonly SortedDictionary<string, IReadOnlyList<object>> snapshots = new(StringComparer.Ordinal);
    private int snapshotsTaken;

    /// <summary>Null for simulators that nobody can fill.</summary>
    public IOrgData? Data { get; set; }

    /// <summary>Adds people and accounts to one instance alone, which was made from another one; null where nobody can. It takes the instance, how many of both, and a locale, and throws <see cref="ArgumentException"/> when there is no such locale.</summary>
    public Action<Simulator, int, int, string>? AddTo { get; set; }

    internal IReadOnlyList<Member> Members => members;

    /// <summary>Snapshots by id.</summary>
    internal IEnumerable<string> SnapshotIds => snapshots.Keys;

    internal Member Add(SimControl control)
    {
        var member = new Member(control, new JournalTail(journalLines));
        control.Simulator.Recorder.Add(member.Journal);
        members.Add(member);
        return member;
    }

    internal Member Find(string simulator, string where) => members.Find(member => member.Simulator.Name == simulator)
        ?? throw new ControlException($"there is no simulator '{simulator}'", where, $"write {string.Join(" or ", members.Select(member => member.Simulator.Name))}");

    internal string TakeSnapshot(string? id)
    {
        id ??= "s" + (++snapshotsTaken).ToString(CultureInfo.InvariantCulture);
        snapshots[id] = [.. members.Select(member => member.Control.TakeSnapshot())];
        return id;
    }

    /// <summary>What a snapshot holds of one simulator; null when there is no such snapshot.</summary>
    internal object? SnapshotOf(string id, Member member) => snapshots.TryGetValue(id, out var kept) ? kept[members.IndexOf(member)] : null;

    internal void Restore(string id)
    {
        var kept = snapshots.GetValueOrDefault(id)
            ?? throw new ControlException($"there is no snapshot '{id}'", "id", snapshots.Count == 0 ? "take one with POST /__sim/snapshot" : $"there are {string.Join(", ", snapshots.Keys)}", 404);
        for (var place = 0; place < members.Count; place++)
        {
            members[place].Control.Restore(kept[place]);
        }
    }

    /// <summary>Faults and journals end with the records they were about.</summary>
    internal void Forget()
    {
        snapshots.Clear();
        foreach (var member in members)
        {
            lock (member.Simulator.Gate)
            {
                member.Simulator.Faults.Clear();
            }

            member.Journal.Clear();
        }
    }

    /// <summary>A simulator with its control and the end of its journal.</summary>
    internal sealed record Member(SimControl Control, JournalTail Journal)
    {
        public Simulator Simulator => Control.Simulator;
    }
}
