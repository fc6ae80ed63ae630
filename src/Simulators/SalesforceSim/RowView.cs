using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim;

/// <summary>A row in one version, for judges and tests.</summary>
public sealed class RowView
{
    private readonly SRow row;

    internal RowView(SRow row) => this.row = row;

    /// <summary>The object's name.</summary>
    public string Object => row.Type.Name;

    /// <summary>18 characters.</summary>
    public string Id => row.Id;

    /// <summary>Number of the commit that made this version.</summary>
    public long Version => row.Version;

    /// <summary>In the recycle bin.</summary>
    public bool Deleted => row.Deleted;

    /// <summary>The names of all fields but compound addresses.</summary>
    public IReadOnlyList<string> FieldNames => row.Type.ValueNames;

    /// <summary>The field's value in the form commits hold: null, string, bool, int or double; dates as the API's text. Compound addresses are not read here.</summary>
    /// <exception cref="ArgumentException">The object has no such field.</exception>
    public object? Get(string field) => row.Type.FindAny(field) is { } found ? FieldValues.ToRecord(row[found.Number]) : throw new ArgumentException($"{Object} has no field {field}.", nameof(field));

    /// <summary><see cref="Get"/> for text fields.</summary>
    public string? Text(string field) => Get(field) as string;
}
