namespace SfMarketo.MarketoSim.Instance;

/// <summary>Where a person's values stand: a field gets a place when somebody first has another value in it than nothing or the field's default. So rows are as long as what is used, not as the schema.</summary>
/// <remarks>Never changed: a new place makes another layout, in which the old places are the same. Place 0 of a row holds the layout by which it was written.</remarks>
internal sealed class PersonLayout
{
    private const short None = short.MaxValue;

    private readonly short[] places;
    private readonly object?[] defaults;
    private readonly object?[] row;

    /// <param name="defaults">Of the fields that the schema began with, by number.</param>
    /// <param name="first">Numbers of the fields that have the first places.</param>
    public PersonLayout(object?[] defaults, ReadOnlySpan<int> first)
    {
        this.defaults = defaults;
        places = new short[defaults.Length];
        Array.Fill(places, None);
        row = new object?[1 + first.Length];
        row[0] = this;
        for (var place = 0; place < first.Length; place++)
        {
            places[first[place]] = (short)(1 + place);
            row[1 + place] = defaults[first[place]];
        }
    }

    private PersonLayout(PersonLayout other, int number)
    {
        defaults = other.defaults;
        places = new short[Math.Max(other.places.Length, number + 1)];
        places.AsSpan(other.places.Length).Fill(None);
        other.places.CopyTo(places, 0);
        places[number] = (short)other.row.Length;
        row = [.. other.row, DefaultOf(number)];
        row[0] = this;
    }

    /// <summary>The row of a person of whom nothing is known. Not to be written to.</summary>
    public ReadOnlySpan<object?> Row => row;

    /// <summary>The field's place; beyond all rows for a field without one.</summary>
    public int PlaceOf(int number) => (uint)number < (uint)places.Length ? places[number] : None;

    /// <summary>What a row has that does not reach to the field's place. A field that the schema got later has no value.</summary>
    public object? DefaultOf(int number) => (uint)number < (uint)defaults.Length ? defaults[number] : null;

    /// <summary>The layout with a place for a field that has none.</summary>
    public PersonLayout With(int number) => new(this, number);
}
