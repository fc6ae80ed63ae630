using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Binding;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>What is written of one row: fields, functions, parents and lists of children, in the order of their first mention.</summary>
internal sealed class SelectNode
{
    private static readonly JsonEncodedText TypeName = JsonEncodedText.Encode("Type");

    private readonly List<SelectEntry> entries = [];

    public IReadOnlyList<SelectEntry> Entries => entries;

    /// <summary>Adds a field, in the objects of its parents.</summary>
    public void Add(BoundPath path) => At(path.Hops).Add(Entry(path));

    /// <summary>Adds a field of the last row of the path.</summary>
    public void AddLast(BoundPath path) => entries.Add(Entry(path));

    public void Add(SelectEntry entry) => entries.Add(entry);

    /// <summary>What is written of the parent at the end of the references.</summary>
    public SelectNode At(IEnumerable<SField> hops)
    {
        var node = this;
        foreach (var hop in hops)
        {
            node = node.Child(hop);
        }

        return node;
    }

    private static SelectEntry Entry(BoundPath path) => new(path.Field?.Json ?? TypeName) { Path = path.Last };

    private SelectNode Child(SField reference)
    {
        foreach (var entry in entries)
        {
            if (entry.Reference == reference && entry.Parent is { } parent)
            {
                return parent;
            }
        }

        var child = new SelectNode();
        entries.Add(new SelectEntry(JsonEncodedText.Encode(reference.RelationshipName!)) { Reference = reference, Parent = child });
        return child;
    }
}
