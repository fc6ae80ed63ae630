using SfMarketo.Kernel.Recording;

namespace SfMarketo.Kernel.Control;

/// <summary>The last lines of a simulator's journal, and how often each code was answered.</summary>
public sealed class JournalTail(int capacity) : IRecordSink
{
    private readonly Lock gate = new();
    private readonly CallEntry[] ring = new CallEntry[capacity];
    private readonly SortedDictionary<string, int> codes = new(StringComparer.Ordinal);
    private long written;

    public bool TakesCommits => false;

    public bool TakesDeliveries => false;

    /// <summary>Lines since the start or the last reset.</summary>
    public long Written
    {
        get
        {
            lock (gate)
            {
                return written;
            }
        }
    }

    public IReadOnlyList<KeyValuePair<string, int>> Codes
    {
        get
        {
            lock (gate)
            {
                return [.. codes];
            }
        }
    }

    public void OnCall(in CallEntry entry)
    {
        lock (gate)
        {
            ring[written++ % ring.Length] = entry;
            foreach (var code in entry.Codes)
            {
                codes[code] = codes.GetValueOrDefault(code) + 1;
            }
        }
    }

    public void OnCommit(in CommitEntry entry)
    {
        // The journal has calls.
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
        // The journal has calls.
    }

    /// <summary>The lines after a number, oldest first, at most so many of those that fit.</summary>
    public IReadOnlyList<CallEntry> After(long seq, Func<CallEntry, bool> fits, int take)
    {
        lock (gate)
        {
            List<CallEntry> found = [];
            for (var place = Math.Max(0, written - ring.Length); place < written && found.Count < take; place++)
            {
                ref var entry = ref ring[place % ring.Length];
                if (entry.Seq > seq && fits(entry))
                {
                    found.Add(entry);
                }
            }

            return found;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            Array.Clear(ring);
            codes.Clear();
            written = 0;
        }
    }
}
