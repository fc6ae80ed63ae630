namespace SfMarketo.MarketoSim.Instance;

/// <summary>A person's values by field number. A field that the schema got after the row was made has no value.</summary>
internal readonly struct PersonValues(object?[] values)
{
    public object? this[int number] => (uint)number < (uint)values.Length ? values[number] : null;

    public static implicit operator PersonValues(object?[] values) => new(values);

    /// <summary>The values in an array of the schema's present length, to be written to.</summary>
    public object?[] Copy(int length)
    {
        var copy = new object?[length];
        values.CopyTo(copy, 0);
        return copy;
    }
}
