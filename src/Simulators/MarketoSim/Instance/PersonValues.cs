using System.Runtime.CompilerServices;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>A person's values by field number. A field that the schema got after the row was made has no value.</summary>
/// <param name="row">The layout, then the values in its places; never written to.</param>
internal readonly struct PersonValues(object?[] row)
{
    /// <summary>References in the 64 bytes that a processor fetches at once.</summary>
    private const int ValuesOfLine = 8;

    public object? this[int number]
    {
        get
        {
            var layout = Unsafe.As<PersonLayout>(row[0]!);
            var place = layout.PlaceOf(number);
            return (uint)place < (uint)row.Length ? row[place] : layout.DefaultOf(number);
        }
    }

    /// <summary>Length of the row.</summary>
    public int Length => row.Length;

    /// <summary>Looks at each line of the row's memory.</summary>
    /// <returns>A number of no meaning.</returns>
    public int Touch()
    {
        var seen = 0;
        for (var place = 0; place < row.Length; place += ValuesOfLine)
        {
            seen += row[place] is null ? 0 : 1;
        }

        return seen;
    }

    /// <summary>A copy to be written to.</summary>
    public object?[] Copy() => row.AsSpan().ToArray();
}
