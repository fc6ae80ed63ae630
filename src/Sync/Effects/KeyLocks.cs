namespace SfMarketo.Sync.Effects;

/// <summary>Keys with a request in flight: no two requests that carry one key run at the same time (engine.md R3, A5).</summary>
/// <remarks>
/// An owner between two steps, such as a look-up and the create that follows it, keeps its keys and may take them again for the next step,
/// but never while a step of its own is under way: a second write of one person would overtake the first.
/// </remarks>
internal sealed class KeyLocks
{
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Held> held = new(StringComparer.Ordinal);

    /// <summary>Takes all keys for a step, or none.</summary>
    public bool TryTake(IReadOnlyList<string> keys, string owner)
    {
        if (held.TryGetValue(owner, out var mine) && mine.UnderWay)
        {
            return false;
        }

        foreach (var key in keys)
        {
            if (owners.TryGetValue(key, out var holder) && holder != owner && !IsLetGo(holder))
            {
                return false;
            }
        }

        if (mine is null)
        {
            held.Add(owner, mine = new Held());
        }

        mine.UnderWay = true;
        foreach (var key in keys)
        {
            if (owners.TryAdd(key, owner))
            {
                mine.Keys.Add(key);
            }
        }

        return true;
    }

    /// <summary>The step is over; its keys stay with the owner for the next one.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="isNextWanted">Whether there is still a next step, asked when somebody else wants a key: it may have been called off. Null: there is.</param>
    public void Keep(string owner, Func<bool>? isNextWanted = null)
    {
        if (held.TryGetValue(owner, out var mine))
        {
            (mine.UnderWay, mine.IsNextWanted) = (false, isNextWanted);
        }
    }

    /// <summary>Lets all keys of an owner go.</summary>
    public void Release(string owner)
    {
        if (held.Remove(owner, out var mine))
        {
            mine.Keys.ForEach(key => owners.Remove(key));
        }
    }

    private bool IsLetGo(string holder)
    {
        if (!held.TryGetValue(holder, out var other) || other.UnderWay || other.IsNextWanted is not { } isWanted || isWanted())
        {
            return false;
        }

        Release(holder);
        return true;
    }

    private sealed class Held
    {
        public List<string> Keys { get; } = [];

        public bool UnderWay { get; set; }

        public Func<bool>? IsNextWanted { get; set; }
    }
}
