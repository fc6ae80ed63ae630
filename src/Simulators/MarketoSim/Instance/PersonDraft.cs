namespace SfMarketo.MarketoSim.Instance;

/// <summary>The values of a person that is being written.</summary>
internal struct PersonDraft
{
    private readonly PersonSchema schema;
    private object?[] row;
    private int length;

    /// <summary>A changed person.</summary>
    public PersonDraft(PersonSchema schema, PersonValues values)
    {
        this.schema = schema;
        row = values.Copy();
        length = row.Length;
    }

    /// <summary>A new person.</summary>
    public PersonDraft(PersonSchema schema)
    {
        this.schema = schema;
        row = schema.Layout.Row.ToArray();
        length = 1;
    }

    public readonly bool IsOpen => row is not null;

    public object? this[int number]
    {
        readonly get => new PersonValues(row)[number];
        set
        {
            var place = schema.Layout.PlaceOf(number);
            if (place >= row.Length)
            {
                if (Equals(value, schema.Layout.DefaultOf(number)))
                {
                    return;
                }

                place = schema.GivePlace(number);
                var grown = schema.Layout.Row[..(place + 1)].ToArray();
                row.AsSpan(1).CopyTo(grown.AsSpan(1));
                row = grown;
            }

            row[place] = value;
            length = Math.Max(length, place + 1);
        }
    }

    /// <summary>The values as they are now; nothing is set afterwards.</summary>
    public readonly PersonValues End() => new(length == row.Length ? row : row[..length]);
}
