using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Binding;
using SfMarketo.SalesforceSim.Query.Syntax;
using SfMarketo.SalesforceSim.Query.Values;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>Makes what is written of each row from SELECT's list.</summary>
internal sealed class SelectBinder(BindingContext context, PathBinder paths, TermBinder terms, SoqlQuery query, Func<ChildTerm, SObjectType, SelectEntry> children)
{
    private const int MaxChildQueries = 20;

    private readonly SelectNode node = new();
    private readonly bool[] seenFields = new bool[paths.Object.Fields.Count];
    private HashSet<string>? seen;

    // Some name is an alias or a relationship of TYPEOF: it may be that of a parent too.
    private bool renamed;
    private int unnamed;
    private int childQueries;

    public SelectNode Bind()
    {
        foreach (var item in query.Fields)
        {
            Add(item);
        }

        if (renamed && node.Entries.GroupBy(entry => entry.Name.ToString(), StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Twice(twice.Key, query.Fields[0].Term.At);
        }

        return node;
    }

    private void Add(SelectItem item)
    {
        switch (item.Term)
        {
            case PathTerm path when item.Alias is null:
                var bound = paths.Bind(path.Path);
                Once(bound, path.At);
                node.Add(bound);
                break;
            case CallTerm or DistanceTerm:
                AddFunction(item);
                break;
            case not (PathTerm or ChildTerm or FieldsTerm or TypeOfTerm):
                throw new InvalidOperationException();
            case not null when item.Alias is { } alias:
                throw SoqlException.Malformed(query.Statement, alias.At, "only aggregate expressions use field aliasing");
            case FieldsTerm fields:
                AddFields(fields);
                break;
            case TypeOfTerm typeOf:
                var entry = new TypeOfBinder(context.Store.Schema, paths, query.Statement).Bind(typeOf);
                Once(entry.Reference!.RelationshipName!, typeOf.At);
                node.Add(entry);
                renamed = true;
                break;
            case ChildTerm child:
                AddChildren(child);
                break;
        }
    }

    // toLabel and FORMAT answer under the field's own name, in the objects of its parents.
    private void AddFunction(SelectItem item)
    {
        if (item.Term is CallTerm { Function: var function } && function.IsDate())
        {
            throw new SoqlException(SoqlCodes.MalformedQuery, $"Field must be grouped or aggregated: {Innermost((CallTerm)item.Term).Text}");
        }

        var value = terms.Bind(item.Term, SoqlClause.Select);
        if (item.Alias is { } alias)
        {
            Once(alias.Text, alias.At);
            node.Add(Function(alias.Text, value));
            renamed = true;
        }
        else if (item.Term is CallTerm call)
        {
            var path = paths.Bind(Innermost(call));
            Once(path, call.At);
            node.At(path.Hops).Add(Function(path.Field!.Name, Relative(call, path.Last)));
        }
        else
        {
            node.Add(Function(FormattableString.Invariant($"expr{unnamed++}"), value));
        }
    }

    private BoundValue Relative(CallTerm call, BoundPath own) => terms.Call(call, call.Argument is CallTerm inner ? Relative(inner, own) : own, SoqlClause.Select);

    private static FieldPath Innermost(CallTerm call) => call.Argument is CallTerm inner ? Innermost(inner) : ((PathTerm)call.Argument).Path;

    private static SelectEntry Function(string name, BoundValue value) => new(JsonEncodedText.Encode(name)) { Function = value };

    private void AddFields(FieldsTerm fields)
    {
        FieldsRules.Check(fields, query, context);
        foreach (var field in FieldSight.FieldsOf(paths.Object))
        {
            if (fields.Kind == FieldsKind.All || field.Custom == (fields.Kind == FieldsKind.Custom))
            {
                Once(field.Name, fields.At);
                node.Add(paths.Bind(new FieldPath([new SoqlName(field.Name, fields.At)])));
            }
        }
    }

    private void AddChildren(ChildTerm child)
    {
        if (++childQueries > MaxChildQueries)
        {
            throw SoqlException.Malformed(query.Statement, child.At, "A query can have at most 20 child queries.");
        }

        if (child.Query.Offset is not null && !GivesOneRow())
        {
            throw SoqlException.Malformed(query.Statement, child.At, "OFFSET is allowed in a child query only when the query around it gives one row.");
        }

        Once(child.Query.Object.Text, child.At);
        node.Add(children(child, paths.Object));
    }

    private bool GivesOneRow() => query.Limit is 0 or 1 || query.Where is CompareCondition { Operator: CompareOperator.Equal, Term: PathTerm path } && paths.Bind(path.Path).IsOwn(SystemFields.Id);

    private void Once(BoundPath path, int at)
    {
        if (path is { Hops.Length: 0, Field: { } own })
        {
            Once(ref seenFields[own.Number], own.Name, at);
        }
        else
        {
            Once(path.ToString(), at);
        }
    }

    private void Once(string name, int at)
    {
        if (paths.Object.Find(name) is { } own)
        {
            Once(ref seenFields[own.Number], own.Name, at);
        }
        else if (!(seen ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase)).Add(name))
        {
            throw Twice(name, at);
        }
    }

    private void Once(ref bool was, string name, int at) => was = was ? throw Twice(name, at) : true;

    private SoqlException Twice(string name, int at) => SoqlException.Malformed(query.Statement, at, $"duplicate field selected: {name}");
}
