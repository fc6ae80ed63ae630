using System.Text.Json;
using SfMarketo.SalesforceSim.Query.Binding;
using SfMarketo.SalesforceSim.Query.Grouping;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>What is written of each group: grouped fields by their last name, expressions by alias or as expr0, expr1 and so on.</summary>
internal static class GroupSelect
{
    public static SelectNode Bind(SoqlQuery query, GroupBinder groups)
    {
        var node = new SelectNode();
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        var unnamed = 0;
        foreach (var item in query.Fields)
        {
            if (item.Term is ChildTerm or TypeOfTerm or FieldsTerm)
            {
                throw SoqlException.Malformed(query.Statement, item.Term.At, "Child queries, TYPEOF and FIELDS cannot be used with GROUP BY or aggregate functions");
            }

            var value = groups.Bind(item.Term, SoqlClause.Select);
            var name = item.Alias?.Text
                ?? (item.Term is PathTerm ? value.Field!.Name : FormattableString.Invariant($"expr{unnamed++}"));
            if (!seen.Add(name))
            {
                throw SoqlException.Malformed(query.Statement, item.Alias?.At ?? item.Term.At, $"duplicate alias: {name}");
            }

            node.Add(new SelectEntry(JsonEncodedText.Encode(name)) { Function = value });
        }

        return node;
    }
}
