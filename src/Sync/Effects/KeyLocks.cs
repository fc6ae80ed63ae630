namespace SfMarketo.Sync.Effects;

/// <summary>Keys with a request in flight: no two requests that carry one key run at the same time (engine.md R3, A5).</summary>
/// <remarks>An owner may take keys again: a look-up and the create that follows it are one owner.</remarks>
internal sealed class KeyLocks
{
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> held = new(StringComparer.Ordinal);

    /// <summary>Takes all keys or none.</summary>
    public bool TryTake(IReadOnlyList<string> keys, string owner)
    {
        foreach (var key in keys)
        {
            if (owners.TryGetValue(key, out var holder) && holder != owner)
            {
                return false;
            }
        }

        if (!held.TryGetValue(owner, out var mine))
        {
            held.Add(owner, mine = new List<string>(keys.Count));
        }

        foreach (var key in keys)
        {
            if (owners.TryAdd(key, owner))
            {
                mine.Add(key);
            }
        }

        return true;
    }

    /// <summary>Lets all keys of an owner go.</summary>
    public void Release(string owner)
    {
        if (held.Remove(owner, out var mine))
        {
            mine.ForEach(key => owners.Remove(key));
        }
    }
}
