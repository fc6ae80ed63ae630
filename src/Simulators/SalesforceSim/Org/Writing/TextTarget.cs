using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>What a named text sets: a field, or a lookup by a key of the row it points to.</summary>
/// <param name="Field">The field that gets a value.</param>
/// <param name="Parent">The object whose row is looked for; null when the text is the field's own value.</param>
/// <param name="Key">The parent's field that the text is compared with; null as <paramref name="Parent"/>.</param>
internal readonly record struct TextTarget(SField Field, SObjectType? Parent, SField? Key)
{
    /// <summary>Reads a name: <c>Name</c>, <c>Account.External__c</c> or, where a lookup points to several objects, <c>Lead:Who.Email</c>. Ignores case.</summary>
    /// <param name="schema">The org's objects.</param>
    /// <param name="type">The row's object.</param>
    /// <param name="name">As sent.</param>
    /// <returns>Null for a name of nothing that can be set.</returns>
    public static TextTarget? Find(OrgSchema schema, SObjectType type, ReadOnlySpan<char> name)
    {
        if (name.IndexOf('.') is var dot && dot < 0)
        {
            return type.Find(name) is { } field ? new TextTarget(field, null, null) : null;
        }

        var path = name[..dot];
        var colon = path.IndexOf(':');
        return type.FindRelationship(path[(colon + 1)..]) is { } lookup ? Find(schema, lookup, colon < 0 ? default : path[..colon], name[(dot + 1)..]) : null;
    }

    /// <summary>The lookup by a key of its parent; null when no parent has such a key.</summary>
    /// <param name="schema">The org's objects.</param>
    /// <param name="lookup">The reference.</param>
    /// <param name="parent">Name of the parent object; empty for the first that has the key.</param>
    /// <param name="key">Name of an external id or another indexed key of the parent.</param>
    public static TextTarget? Find(OrgSchema schema, SField lookup, ReadOnlySpan<char> parent, ReadOnlySpan<char> key)
    {
        foreach (var name in lookup.ReferenceTo)
        {
            if ((parent.IsEmpty || parent.Equals(name, StringComparison.OrdinalIgnoreCase)) && schema.Find(name) is { } type && type.Find(key) is { IdLookup: true, Indexed: true } field)
            {
                return new TextTarget(lookup, type, field);
            }
        }

        return null;
    }
}
