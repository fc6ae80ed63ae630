using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Binding;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>What is written of one row: fields and parents in the order of their first mention.</summary>
internal sealed class SelectNode
{
    private readonly List<SelectEntry> entries = [];

    public IReadOnlyList<SelectEntry> Entries => entries;

    public void Add(BoundPath path)
    {
        var node = this;
        foreach (var hop in path.Hops)
        {
            node = node.Child(hop);
        }

        node.entries.Add(new SelectEntry(path.Field?.Json ?? TypeName, path.ByType, null, null));
    }

    private static readonly JsonEncodedText TypeName = JsonEncodedText.Encode("Type");

    private SelectNode Child(SField reference)
    {
        foreach (var entry in entries)
        {
            if (entry.Reference == reference)
            {
                return entry.Parent!;
            }
        }

        var child = new SelectNode();
        entries.Add(new SelectEntry(JsonEncodedText.Encode(reference.RelationshipName!), [], reference, child));
        return child;
    }
}

/// <summary>One member of a row's object.</summary>
/// <param name="Name">In the schema's spelling.</param>
/// <param name="ByType">The field by number of the row's object; no field at all means the object's name.</param>
/// <param name="Reference">The reference to follow, for a parent.</param>
/// <param name="Parent">What is written of the parent.</param>
internal readonly record struct SelectEntry(JsonEncodedText Name, SField?[] ByType, SField? Reference, SelectNode? Parent);
