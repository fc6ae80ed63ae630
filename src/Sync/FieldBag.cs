using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace SfMarketo.Sync;

/// <summary>One named value of a <see cref="FieldBag"/>.</summary>
public readonly record struct Field(string Name, FieldValue Value);

/// <summary>
/// The fields of one record, read or to be written, in the order they were set. A record of this domain has a few dozen fields,
/// so look-up is a linear, ordinal search and a bag costs one array.
/// </summary>
/// <remarks>Absent and null differ: <see cref="TryGet"/> tells. Two bags are equal when they hold the same names with the same values, in any order. Not thread-safe.</remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Bag is the word of the domain.")]
public sealed class FieldBag : IReadOnlyList<Field>, IEquatable<FieldBag>
{
    private Field[] _fields;

    public FieldBag(int capacity = 8) => _fields = new Field[capacity];

    public int Count { get; private set; }

    public Field this[int index] => index < Count ? _fields[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The value of a field, or null when the field is null or absent.</summary>
    public FieldValue this[string name]
    {
        get => TryGet(name, out var value) ? value : default;
        set => Set(name, value);
    }

    public bool TryGet(string name, out FieldValue value)
    {
        var index = IndexOf(name);
        value = index < 0 ? default : _fields[index].Value;
        return index >= 0;
    }

    /// <summary>Replaces the value where the field is, or appends it.</summary>
    public void Set(string name, FieldValue value)
    {
        var index = IndexOf(name);
        if (index >= 0)
        {
            _fields[index] = new(name, value);
        }
        else
        {
            Append(name, value);
        }
    }

    /// <summary>For collection initialisers: <c>new FieldBag { { "email", "..." } }</c>. The same as <see cref="Set"/>.</summary>
    public void Add(string name, FieldValue value) => Set(name, value);

    public bool Remove(string name)
    {
        var index = IndexOf(name);
        if (index < 0)
        {
            return false;
        }

        Array.Copy(_fields, index + 1, _fields, index, Count - index - 1);
        _fields[--Count] = default;
        return true;
    }

    /// <summary>Reads a JSON object, keeping the last value of a repeated name. The reader stands on its <c>{</c> and ends on its <c>}</c>.</summary>
    /// <exception cref="JsonException">Not an object, or cut short.</exception>
    public static FieldBag Read(ref Utf8JsonReader reader) => FieldBagReader.Read(ref reader, new FieldNames(), flatten: false);

    /// <summary>Writes the bag as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteMembersTo(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes the fields into an object that is already open.</summary>
    public void WriteMembersTo(Utf8JsonWriter writer)
    {
        for (var i = 0; i < Count; i++)
        {
            writer.WritePropertyName(_fields[i].Name);
            _fields[i].Value.WriteTo(writer);
        }
    }

    public bool Equals(FieldBag? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!other.TryGet(_fields[i].Name, out var value) || value != _fields[i].Value)
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as FieldBag);

    public override int GetHashCode()
    {
        var hash = Count;
        for (var i = 0; i < Count; i++)
        {
            hash += HashCode.Combine(_fields[i].Name, _fields[i].Value); // a sum, because order does not matter
        }

        return hash;
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<Field> IEnumerable<Field>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Append(string name, FieldValue value)
    {
        if (Count == _fields.Length)
        {
            Array.Resize(ref _fields, Math.Max(4, Count * 2));
        }

        _fields[Count++] = new(name, value);
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < Count; i++)
        {
            if (string.Equals(_fields[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Walks the fields in insertion order without allocating.</summary>
    public struct Enumerator : IEnumerator<Field>
    {
        private readonly FieldBag _bag;
        private int _index;

        internal Enumerator(FieldBag bag)
        {
            _bag = bag;
            _index = -1;
        }

        public readonly Field Current => _bag._fields[_index];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++_index < _bag.Count;

        public void Reset() => _index = -1;

        public readonly void Dispose()
        {
        }
    }
}
