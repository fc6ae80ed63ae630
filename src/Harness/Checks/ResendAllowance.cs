using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>How many records the engine may write again, because it cannot know what became of the first write.</summary>
internal sealed class ResendAllowance(CheckSettings settings)
{
    // Writes whose outcome a death may still make unknown: those of the last two hours, longer than any copy of the state is old.
    private const long Kept = 2 * 3_600 * Micros.PerSecond;

    private readonly Queue<(long DoneAt, int Records)> writes = new();
    private long allowed = settings.AmbiguousOutcomes;
    private int deaths;

    /// <summary>Hears of a call of the engine's.</summary>
    public void Add(in CallEntry entry)
    {
        if (!entry.IsWrite())
        {
            return;
        }

        var records = Math.Max(1, entry.Records);
        if (entry.Fault is not null || entry.Status >= 500)
        {
            allowed += records;
            return;
        }

        CountDeaths();
        var at = entry.At;
        if (deaths > 0 && settings.Tally.Deaths.Any(death => at <= death.At))
        {
            // On the wire when its sender died: heard of only now.
            allowed += records;
            return;
        }

        writes.Enqueue((entry.DoneAt, records));
        while (entry.DoneAt - writes.Peek().DoneAt > Kept)
        {
            writes.Dequeue();
        }
    }

    /// <summary>Uses up the allowance for so many records; false: there is none left.</summary>
    public bool Take(long records)
    {
        CountDeaths();
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
            var since = settings.Tally.Deaths[deaths].Since;
            allowed += writes.Where(write => write.DoneAt >= since).Sum(write => write.Records);
        }
    }
}
