using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>One record of a sync or delete: its key and what to write, or the reason why it cannot be taken.</summary>
/// <param name="Id">Marketo's own id, when records are told by it.</param>
/// <param name="Key">The key's text (<see cref="ObjectKind.KeyOf"/>), when they are told by that.</param>
/// <param name="KeyCells">The key, field by field.</param>
/// <param name="Cells">What to write beside it.</param>
/// <param name="Problem">Why it cannot be taken.</param>
internal sealed record ObjectRecord(object? Id, string? Key, FieldValue[] KeyCells, FieldValue[] Cells, MarketoError? Problem)
{
    /// <summary>Tells the record from the others of its call.</summary>
    public string Identity => Key ?? PersonWriter.Wire(Id)!;

    public ObjectRow? Find(ObjectTable table) => Id is { } id ? table.FindById(id) : table.Find(Key!);
}
