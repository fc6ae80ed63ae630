using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Binding;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>Binds TYPEOF: other fields for each object that a polymorphic reference points to.</summary>
internal sealed class TypeOfBinder(OrgSchema schema, PathBinder paths, string statement)
{
    public SelectEntry Bind(TypeOfTerm term)
    {
        var reference = paths.Object.FindRelationship(term.Relationship.Text) ?? throw SoqlException.At(
            SoqlCodes.InvalidField, statement, term.Relationship.At, $"Didn't understand relationship '{term.Relationship.Text}' in field path. {PathBinder.RelationshipTail}");
        if (!reference.IsPolymorphic)
        {
            throw SoqlException.Malformed(statement, term.Relationship.At, $"TYPEOF is for polymorphic relationships; '{reference.RelationshipName}' points to one object.");
        }

        var branches = new SelectNode?[schema.Objects.Count];
        if (term.Else.Count > 0)
        {
            var otherwise = new SelectNode();
            foreach (var path in term.Else)
            {
                otherwise.AddLast(paths.Bind(new FieldPath([term.Relationship, .. path.Names])));
            }

            Array.Fill(branches, otherwise);
        }

        foreach (var branch in term.Branches)
        {
            var type = schema.Find(branch.Object.Text);
            if (type is null || !reference.ReferenceTo.Contains(type.Name))
            {
                throw SoqlException.Malformed(statement, branch.Object.At, $"'{branch.Object.Text}' is not an object that '{reference.RelationshipName}' points to.");
            }

            branches[type.Number] = Branch(branch, type);
        }

        return new SelectEntry(JsonEncodedText.Encode(reference.RelationshipName!)) { Reference = reference, Branches = branches };
    }

    private SelectNode Branch(TypeOfBranch branch, SObjectType type)
    {
        var own = new PathBinder(schema, new SoqlQuery(statement, branch.Object), type);
        var node = new SelectNode();
        foreach (var path in branch.Fields)
        {
            node.Add(own.Bind(path));
        }

        return node;
    }
}
