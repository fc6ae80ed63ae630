using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org;

/// <summary>One row in one version. Immutable: a write makes a new one.</summary>
/// <param name="type">The row's object.</param>
/// <param name="number">Number of the row in its table, from 0 in order of creation.</param>
/// <param name="version">Number of the commit that made this version.</param>
/// <param name="deleted">In the recycle bin.</param>
/// <param name="values">By field number, in the forms of <see cref="SFieldType"/>. Not changed after this.</param>
/// <param name="deletedWith">Id of the row whose delete took this one along; null for others.</param>
internal sealed class SRow(SObjectType type, int number, long version, bool deleted, object?[] values, string? deletedWith = null)
{
    public SObjectType Type { get; } = type;

    public int Number { get; } = number;

    public long Version { get; } = version;

    public bool Deleted { get; } = deleted;

    /// <summary>An old activity, which only queryAll sees.</summary>
    public bool Archived => Type.IsArchived is { } archived && this[archived.Number] is true;

    /// <summary>Id of the row whose delete took this one along, for undelete; null for rows that are live or were deleted themselves.</summary>
    public string? DeletedWith { get; } = deletedWith;

    /// <summary>18 characters.</summary>
    public string Id => (string)values[SystemFields.Id]!;

    /// <summary>SystemModstamp, microseconds since 1970 UTC, whole seconds.</summary>
    public long Stamp => (long)values[SystemFields.SystemModstamp]!;

    /// <summary>A field's value; null past the end of a row that is older than the field. An address is put together from its parts.</summary>
    public object? this[SField field] => field.Type == SFieldType.Address ? Address(field) : this[field.Number];

    /// <summary>A stored value by field number.</summary>
    public object? this[int number] => number < values.Length ? values[number] : null;

    /// <summary>A copy of the values, to be changed and put in a new row.</summary>
    public object?[] CopyValues()
    {
        var copy = new object?[Type.Fields.Count];
        Array.Copy(values, copy, Math.Min(values.Length, copy.Length));
        return copy;
    }

    public string? Text(int number) => this[number] as string;

    private AddressValue? Address(SField field)
    {
        var any = false;
        foreach (var part in field.Parts)
        {
            any |= part >= 0 && this[part] is not null;
        }

        if (!any)
        {
            return null;
        }

        var address = new AddressValue(
            Part<string>(field, 0), Part<string>(field, 1), Part<string>(field, 2), (double?)Part<object>(field, 3), (double?)Part<object>(field, 4), Part<string>(field, 5), Part<string>(field, 6), Part<string>(field, 7));
        return field.CodeParts is { } codes ? address with { HasCodes = true, CountryCode = Text(codes.Country), StateCode = Text(codes.State) } : address;
    }

    private T? Part<T>(SField field, int part)
        where T : class => field.Parts[part] >= 0 ? this[field.Parts[part]] as T : null;
}
