using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Objects;

namespace SfMarketo.MarketoSim;

/// <summary>A record of any object but the person as judges see it: at one version, outside the API, costing nothing.</summary>
public sealed class RecordView
{
    private readonly ObjectKind kind;
    private readonly ObjectRow row;

    internal RecordView(ObjectKind kind, ObjectRow row) => (this.kind, this.row) = (kind, row);

    /// <summary>Marketo's own id as text: a whole number or a GUID.</summary>
    public string Id => PersonWriter.Wire(row.Values[kind.Id.Number])!;

    /// <summary>Not deleted.</summary>
    public bool IsLive => row.IsLive;

    /// <summary>Number of the commit that made this version.</summary>
    public long Version => row.Version;

    /// <summary>The REST names of all fields.</summary>
    public IReadOnlyList<string> FieldNames => kind.Names;

    /// <summary>A value by the field's REST name: null, string, int, decimal or bool.</summary>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public object? Get(string fieldName) =>
        row.Values[(kind.Find(fieldName) ?? throw new ArgumentException($"{kind.Name.Display} has no field '{fieldName}'.", nameof(fieldName))).Number];
}
