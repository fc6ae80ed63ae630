using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>The fields that a request wants of a record, and those of its parents by relationship.</summary>
internal sealed class FieldTree
{
    private const int MostSpanned = 5;

    /// <summary>API names.</summary>
    public SortedSet<string> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>By the name of the relationship.</summary>
    public SortedDictionary<string, FieldTree> Parents { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds <c>Lead.Name</c> or <c>Lead.Owner.Name</c>.</summary>
    /// <param name="schema">For the parents.</param>
    /// <param name="type">The record's object.</param>
    /// <param name="path">As sent.</param>
    /// <returns>Null, or why there is no such field.</returns>
    public RowError? Add(OrgSchema schema, SObjectType type, string path)
    {
        var parts = path.Split('.');
        if (parts.Length is < 2 or > MostSpanned + 2 || !parts[0].Equals(type.Name, StringComparison.OrdinalIgnoreCase))
        {
            return RowErrors.NoColumn(type, path);
        }

        return Add(schema, type, parts.AsSpan(1)) ? null : RowErrors.NoColumn(type, string.Join('.', parts.Skip(1)));
    }

    /// <summary>Adds a field of the object; a lookup comes with the name of what it points to.</summary>
    public void Add(OrgSchema schema, SField field)
    {
        Fields.Add(field.Name);
        if (field.RelationshipName is { } relationship && field.ReferenceTo.Select(target => schema.Find(target)).FirstOrDefault(target => target is not null) is { NameField: { } name })
        {
            var parent = Parent(relationship);
            parent.Fields.Add("Id");
            parent.Fields.Add(name.Name);
        }
    }

    private bool Add(OrgSchema schema, SObjectType type, ReadOnlySpan<string> parts)
    {
        if (parts.Length == 1)
        {
            if (type.Find(parts[0]) is not { } field)
            {
                return false;
            }

            Fields.Add(field.Name);
            return true;
        }

        if (type.FindRelationship(parts[0]) is not { } lookup)
        {
            return false;
        }

        foreach (var target in lookup.ReferenceTo)
        {
            var parent = new FieldTree();
            if (schema.Find(target) is { } other && parent.Add(schema, other, parts[1..]))
            {
                Parent(lookup.RelationshipName!).Merge(parent);
                return true;
            }
        }

        return false;
    }

    private FieldTree Parent(string relationship)
    {
        if (!Parents.TryGetValue(relationship, out var parent))
        {
            Parents.Add(relationship, parent = new FieldTree());
        }

        return parent;
    }

    private void Merge(FieldTree other)
    {
        Fields.UnionWith(other.Fields);
        foreach (var (name, parent) in other.Parents)
        {
            Parent(name).Merge(parent);
        }
    }
}
