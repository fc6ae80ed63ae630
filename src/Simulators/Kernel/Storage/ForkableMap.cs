using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SfMarketo.Kernel.Storage;

/// <summary>A hash table whose forks share what neither side has changed since: a fork costs what was changed since the last one, not what there is.</summary>
/// <remarks>
/// Until its first fork it is a plain dictionary. From then on the dictionary is never written again, and each side keeps its changes in a second, small one
/// that is asked first. When that grows to a quarter of the whole, the next fork puts both together. Values must be immutable.
/// </remarks>
public sealed class ForkableMap<TKey, TValue>
    where TKey : notnull
{
    private const int FewChanges = 1024;

    private Dictionary<TKey, TValue> whole;
    private Dictionary<TKey, Change>? changes;
    private bool isShared;

    public ForkableMap(IEqualityComparer<TKey>? comparer = null) => whole = new Dictionary<TKey, TValue>(comparer);

    private ForkableMap(Dictionary<TKey, TValue> whole, Dictionary<TKey, Change>? changes, int count) =>
        (this.whole, this.changes, Count, isShared) = (whole, changes, count, true);

    public int Count { get; private set; }

    /// <summary>The value of a key; a null reference when there is none. Good until the next write.</summary>
    public ref readonly TValue Find(TKey key)
    {
        if (changes is not null)
        {
            ref readonly var change = ref CollectionsMarshal.GetValueRefOrNullRef(changes, key);
            if (!Unsafe.IsNullRef(in change))
            {
                return ref change.IsRemoval ? ref Unsafe.NullRef<TValue>() : ref change.Value;
            }
        }

        return ref CollectionsMarshal.GetValueRefOrNullRef(whole, key);
    }

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        ref readonly var found = ref Find(key);
        if (Unsafe.IsNullRef(in found))
        {
            value = default;
            return false;
        }

        value = found;
        return true;
    }

    public bool ContainsKey(TKey key) => !Unsafe.IsNullRef(in Find(key));

    /// <summary>Stores a value, whether or not the key has one.</summary>
    public void Set(TKey key, TValue value) => FindOrAdd(key, out _) = value;

    /// <summary>The place of a key's value, to be written to at once; a new one holds the default.</summary>
    public ref TValue FindOrAdd(TKey key, out bool exists)
    {
        if (!isShared)
        {
            ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(whole, key, out exists);
            Count += exists ? 0 : 1;
            return ref value!;
        }

        ref var change = ref CollectionsMarshal.GetValueRefOrAddDefault(changes ??= new Dictionary<TKey, Change>(whole.Comparer), key, out var isChanged);
        exists = isChanged ? !change.IsRemoval : whole.TryGetValue(key, out change.Value!);
        if (!exists)
        {
            change = default;
            Count++;
        }

        return ref change.Value;
    }

    /// <summary>False when the key has a value, which stays.</summary>
    public bool TryAdd(TKey key, TValue value)
    {
        ref var place = ref FindOrAdd(key, out var exists);
        if (!exists)
        {
            place = value;
        }

        return !exists;
    }

    /// <summary>False when the key has no value.</summary>
    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!TryGetValue(key, out value))
        {
            return false;
        }

        Count--;
        if (isShared)
        {
            (changes ??= new Dictionary<TKey, Change>(whole.Comparer))[key] = new Change { IsRemoval = true };
        }
        else
        {
            whole.Remove(key);
        }

        return true;
    }

    public bool Remove(TKey key) => Remove(key, out _);

    /// <summary>All keys and values, in no order that may be relied upon. Do not write meanwhile.</summary>
    public IEnumerable<KeyValuePair<TKey, TValue>> All()
    {
        foreach (var entry in whole)
        {
            if (changes is null || !changes.ContainsKey(entry.Key))
            {
                yield return entry;
            }
        }

        foreach (var (key, change) in changes ?? [])
        {
            if (!change.IsRemoval)
            {
                yield return new KeyValuePair<TKey, TValue>(key, change.Value);
            }
        }
    }

    /// <summary>A map with the same entries; from now on neither sees the other's writes.</summary>
    public ForkableMap<TKey, TValue> Fork()
    {
        if (changes is not null && changes.Count > Math.Max(FewChanges, whole.Count / 4))
        {
            var merged = new Dictionary<TKey, TValue>(Count, whole.Comparer);
            foreach (var (key, value) in All())
            {
                merged.Add(key, value);
            }

            (whole, changes) = (merged, null);
        }

        isShared = true;
        return new ForkableMap<TKey, TValue>(whole, changes is null ? null : new Dictionary<TKey, Change>(changes, whole.Comparer), Count);
    }

    private struct Change
    {
        public TValue Value;
        public bool IsRemoval;
    }
}
