using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>A field path with its names looked up.</summary>
/// <param name="Hops">References to follow; empty for a field of the row itself.</param>
/// <param name="Field">The field; of a polymorphic parent the first of its objects' that has it. Null for <c>Who.Type</c>.</param>
/// <param name="ByType">The field by the number of the last row's object.</param>
/// <param name="At">Where the last name stands in the statement.</param>
internal sealed record BoundPath(SField[] Hops, SField? Field, SField?[] ByType, int At)
{
    /// <summary>Whether the path is the name of the object a polymorphic reference points to.</summary>
    public bool IsTypeName => Field is null;

    /// <summary>The row's own field by this number, with nothing to follow.</summary>
    public bool IsOwn(int number) => Hops.Length == 0 && Field?.Number == number;

    /// <summary>The value for a row; null when a parent on the way is missing.</summary>
    public object? Read(SRow row, QueryScope scope)
    {
        var current = row;
        foreach (var hop in Hops)
        {
            if (scope.Parent(current, hop) is not { } parent)
            {
                return null;
            }

            current = parent;
        }

        if (IsTypeName)
        {
            return current.Type.Name;
        }

        return ByType[current.Type.Number] is { } field ? current[field] : null;
    }

    /// <summary>In the schema's spelling.</summary>
    public override string ToString() => string.Concat(Hops.Select(hop => hop.RelationshipName + ".")) + (Field?.Name ?? "Type");
}
