using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim;

/// <summary>A person as judges see it: at one version, outside the API, costing nothing.</summary>
public sealed class PersonView
{
    private readonly PersonSchema schema;
    private readonly PersonRow row;

    internal PersonView(PersonSchema schema, PersonRow row)
    {
        this.schema = schema;
        this.row = row;
    }

    public int Id => row.Id;

    /// <summary>Neither deleted nor the loser of a merge.</summary>
    public bool IsLive => row.IsLive;

    /// <summary>The winner of the merge that ended the person, or 0.</summary>
    public int MergedInto => row.MergedInto;

    /// <summary>Number of the commit that made this version.</summary>
    public long Version => row.Version;

    /// <summary>The REST names of all fields.</summary>
    public IReadOnlyList<string> FieldNames => schema.Names;

    /// <summary>A value by the field's REST name: null, string (dates and datetimes too, in UTC), int, decimal or bool.</summary>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public object? Get(string fieldName) =>
        row.Values[(schema.Find(fieldName) ?? throw new ArgumentException($"Marketo people have no field '{fieldName}'.", nameof(fieldName))).Number];
}
