using System.Globalization;
using System.Runtime.InteropServices;
using SfMarketo.Kernel.Storage;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>Live people by one field's value: a hash table of fingerprints and ids, the values themselves being in the people's rows. Several people may share a value.</summary>
/// <remarks>
/// Open addressing in pages that are copied when first written after a fork. A look-up costs one visit to memory before the person's own row is known, so that a batch of them can
/// be made at once (shared/reference/speed.md section 2).
/// </remarks>
internal sealed class PeopleIndex
{
    private const int PageBits = 12;
    private const int PageSize = 1 << PageBits;
    private const int FirstPages = 1;

    private readonly PeopleTable people;
    private readonly PersonField field;
    private readonly StringComparison comparison;
    private readonly ForkableList<int[]> groups;
    private Slot[][] pages;
    private bool[] owned;
    private int used;

    /// <param name="people">The people; the index is told of each change when their row has it.</param>
    /// <param name="field">The field.</param>
    /// <param name="ignoreCase">Values compare without case.</param>
    public PeopleIndex(PeopleTable people, PersonField field, bool ignoreCase)
    {
        this.people = people;
        this.field = field;
        comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        groups = new ForkableList<int[]>();
        (pages, owned) = Room(FirstPages);
    }

    private PeopleIndex(PeopleIndex other, PeopleTable people)
    {
        this.people = people;
        (field, comparison, used) = (other.field, other.comparison, other.used);
        groups = other.groups.Fork();
        pages = [.. other.pages];
        owned = new bool[pages.Length];
    }

    private int Mask => (pages.Length << PageBits) - 1;

    /// <summary>Ids of the people with this value, in no particular order. Good until the next write.</summary>
    public ReadOnlySpan<int> Find(string value)
    {
        var hash = HashOf(value);
        for (var place = hash & Mask; ; place = (place + 1) & Mask)
        {
            ref readonly var slot = ref At(place);
            if (slot.Id == 0)
            {
                return [];
            }

            if (slot.Hash == hash && Has(slot, value))
            {
                return slot.Id > 0 ? MemoryMarshal.CreateReadOnlySpan(in slot.Id, 1) : groups[~slot.Id];
            }
        }
    }

    /// <summary>An id that most likely is the only one of this value; 0 for none. Looks at no person.</summary>
    public int Guess(string value)
    {
        var hash = HashOf(value);
        var place = hash & Mask;
        while (At(place) is { Id: not 0 } slot)
        {
            if (slot.Hash == hash)
            {
                return Math.Max(slot.Id, 0);
            }

            place = (place + 1) & Mask;
        }

        return 0;
    }

    /// <summary>The person has the value from now on.</summary>
    public void Add(object value, int id)
    {
        var key = KeyOf(value);
        var hash = HashOf(key);
        var place = hash & Mask;
        while (At(place) is { Id: not 0 } slot)
        {
            if (slot.Hash == hash && Has(slot, key))
            {
                int[] group = slot.Id > 0 ? [slot.Id, id] : [.. groups[~slot.Id], id];
                groups.Add(group);
                Own(place) = new Slot(hash, ~(groups.Count - 1));
                return;
            }

            place = (place + 1) & Mask;
        }

        Own(place) = new Slot(hash, id);
        used++;
        if (used > Mask / 2)
        {
            Grow();
        }
    }

    /// <summary>The person has the value no more.</summary>
    public void Remove(object value, int id)
    {
        var hash = HashOf(KeyOf(value));
        for (var place = hash & Mask; At(place) is { Id: not 0 } slot; place = (place + 1) & Mask)
        {
            if (slot.Hash != hash)
            {
                continue;
            }

            if (slot.Id == id)
            {
                Close(place);
                return;
            }

            if (slot.Id < 0 && Array.IndexOf(groups[~slot.Id], id) >= 0)
            {
                int[] left = [.. groups[~slot.Id].Where(other => other != id)];
                if (left.Length > 1)
                {
                    groups[~slot.Id] = left;
                }

                Own(place) = new Slot(hash, left.Length == 1 ? left[0] : slot.Id);
                return;
            }
        }
    }

    /// <summary>An index of the same people; from now on neither sees the other's writes.</summary>
    /// <param name="fork">The other's people.</param>
    public PeopleIndex Fork(PeopleTable fork)
    {
        Array.Clear(owned);
        return new PeopleIndex(this, fork);
    }

    private static string KeyOf(object value) => value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static (Slot[][] Pages, bool[] Owned) Room(int count)
    {
        var pages = new Slot[count][];
        for (var page = 0; page < count; page++)
        {
            pages[page] = new Slot[PageSize];
        }

        var owned = new bool[count];
        Array.Fill(owned, true);
        return (pages, owned);
    }

    private int HashOf(string value) => string.GetHashCode(value, comparison);

    /// <summary>Whether the value is that of the slot's people: the first speaks for all.</summary>
    private bool Has(in Slot slot, string value) =>
        people.FindAny(slot.Id > 0 ? slot.Id : groups[~slot.Id][0])!.Values[field.Number] is { } own && string.Equals(KeyOf(own), value, comparison);

    private ref readonly Slot At(int place) => ref pages[place >> PageBits][place & (PageSize - 1)];

    private ref Slot Own(int place)
    {
        var page = place >> PageBits;
        if (!owned[page])
        {
            pages[page] = [.. pages[page]];
            owned[page] = true;
        }

        return ref pages[page][place & (PageSize - 1)];
    }

    /// <summary>Empties a slot and moves up those behind it that were pushed away from their own place by it.</summary>
    private void Close(int hole)
    {
        used--;
        for (var place = (hole + 1) & Mask; At(place) is { Id: not 0 } slot; place = (place + 1) & Mask)
        {
            if (((place - slot.Hash) & Mask) >= ((place - hole) & Mask))
            {
                Own(hole) = slot;
                hole = place;
            }
        }

        Own(hole) = default;
    }

    private void Grow()
    {
        var before = pages;
        (pages, owned) = Room(before.Length * 2);
        foreach (var page in before)
        {
            foreach (var slot in page)
            {
                if (slot.Id != 0)
                {
                    var place = slot.Hash & Mask;
                    while (At(place).Id != 0)
                    {
                        place = (place + 1) & Mask;
                    }

                    Own(place) = slot;
                }
            }
        }
    }

    /// <summary>A fingerprint, and one person's id or, negative, the place of several people's.</summary>
    private readonly struct Slot(int hash, int id)
    {
        public readonly int Hash = hash;
        public readonly int Id = id;
    }
}
