using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>How many records the engine may write again at one system, because it cannot know what became of the first write.</summary>
/// <remarks>A death allows each write since the state that its next life starts from once more, and only for a while after that life's first call: it finds out at its start or not at all.</remarks>
internal sealed class ResendAllowance(CheckSettings settings, string system)
{
    /// <summary>How long a life may take to find out. Our choice: it waits 90 s before its first Marketo call, then reads all that changed since its state, and retries for some minutes.</summary>
    private const long FindingOut = 30 * 60 * Micros.PerSecond;

    private readonly Queue<(long DoneAt, int Records)> writes = new();
    private readonly List<Death> open = [];
    private readonly long kept = (long)(settings.OldestState + TimeSpan.FromMinutes(10)).TotalMicroseconds;
    private long allowed = settings.AmbiguousOutcomes;
    private int deaths;

    /// <summary>Hears of a call of the engine's.</summary>
    public void Add(in CallEntry entry)
    {
        CountDeaths();

        // While nobody lives, what arrives was sent by the dead.
        var ownerless = settings.Tally.Restarts < settings.Tally.Deaths.Count ? open.LastOrDefault() : null;
        if (ownerless is null)
        {
            Note(entry.At);
        }

        if (entry.Sim != system || !entry.IsWrite())
        {
            return;
        }

        var records = Math.Max(1, entry.Records);
        if (entry.Fault is not null || entry.Status >= 500)
        {
            allowed += records;
            return;
        }

        var at = entry.At;
        if ((open.FindLast(death => at <= death.At) ?? ownerless) is { } sender)
        {
            // On the wire when its sender died: heard of only now.
            sender.Left += records;
            return;
        }

        writes.Enqueue((entry.DoneAt, records));
        while (entry.DoneAt - writes.Peek().DoneAt > kept)
        {
            writes.Dequeue();
        }
    }

    /// <summary>Uses up the allowance for so many records; false: there is not enough left.</summary>
    /// <param name="records">How many were written again.</param>
    /// <param name="at">When.</param>
    public bool Take(long records, long at)
    {
        CountDeaths();
        open.RemoveAll(death => at > death.Until);
        foreach (var death in open)
        {
            var taken = Math.Min(records, death.Left);
            death.Left -= taken;
            records -= taken;
        }

        allowed -= records;
        if (allowed >= 0)
        {
            return true;
        }

        allowed = 0;
        return false;
    }

    private void CountDeaths()
    {
        for (; deaths < settings.Tally.Deaths.Count; deaths++)
        {
            var (at, since) = settings.Tally.Deaths[deaths];
            open.Add(new Death(at) { Left = writes.Where(write => write.DoneAt >= since).Sum(write => write.Records) });
        }
    }

    /// <summary>The first call after a death is that of the next life.</summary>
    private void Note(long at)
    {
        foreach (var death in open.Where(death => at > death.At && death.Until == long.MaxValue))
        {
            death.Until = at + FindingOut;
        }
    }

    private sealed class Death(long at)
    {
        public long At => at;

        public long Left { get; set; }

        public long Until { get; set; } = long.MaxValue;
    }
}
