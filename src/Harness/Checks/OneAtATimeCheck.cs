using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A5: no two of the engine's calls that change one person, Lead or Contact run at the same time: the one sent first may come last.</summary>
internal sealed class OneAtATimeCheck(CheckSettings settings) : Check("A5", "No two writes of one record at the same time")
{
    private readonly Dictionary<(string Sim, long Call), List<string>> written = [];
    private readonly Dictionary<string, (long DoneAt, long Call)> last = new(StringComparer.Ordinal);

    public override void OnCommit(in CommitEntry entry)
    {
        if (!entry.IsEngine(settings) || !(entry.IsPerson() || entry.IsSalesforcePerson()))
        {
            return;
        }

        if (!written.TryGetValue((entry.Sim, entry.Call), out var records))
        {
            written.Add((entry.Sim, entry.Call), records = []);
        }

        records.Add(entry.Named());
    }

    /// <summary>Calls are heard of when they end, so of two that overlap the later end sees the earlier one.</summary>
    public override void OnCall(in CallEntry entry)
    {
        if (!written.Remove((entry.Sim, entry.Call), out var records))
        {
            return;
        }

        foreach (var record in records)
        {
            Examined++;
            if (last.TryGetValue(record, out var other) && other.Call != entry.Call && other.DoneAt > entry.At)
            {
                Violate("Written by two calls at the same time", entry.At, record, other.Call, entry.Call);
            }

            last[record] = (entry.DoneAt, entry.Call);
        }
    }
}
