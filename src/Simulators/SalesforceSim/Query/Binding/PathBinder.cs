using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>Looks up the names of paths: object prefix and alias, relationships, fields.</summary>
internal sealed class PathBinder
{
    private const int MaxHops = 5;

    private const string RelationshipTail =
        "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. "
        + "Please reference your WSDL or the describe call for the appropriate names.";

    // Fields of the Name object: what can be reached through Who, What and Owner without TYPEOF.
    private static readonly HashSet<string> NameObjectFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "Id", "Name", "Type", "FirstName", "LastName", "Email", "Phone", "Title", "Alias", "Username", "IsActive", "ProfileId", "UserRoleId", "RecordTypeId",
    };

    private readonly OrgSchema schema;
    private readonly SoqlQuery query;

    public PathBinder(OrgSchema schema, SoqlQuery query)
    {
        this.schema = schema;
        this.query = query;
        Object = schema.Find(query.Object.Text) ?? throw SoqlException.At(
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

    public BoundPath Bind(FieldPath path)
    {
        var names = Expand(path.Names);
        var relationships = names.Count - 1;
        if (relationships > MaxHops)
        {
            throw Refuse(SoqlCodes.MalformedQuery, names[0].At, "Relationship paths can go up at most 5 levels.");
        }

        var hops = relationships == 0 ? [] : new SField[relationships];
        var type = Object;
        for (var i = 0; i < relationships; i++)
        {
            hops[i] = type?.FindRelationship(names[i].Text) ?? throw UnknownRelationship(names[i]);
            type = hops[i].IsPolymorphic ? null : schema.Find(hops[i].ReferenceTo[0]) ?? throw UnknownRelationship(names[i]);
        }

        var byType = new SField?[schema.Objects.Count];
        var last = names[^1];
        if (type is null)
        {
            return Polymorphic(hops, byType, last);
        }

        var field = type.Find(last.Text) ?? throw NoSuchColumn(last, type.Name);
        byType[type.Number] = field;
        return new BoundPath(hops, field, byType, last.At);
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
    private IReadOnlyList<SoqlName> Expand(IReadOnlyList<SoqlName> names)
    {
        if (names.Count == 1)
        {
            return names;
        }

        var first = names[0].Text;
        foreach (var parent in query.Parents)
        {
            if (first.Equals(parent.Alias.Text, StringComparison.OrdinalIgnoreCase))
            {
                return Expand([.. parent.Path.Names, .. names.Skip(1)]);
            }
        }

        return first.Equals(query.Alias?.Text, StringComparison.OrdinalIgnoreCase) || first.Equals(Object.Name, StringComparison.OrdinalIgnoreCase) ? [.. names.Skip(1)] : names;
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
