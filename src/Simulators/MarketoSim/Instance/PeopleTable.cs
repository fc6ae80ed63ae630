using SfMarketo.Kernel.Storage;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>All people, dead ones too, with an index for each field that somebody has searched.</summary>
internal sealed class PeopleTable
{
    /// <summary>Ids are dense from here, so that an id is a place in the table.</summary>
    private const int FirstId = 1001;

    private readonly PersonSchema schema;
    private bool emailIgnoreCase;
    private int touched;
    private readonly ChunkedTable<PersonRow> rows;
    private PeopleIndex?[] indexes;

    public PeopleTable(PersonSchema schema, bool emailIgnoreCase)
    {
        this.schema = schema;
        this.emailIgnoreCase = emailIgnoreCase;
        rows = new ChunkedTable<PersonRow>();
        indexes = new PeopleIndex?[schema.Fields.Length];
    }

    private PeopleTable(PeopleTable other)
    {
        schema = other.schema.Fork();
        emailIgnoreCase = other.emailIgnoreCase;
        rows = other.rows.Fork();
        indexes = [.. other.indexes.Select(index => index?.Fork(this))];
        LiveCount = other.LiveCount;
    }

    /// <summary>The fields of the people; a fork has its own.</summary>
    public PersonSchema Schema => schema;

    /// <summary>People ever made.</summary>
    public int Count => rows.Count;

    public int LiveCount { get; private set; }

    /// <summary>The id of the next person.</summary>
    public int NextId => FirstId + rows.Count;

    /// <summary>Any person, dead or alive, by place.</summary>
    public PersonRow At(int place) => rows[place]!;

    /// <summary>Any person, dead or alive.</summary>
    public PersonRow? FindAny(int id) => id >= FirstId && id < NextId ? rows[id - FirstId] : null;

    public PersonRow? FindLive(int id) => FindAny(id) is { IsLive: true } row ? row : null;

    /// <summary>Ids of the live people with this value of a field.</summary>
    public ReadOnlySpan<int> Find(PersonField field, string value)
    {
        if (field.Number >= indexes.Length)
        {
            Array.Resize(ref indexes, schema.Fields.Length);
        }

        return (indexes[field.Number] ??= Build(field)).Find(value);
    }

    /// <summary>Brings near what look-ups by these keys, and reads of the people found, will touch: one kind of memory for all of them after the other, so that the processor waits for many at a time.</summary>
    /// <param name="field">The field of the keys.</param>
    /// <param name="keys">Not those of cookies or ids.</param>
    /// <param name="read">The fields that will be read.</param>
    public void Warm(PersonField field, ReadOnlySpan<string> keys, ReadOnlySpan<PersonField> read)
    {
        if (field.Number >= indexes.Length || indexes[field.Number] is not { } index)
        {
            return;
        }

        var ids = new int[keys.Length];
        for (var place = 0; place < ids.Length; place++)
        {
            ids[place] = index.Guess(keys[place]);
        }

        Warm(ids, read);
    }

    /// <summary>The same for people of these ids.</summary>
    public void Warm(ReadOnlySpan<int> ids, ReadOnlySpan<PersonField> read)
    {
        var found = new PersonRow?[ids.Length];
        for (var place = 0; place < found.Length; place++)
        {
            found[place] = FindAny(ids[place]);
        }

        foreach (var row in found)
        {
            touched += row?.Values.Length ?? 0;
        }

        foreach (var row in found)
        {
            touched += row?.Values.Touch() ?? 0;
        }

        foreach (var row in found)
        {
            if (row is not null)
            {
                Warm(row, read);
            }
        }
    }

    /// <summary>Looks at the texts of a person, whose row is near, before they are needed one after the other.</summary>
    public void Warm(PersonRow row, ReadOnlySpan<PersonField> read)
    {
        foreach (var field in read)
        {
            touched += row.Values[field.Number] is string text ? text.Length : 0;
        }
    }

    public void Add(PersonRow row)
    {
        rows.Add(row);
        LiveCount++;
        for (var number = 0; number < indexes.Length; number++)
        {
            if (indexes[number] is { } index && row.Values[number] is { } value)
            {
                index.Add(value, row.Id);
            }
        }
    }

    /// <summary>Puts a new row in the old one's place; the indexes follow.</summary>
    public void Replace(PersonRow before, PersonRow after)
    {
        rows[after.Id - FirstId] = after;
        LiveCount += after.IsLive ? 0 : -1;
        for (var number = 0; number < indexes.Length; number++)
        {
            if (indexes[number] is not { } index)
            {
                continue;
            }

            var was = before.Values[number];
            var now = after.IsLive ? after.Values[number] : null;
            if (ReferenceEquals(was, now) || Equals(was, now))
            {
                continue;
            }

            if (was is not null)
            {
                index.Remove(was, before.Id);
            }

            if (now is not null)
            {
                index.Add(now, after.Id);
            }
        }
    }

    /// <summary>Whether e-mail keys compare without case; the index is made anew when next asked.</summary>
    public void SetEmailCase(bool ignoreCase)
    {
        if (emailIgnoreCase != ignoreCase)
        {
            emailIgnoreCase = ignoreCase;
            indexes[schema.Email.Number] = null;
        }
    }

    public PeopleTable Fork() => new(this);

    private PeopleIndex Build(PersonField field)
    {
        var index = new PeopleIndex(this, field, field.Type != PersonFieldType.Email || emailIgnoreCase);
        for (var place = 0; place < rows.Count; place++)
        {
            if (rows[place] is { IsLive: true } row && row.Values[field.Number] is { } value)
            {
                index.Add(value, row.Id);
            }
        }

        return index;
    }
}
