using System.Globalization;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Formulas;
using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Org.Rules;

/// <summary>Runs the assignment rules of Leads and Cases and remembers each run of a Lead's, for judges.</summary>
internal sealed class AssignmentRules
{
    private readonly IReadOnlyList<Rule> rules;
    private readonly List<AssignmentExecution> executions;
    private readonly int[][] turns;

    /// <param name="schema">For conditions.</param>
    /// <param name="rule">The active rule of Leads from the org's options, or null; it comes before those of the metadata.</param>
    /// <param name="metadata">Further rules.</param>
    /// <exception cref="MetadataException">A condition is none.</exception>
    public AssignmentRules(OrgSchema schema, AssignmentRule? rule, IReadOnlyList<AssignmentRuleMetadata> metadata)
    {
        rules = [.. rule is null ? [] : (Rule[])[Of(rule, schema["Lead"])], .. metadata.Select(each => Of(each, schema))];
        executions = [];
        turns = [.. rules.Select(each => new int[each.Entries.Count])];
    }

    private AssignmentRules(AssignmentRules other) => (rules, executions, turns) = (other.rules, [.. other.executions], [.. other.turns.Select(each => (int[])each.Clone())]);

    public IReadOnlyList<AssignmentExecution> Executions => executions;

    /// <summary>The rules in the order of the rows of AssignmentRule.</summary>
    public IEnumerable<(string Name, string Object, bool Active)> Names => rules.Select(rule => (rule.Name, rule.Type.Name, rule.Active));

    /// <summary>Gives the row to the owner of the first entry that holds. When none does, a new row goes to the rule's default owner, if it has one; else the owner stays. A commit of its own, op <c>assign</c>.</summary>
    /// <remarks>The rule is the one that the transaction names by id, or the first active one of the object.</remarks>
    public SRow Run(Transaction transaction, SRow row, bool created)
    {
        if (rules.Count == 0 || Find(transaction, row.Type) is not { } number)
        {
            return row;
        }

        var rule = rules[number];
        var owner = row.Type.OwnerId!;
        var chosen = Choose(transaction, row, rule, turns[number]) ?? (created && rule.DefaultOwner is { } standard ? FindOwner(transaction.Store, standard) : null);
        if (row.Type.Name == "Lead")
        {
            transaction.AfterCommit(() => executions.Add(new AssignmentExecution(row.Id, transaction.At, transaction.Call, created, rule.Name, chosen ?? row.Text(owner.Number)!)));
        }

        if (chosen is null || chosen == row.Text(owner.Number))
        {
            return row;
        }

        var values = row.CopyValues();
        values[owner.Number] = chosen;
        return transaction.Update(row, values, "assign", rule.Name);
    }

    public AssignmentRules Fork() => new(this);

    /// <summary>Looks the owners up once, so that a wrong name is found at the start and not at the first save.</summary>
    /// <exception cref="MetadataException">An owner is neither a user nor a queue.</exception>
    public void Check(OrgStore store)
    {
        foreach (var rule in rules)
        {
            foreach (var name in rule.Entries.SelectMany(entry => entry.Owners).Append(rule.DefaultOwner).OfType<string>())
            {
                try
                {
                    FindOwner(store, name);
                }
                catch (InvalidOperationException) when (rule.Place.Length > 0)
                {
                    throw new MetadataException($"{name} is neither a user nor a queue", rule.Place, "write a username or the name of a queue of the org");
                }
            }
        }
    }

    private int? Find(Transaction transaction, SObjectType type)
    {
        if (transaction.AssignmentRuleId is { } id && transaction.Store["AssignmentRule"].Find(id) is { } named && named.Number < rules.Count && rules[named.Number].Type == type)
        {
            return named.Number;
        }

        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].Active && rules[i].Type == type)
            {
                return i;
            }
        }

        return null;
    }

    private static string? Choose(Transaction transaction, SRow row, Rule rule, int[] turns)
    {
        var context = new FormulaContext(transaction.Store, row.CopyValues(), row, transaction.Stamp, transaction.UserId);
        for (var i = 0; i < rule.Entries.Count; i++)
        {
            var entry = rule.Entries[i];
            if (entry.Holds(context))
            {
                return FindOwner(transaction.Store, entry.Owners[turns[i]++ % entry.Owners.Count]);
            }
        }

        return null;
    }

    private static Rule Of(AssignmentRule rule, SObjectType lead) => new(rule.Name, "", lead, Active: true, null, [.. rule.Entries.Select(entry => new Entry(
        entry.Field is null ? _ => true : context => string.Equals(TextOf(context.Now(lead.Field(entry.Field))), entry.Value, StringComparison.OrdinalIgnoreCase), entry.Owners))]);

    private static Rule Of(AssignmentRuleMetadata rule, OrgSchema schema)
    {
        var type = RuleNames.Object(schema, rule.Object, rule.Place);
        return new Rule(rule.Name, rule.Place, type, rule.Active, rule.DefaultOwner, [.. rule.Entries.Select(entry =>
            new Entry(RuleNames.Condition(schema, type, entry.Condition, entry.Place) is { } condition ? condition.Holds : _ => true, entry.Owners))]);
    }

    private static string? TextOf(object? value) => Convert.ToString(FieldValues.ToRecord(value), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static string FindOwner(OrgStore store, string name)
    {
        var users = store["User"];
        if (users.FindByUnique(users.Type.Field("Username"), name) is { } user)
        {
            return user.Id;
        }

        var groups = store["Group"];
        var groupName = groups.Type.Field("Name");
        return groups.Rows.FirstOrDefault(group => string.Equals(group.Text(groupName.Number), name, StringComparison.OrdinalIgnoreCase))?.Id
            ?? throw new InvalidOperationException($"The assignment rule names {name}, which is neither a user nor a queue of the org.");
    }

    private sealed record Rule(string Name, string Place, SObjectType Type, bool Active, string? DefaultOwner, IReadOnlyList<Entry> Entries);

    private sealed record Entry(Func<FormulaContext, bool> Holds, IReadOnlyList<string> Owners);
}
