using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Workload;

/// <summary>Which line of the scenario did what, and when: for whoever asks what led to a violation.</summary>
public sealed class StoryLog
{
    private readonly Dictionary<string, List<StoryEntry>> byRecord = [];
    private readonly List<StoryEntry> steps = [];
    private readonly List<(StoryEntry Entry, long Until)> rules = [];
    private readonly Dictionary<string, DateTimeOffset> done = [];

    /// <summary>A line did something. Call it after the deed.</summary>
    /// <param name="at">When.</param>
    /// <param name="place">Such as scenarios/x.yaml:12.</param>
    /// <param name="what">The line's own words, such as "salesforce lead edited".</param>
    /// <param name="record">The id of the record it was done to; null: none in particular.</param>
    /// <param name="isStep">A step of the timeline, not one of a load's many events.</param>
    public void Note(DateTimeOffset at, string place, string what, string? record, bool isStep)
    {
        var entry = new StoryEntry(Micros.From(at), place, what);
        if (!string.IsNullOrEmpty(record))
        {
            (byRecord.TryGetValue(record, out var entries) ? entries : byRecord[record] = []).Add(entry);
        }

        if (isStep)
        {
            steps.Add(entry);
        }
    }

    /// <summary>A step with an id, or one that names a record, was done; the first time counts.</summary>
    public void StepDone(string idOrName, DateTimeOffset at) => done.TryAdd(idOrName, at);

    /// <summary>When the step was done; null: not yet.</summary>
    public DateTimeOffset? WhenDone(string idOrName) => done.TryGetValue(idOrName, out var at) ? at : null;

    /// <summary>A fault rule, a partition or the like is in force from one instant to another, the second not included.</summary>
    public void InForce(DateTimeOffset from, DateTimeOffset until, string place, string what) => rules.Add((new StoryEntry(Micros.From(from), place, what), Micros.From(until)));

    /// <summary>All rules are off from an instant on.</summary>
    public void RulesEnd(DateTimeOffset at)
    {
        for (var place = 0; place < rules.Count; place++)
        {
            rules[place] = (rules[place].Entry, Math.Min(rules[place].Until, Micros.From(at)));
        }
    }

    /// <summary>The last line that touched one of these records at or before an instant; null: none did.</summary>
    public StoryEntry? LastTouch(IEnumerable<string> records, long at)
    {
        StoryEntry? last = null;
        foreach (var record in records)
        {
            if (byRecord.TryGetValue(record, out var entries) && LastBefore(entries, at) is { } entry && !(last?.At > entry.At))
            {
                last = entry;
            }
        }

        return last;
    }

    /// <summary>The rule in force at an instant, the latest of several; without one the last step before it; null: neither.</summary>
    public StoryEntry? InForceAt(long at)
    {
        StoryEntry? latest = null;
        foreach (var (entry, until) in rules)
        {
            if (entry.At <= at && at < until && !(latest?.At > entry.At))
            {
                latest = entry;
            }
        }

        return latest ?? LastBefore(steps, at);
    }

    private static StoryEntry? LastBefore(List<StoryEntry> entries, long at)
    {
        for (var place = entries.Count - 1; place >= 0; place--)
        {
            if (entries[place].At <= at)
            {
                return entries[place];
            }
        }

        return null;
    }
}
