using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Formulas;
using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;
using SfMarketo.SalesforceSim.OutboundMessages;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Org.Rules;

/// <summary>Decides what a save sets off: field updates, which change the row once more, and outbound messages, queued in the transaction and handed over when it commits (salesforce-data.md sections 6.4 and 10.2).</summary>
internal sealed class WorkflowRules
{
    // The vendor's limit for rules that set each other off.
    private const int MostRounds = 5;

    private readonly SalesforceOrg org;
    private readonly List<Rule>?[] byType;

    /// <param name="org">The org.</param>
    /// <param name="rules">Its rules from options.</param>
    /// <param name="metadata">Its rules from metadata.</param>
    /// <param name="targets">Its outbound messages.</param>
    /// <exception cref="ArgumentException">A rule names what does not exist.</exception>
    public WorkflowRules(SalesforceOrg org, IReadOnlyList<WorkflowRule> rules, IReadOnlyList<WorkflowRuleMetadata> metadata, IReadOnlyList<OutboundTarget> targets)
    {
        this.org = org;
        byType = new List<Rule>?[org.Store.Schema.Objects.Count];
        foreach (var rule in rules.Where(rule => rule.Active))
        {
            var type = org.Store.Schema.Find(rule.Object) ?? throw Wrong(rule.Name, $"names the object {rule.Object}, which does not exist");
            var messages = rule.Messages.Select(name => Number(rule.Name, name, type, targets)).ToArray();
            (byType[type.Number] ??= []).Add(new Rule(rule.Name, rule.TriggerType, rule.Criteria is null ? null : $"SELECT Id FROM {type.Name} WHERE {rule.Criteria}", null, messages, []));
        }

        foreach (var rule in metadata)
        {
            var schema = org.Store.Schema;
            var type = RuleNames.Object(schema, rule.Object, rule.Place);
            var condition = RuleNames.Condition(schema, type, rule.Condition, rule.Place);
            var updates = rule.Updates.Select(update => FieldUpdate.Of(schema, type, update)).ToArray();
            var messages = rule.Messages.Select(name => Number(rule.Name, name, type, targets)).ToArray();
            if (rule.Active)
            {
                (byType[type.Number] ??= []).Add(new Rule(rule.Name, rule.Trigger, null, condition, messages, updates));
            }
        }
    }

    /// <summary>Looks at a saved row, after assignment and the like: one save fires a rule once.</summary>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="old">The row before the save, null for a new one.</param>
    /// <param name="row">The row after it.</param>
    /// <returns>The row after the field updates, or why one of them was refused.</returns>
    public WriteResult After(Transaction transaction, SRow? old, SRow row)
    {
        if (byType[row.Type.Number] is not { } rules)
        {
            return new WriteResult(row);
        }

        var fired = new HashSet<Rule>();
        for (var round = 0; round < MostRounds; round++)
        {
            var now = rules.Where(rule => !fired.Contains(rule) && Fires(rule, old, row, transaction)).ToList();
            fired.UnionWith(now);
            if (now.Count == 0 || Update(transaction, row, old, now) is not var (next, again))
            {
                break;
            }

            if (next.Row is null)
            {
                return next;
            }

            row = next.Row;
            if (!again)
            {
                break;
            }
        }

        Send(transaction, rules, fired, row);
        return new WriteResult(row);
    }

    /// <summary>Reads all criteria once, so that a bad one is found at the start and not at the first save.</summary>
    /// <exception cref="ArgumentException">A condition is no SOQL condition of its object.</exception>
    public void Check(long now)
    {
        foreach (var rule in byType.SelectMany(rules => rules ?? []))
        {
            try
            {
                _ = Criteria(rule, now);
            }
            catch (Query.Syntax.SoqlException bad)
            {
                throw new ArgumentException($"The criteria of workflow rule {rule.Name} are no SOQL condition: {bad.Message}", bad);
            }
        }
    }

    // Custom validation and duplicate rules are not run again; the system's own checks are.
    private (WriteResult Result, bool Again)? Update(Transaction transaction, SRow row, SRow? old, List<Rule> fired)
    {
        var again = false;
        WriteResult? result = null;
        foreach (var rule in fired.Where(rule => rule.Updates.Length > 0))
        {
            var values = row.CopyValues();
            var input = new RowInput();
            input.Start(row.Type);
            var context = new FormulaContext(transaction.Store, row.CopyValues(), old, transaction.Stamp, transaction.UserId);
            foreach (var update in rule.Updates)
            {
                var value = update.Value(context);
                input.Add(update.Field, value);
                values[update.Field.Number] = value;
                again |= update.Reevaluate;
            }

            if (new SystemChecks(org.Switches, org.Options.Metadata).Check(transaction, input, values, row) is { } error)
            {
                return (new WriteResult(error), false);
            }

            DerivedFields.Apply(transaction.Store, row.Type, row, values, input, transaction.Stamp);
            row = transaction.Update(row, values, "update", rule.Name);
            result = new WriteResult(row);
        }

        return result is { } last ? (last, again) : null;
    }

    private void Send(Transaction transaction, List<Rule> rules, HashSet<Rule> fired, SRow row)
    {
        if (fired.Count == 0 || transaction.Actor == Actor.Client && (!org.Switches.OutboundIntegrationUserSends || org.Permissions.Of(transaction) is { Profile.SendOutboundMessages: false }))
        {
            return;
        }

        foreach (var rule in rules.Where(rule => rule.Messages.Length > 0 && fired.Contains(rule)))
        {
            transaction.AfterCommit(() => Queue(rule, row.Id, transaction.At));
        }
    }

    private bool Fires(Rule rule, SRow? old, SRow row, Transaction transaction)
    {
        if (rule.Trigger == WorkflowTriggerType.OnCreateOnly && old is not null)
        {
            return false;
        }

        var onlyThen = rule.Trigger == WorkflowTriggerType.OnCreateOrTriggeringUpdate && old is not null;
        if (rule.Condition is { } formula)
        {
            return formula.Holds(new FormulaContext(transaction.Store, row.CopyValues(), old, transaction.Stamp, transaction.UserId))
                && !(onlyThen && formula.Holds(new FormulaContext(transaction.Store, old!.CopyValues(), old, transaction.Stamp, transaction.UserId)));
        }

        if (Criteria(rule, transaction.At) is not { } criteria)
        {
            return !onlyThen;
        }

        var scope = new QueryScope(org.Store, includeDeleted: false);
        return criteria.Test(row, scope) && !(onlyThen && criteria.Test(old!, scope));
    }

    // The rule reads all fields, whatever the user sees.
    private Predicate? Criteria(Rule rule, long now)
    {
        using var sight = FieldSight.Of(null);
        return rule.Statement is { } statement ? org.Soql.PlanOf(statement, now, "UTC").Where : null;
    }

    private void Queue(Rule rule, string rowId, long at)
    {
        var queue = org.OutboundDelivery.Queue;
        foreach (var message in rule.Messages)
        {
            queue.Add(queue.Lines[message], rowId, rule.Name, at);
        }

        org.OutboundDelivery.Wake();
    }

    private static int Number(string rule, string name, SObjectType type, IReadOnlyList<OutboundTarget> targets)
    {
        for (var i = 0; i < targets.Count; i++)
        {
            if (targets[i].Definition.Name == name)
            {
                return targets[i].Type == type ? i : throw Wrong(rule, $"is of {type.Name} and its message {name} of {targets[i].Type.Name}");
            }
        }

        throw Wrong(rule, $"names the outbound message {name}, which does not exist");
    }

    private static ArgumentException Wrong(string rule, string what) => new($"The workflow rule {rule} {what}.");

    private sealed record Rule(string Name, WorkflowTriggerType Trigger, string? Statement, Formula? Condition, int[] Messages, FieldUpdate[] Updates);
}
