using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SfMarketo.Kernel.Storage;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>Live people by one field's value. Several people may share a value, so an entry is one id or a list of them.</summary>
internal sealed class FieldIndex
{
    private readonly ForkableMap<string, Match> entries;

    public FieldIndex(bool ignoreCase) => entries = new(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    private FieldIndex(FieldIndex other) => entries = other.entries.Fork();

    /// <summary>Ids of the people with this value, in no particular order.</summary>
    public ReadOnlySpan<int> Find(string value)
    {
        ref readonly var match = ref entries.Find(value);
        return Unsafe.IsNullRef(in match) ? [] : match.Many ?? MemoryMarshal.CreateReadOnlySpan(in match.One, 1);
    }

    public void Add(string value, int id)
    {
        ref var match = ref entries.FindOrAdd(value, out var exists);
        match = !exists ? new Match(id, null) : new Match(0, match.Many is null ? [match.One, id] : [.. match.Many, id]);
    }

    public void Remove(string value, int id)
    {
        var match = entries.Find(value);
        if (match.Many is null)
        {
            entries.Remove(value);
            return;
        }

        int[] left = [.. match.Many.Where(other => other != id)];
        entries.Set(value, left.Length == 1 ? new Match(left[0], null) : new Match(0, left));
    }

    /// <summary>An index of the same people; from now on neither sees the other's writes. The lists are never changed in place, so they are shared.</summary>
    public FieldIndex Fork() => new(this);

    private readonly struct Match(int one, int[]? many)
    {
        public readonly int One = one;
        public readonly int[]? Many = many;
    }
}
