using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Values;

namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>A field path with its names looked up.</summary>
/// <param name="hops">References to follow; empty for a field of the row itself.</param>
/// <param name="field">The field; of a polymorphic parent the first of its objects' that has it. Null for <c>Who.Type</c>.</param>
/// <param name="byType">Of a polymorphic parent: the field by the number of the last row's object. Null where the last row is of one object.</param>
/// <param name="at">Where the last name stands in the statement.</param>
internal sealed class BoundPath(SField[] hops, SField? field, SField?[]? byType, int at) : BoundValue(field, at)
{
    public SField[] Hops => hops;

    /// <summary>The last row may be of several objects.</summary>
    public bool IsPolymorphic => byType is not null;

    /// <summary>The field in a last row of this object; null where it has none.</summary>
    public SField? FieldOf(SObjectType type) => byType is null ? Field : byType[type.Number];

    /// <summary>Whether the path is the name of the object a polymorphic reference points to.</summary>
    public bool IsTypeName => Field is null;

    /// <summary>The same field as seen from the last row of the path.</summary>
    public BoundPath Last => hops.Length == 0 ? this : new BoundPath([], Field, byType, At);

    public override bool IsOwn(int number) => hops.Length == 0 && Field?.Number == number;

    /// <summary>The value for a row; null when a parent on the way is missing.</summary>
    public override object? Read(SRow row, QueryScope scope)
    {
        var current = row;
        foreach (var hop in hops)
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

        return FieldOf(current.Type) is { } own ? current[own] : null;
    }

    /// <summary>In the schema's spelling.</summary>
    public override string ToString() => hops.Length == 0 ? Field?.Name ?? "Type" : string.Concat(hops.Select(hop => hop.RelationshipName + ".")) + (Field?.Name ?? "Type");
}
