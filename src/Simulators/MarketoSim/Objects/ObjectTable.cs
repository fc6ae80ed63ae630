using SfMarketo.Kernel.Storage;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>All records of one kind, deleted ones too, by place and by key, with an index for each field that somebody has searched. Keys compare without case, as people's keys do.</summary>
internal sealed class ObjectTable
{
    private readonly ChunkedTable<ObjectRow> rows;
    private readonly ForkableMap<string, int> byKey;
    private readonly FieldIndex?[] indexes;

    public ObjectTable(ObjectKind kind)
    {
        Kind = kind;
        rows = new ChunkedTable<ObjectRow>();
        byKey = new(StringComparer.OrdinalIgnoreCase);
        indexes = new FieldIndex?[kind.Fields.Length];
    }

    private ObjectTable(ObjectTable other)
    {
        Kind = other.Kind;
        rows = other.rows.Fork();
        byKey = other.byKey.Fork();
        indexes = [.. other.indexes.Select(index => index?.Fork())];
    }

    public ObjectKind Kind { get; }

    /// <summary>Records ever made.</summary>
    public int Count => rows.Count;

    public int LiveCount => byKey.Count;

    /// <summary>A record, dead or alive.</summary>
    public ObjectRow At(int place) => rows[place]!;

    public ObjectRow? FindLive(int place) => place >= 0 && place < rows.Count && rows[place] is { IsLive: true } row ? row : null;

    /// <summary>The live record of Marketo's own id: int or GUID text.</summary>
    public ObjectRow? FindById(object id) => Kind.PlaceOf(id) is { } place ? FindLive(place) : null;

    /// <summary>The live record of this key (<see cref="ObjectKind.KeyOf"/>).</summary>
    public ObjectRow? Find(string key) => byKey.TryGetValue(key, out var place) ? FindLive(place) : null;

    /// <summary>Places of the live records with this value of a field, in no particular order.</summary>
    public ReadOnlySpan<int> Find(PersonField field, string value) => (indexes[field.Number] ??= Build(field)).Find(value);

    public void Add(ObjectRow row)
    {
        rows.Add(row);
        byKey.Set(Kind.KeyOf(row.Values), row.Place);
        for (var number = 0; number < indexes.Length; number++)
        {
            if (indexes[number] is { } index && PersonWriter.Wire(row.Values[number]) is { } value)
            {
                index.Add(value, row.Place);
            }
        }
    }

    /// <summary>Puts a new row in the old one's place; keys and indexes follow.</summary>
    public void Replace(ObjectRow before, ObjectRow after)
    {
        rows[after.Place] = after;
        var was = Kind.KeyOf(before.Values);
        var now = Kind.KeyOf(after.Values);
        if (!after.IsLive || was != now)
        {
            byKey.Remove(was);
        }

        if (after.IsLive && was != now)
        {
            byKey.Set(now, after.Place);
        }

        for (var number = 0; number < indexes.Length; number++)
        {
            if (indexes[number] is { } index)
            {
                Move(index, after.Place, PersonWriter.Wire(before.Values[number]), after.IsLive ? PersonWriter.Wire(after.Values[number]) : null);
            }
        }
    }

    public ObjectTable Fork() => new(this);

    private static void Move(FieldIndex index, int place, string? was, string? now)
    {
        if (was == now)
        {
            return;
        }

        if (was is not null)
        {
            index.Remove(was, place);
        }

        if (now is not null)
        {
            index.Add(now, place);
        }
    }

    private FieldIndex Build(PersonField field)
    {
        var index = new FieldIndex(ignoreCase: true);
        for (var place = 0; place < rows.Count; place++)
        {
            if (rows[place] is { IsLive: true } row && PersonWriter.Wire(row.Values[field.Number]) is { } value)
            {
                index.Add(value, place);
            }
        }

        return index;
    }
}
