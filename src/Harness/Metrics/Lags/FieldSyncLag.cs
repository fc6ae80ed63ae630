using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics.Lags;

/// <summary>From a human's edit of a mapped field of a Lead or Contact to the engine's commit of that value on the person.</summary>
internal sealed class FieldSyncLag(PairLinks links, FlowTimes times) : IFlowLag
{
    private readonly Dictionary<string, List<(MappedField Mapped, object? Value, long At)>> edited = new(StringComparer.Ordinal);

    public void Add(in CommitEntry entry, bool isEngine)
    {
        if (entry.IsPerson())
        {
            if (isEngine && links.Of(entry.Id).Row is { } row)
            {
                Arrived(entry, row);
            }
        }
        else if (entry.IsSalesforcePerson())
        {
            if (entry.Op is "convert" or "delete")
            {
                edited.Remove(entry.Id);
            }
            else if (entry.Op == "update" && entry.Actor == Actor.Human)
            {
                Edited(entry);
            }
        }
    }

    /// <summary>Edits of the person's row whose value this commit brings.</summary>
    private void Arrived(in CommitEntry entry, string row)
    {
        if (!edited.TryGetValue(row, out var waiting))
        {
            return;
        }

        for (var i = waiting.Count - 1; i >= 0; i--)
        {
            if (entry.TryNew(waiting[i].Mapped.Marketo, out var value) && Canonical.Same(waiting[i].Mapped, waiting[i].Value, value))
            {
                times.Add(waiting[i].At, entry.At, entry.Named());
                waiting.RemoveAt(i);
            }
        }

        if (waiting.Count == 0)
        {
            edited.Remove(row);
        }
    }

    /// <summary>A later edit of the same field takes the place of one that still waits.</summary>
    private void Edited(in CommitEntry entry)
    {
        foreach (var change in entry.Fields)
        {
            if (MappedField.ToMarketo(entry.Object, change.Name) is not { } mapped)
            {
                continue;
            }

            if (!edited.TryGetValue(entry.Id, out var waiting))
            {
                edited.Add(entry.Id, waiting = []);
            }

            waiting.RemoveAll(edit => edit.Mapped == mapped);
            waiting.Add((mapped, change.New, entry.At));
        }
    }
}
