using System.Runtime.CompilerServices;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>A person's values by field number. A field that the schema got after the row was made has no value.</summary>
/// <param name="row">The layout, then the values in its places; never written to.</param>
internal readonly struct PersonValues(object?[] row)
{
    public object? this[int number]
    {
        get
        {
            var layout = Unsafe.As<PersonLayout>(row[0]!);
            var place = layout.PlaceOf(number);
            return (uint)place < (uint)row.Length ? row[place] : layout.DefaultOf(number);
        }
    }

    /// <summary>A copy to be written to.</summary>
    public object?[] Copy() => row.AsSpan().ToArray();
}
