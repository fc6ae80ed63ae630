using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>Looks up the names of paths: object prefix and alias, relationships, fields.</summary>
internal sealed class PathBinder
{
    private const int MaxHops = 5;
    private const int MaxParents = 55;

    public const string RelationshipTail =
        "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. "
        + "Please reference your WSDL or the describe call for the appropriate names.";

    // Fields of the Name object: what can be reached through Who, What and Owner without TYPEOF.
    private static readonly HashSet<string> NameObjectFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "Id", "Name", "Type", "FirstName", "LastName", "Email", "Phone", "Title", "Alias", "Username", "IsActive", "ProfileId", "UserRoleId", "RecordTypeId",
    };

    private readonly OrgSchema schema;
    private readonly SoqlQuery query;

    private HashSet<string>? parents;

    /// <param name="schema">The org's objects.</param>
    /// <param name="query">Whose names are looked up.</param>
    /// <param name="object">The object of its rows, when that is not what its FROM names: a child query's.</param>
    public PathBinder(OrgSchema schema, SoqlQuery query, SObjectType? @object = null)
    {
        this.schema = schema;
        this.query = query;
        Object = @object ?? schema.Find(query.Object.Text) ?? throw SoqlException.At(
            SoqlCodes.InvalidType,
            query.Statement,
            query.Object.At,
            $"sObject type '{query.Object.Text}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. "
            + "Please reference your WSDL or the describe call for the appropriate names.");
        foreach (var parent in query.Parents)
        {
            Bind(new FieldPath([.. parent.Path.Names, new SoqlName("Id", parent.Path.At)]));
        }
    }

    public SObjectType Object { get; }

    /// <summary>For places in errors.</summary>
    public string Statement => query.Statement;

    public BoundPath Bind(FieldPath path)
    {
        var names = Expand(path.Names);
        var relationships = names.Count - 1;
        if (relationships > MaxHops)
        {
            throw Refuse(SoqlCodes.MalformedQuery, names[0].At, "Relationship paths can go up at most 5 levels.");
        }

        if (relationships > 0)
        {
            Count(names);
        }

        var hops = relationships == 0 ? [] : new SField[relationships];
        var type = Object;
        for (var i = 0; i < relationships; i++)
        {
            hops[i] = type?.FindRelationship(names[i].Text) ?? throw UnknownRelationship(names[i]);
            type = hops[i].IsPolymorphic ? null : schema.Find(hops[i].ReferenceTo[0]) ?? throw UnknownRelationship(names[i]);
        }

        var last = names[^1];
        return type is null ? Polymorphic(hops, new SField?[schema.Objects.Count], last) : new BoundPath(hops, type.Find(last.Text) ?? throw NoSuchColumn(last, type.Name), null, last.At);
    }

    private BoundPath Polymorphic(SField[] hops, SField?[] byType, SoqlName last)
    {
        if (!NameObjectFields.Contains(last.Text))
        {
            throw NoSuchColumn(last, "Name");
        }

        if (last.Text.Equals("Type", StringComparison.OrdinalIgnoreCase))
        {
            return new BoundPath(hops, null, byType, last.At);
        }

        SField? first = null;
        foreach (var target in hops[^1].ReferenceTo)
        {
            if (schema.Find(target) is { } type && type.Find(last.Text) is { } field)
            {
                byType[type.Number] = field;
                first ??= field;
            }
        }

        return new BoundPath(hops, first ?? throw NoSuchColumn(last, "Name"), byType, last.At);
    }

    /// <summary>Takes the object's name or alias away from the front, and puts a parent's path in place of its alias.</summary>
    private IReadOnlyList<SoqlName> Expand(IReadOnlyList<SoqlName> names) => names.Count == 1 ? names : Expand(names, query.Parents.Count);

    // A parent's path may start with the alias of a parent before it.
    private IReadOnlyList<SoqlName> Expand(IReadOnlyList<SoqlName> names, int known)
    {
        var first = names[0].Text;
        for (var i = 0; i < known; i++)
        {
            if (Same(first, query.Parents[i].Alias.Text))
            {
                return Expand([.. query.Parents[i].Path.Names, .. names.Skip(1)], i);
            }
        }

        return names.Count > 1 && (Same(first, query.Alias?.Text) || Same(first, Object.Name) || Same(first, query.Object.Text)) ? [.. names.Skip(1)] : names;
    }

    private static bool Same(string name, string? other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private void Count(IReadOnlyList<SoqlName> names)
    {
        parents ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (parents.Add(string.Join('.', names.Take(names.Count - 1).Select(name => name.Text))) && parents.Count > MaxParents)
        {
            throw Refuse(SoqlCodes.MalformedQuery, names[0].At, "A query can follow at most 55 child-to-parent relationships.");
        }
    }

    private SoqlException UnknownRelationship(SoqlName name) =>
        Refuse(SoqlCodes.InvalidField, name.At, $"Didn't understand relationship '{name.Text}' in field path. {RelationshipTail}");

    private SoqlException NoSuchColumn(SoqlName name, string entity) => Refuse(
        SoqlCodes.InvalidField,
        name.At,
        $"No such column '{name.Text}' on entity '{entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. "
        + "Please reference your WSDL or the describe call for the appropriate names.");

    private SoqlException Refuse(string code, int at, string lastLine) => SoqlException.At(code, query.Statement, at, lastLine);
}
