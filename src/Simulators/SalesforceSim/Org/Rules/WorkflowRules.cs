using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;
using SfMarketo.SalesforceSim.OutboundMessages;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Org.Rules;

/// <summary>Decides which saves fire outbound messages (salesforce-data.md section 6.4): queued in the transaction, handed over when it commits.</summary>
internal sealed class WorkflowRules
{
    private readonly SalesforceOrg org;
    private readonly List<Rule>?[] byType;

    /// <param name="org">The org.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="targets">Its outbound messages.</param>
    /// <exception cref="ArgumentException">A rule names what does not exist.</exception>
    public WorkflowRules(SalesforceOrg org, IReadOnlyList<WorkflowRule> rules, IReadOnlyList<OutboundTarget> targets)
    {
        this.org = org;
        byType = new List<Rule>?[org.Store.Schema.Objects.Count];
        foreach (var rule in rules.Where(rule => rule.Active))
        {
            var type = org.Store.Schema.Find(rule.Object) ?? throw Wrong(rule, $"names the object {rule.Object}, which does not exist");
            var messages = rule.Messages.Select(name => Number(rule, name, type, targets)).ToArray();
            (byType[type.Number] ??= []).Add(new Rule(rule.Name, rule.TriggerType, rule.Criteria is null ? null : $"SELECT Id FROM {type.Name} WHERE {rule.Criteria}", messages));
        }
    }

    /// <summary>Looks at a saved row, after assignment and the like: one save fires a rule once.</summary>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="old">The row before the save, null for a new one.</param>
    /// <param name="row">The row after it.</param>
    public void After(Transaction transaction, SRow? old, SRow row)
    {
        if (byType[row.Type.Number] is not { } rules || transaction.Actor == Actor.Client && !org.Switches.OutboundIntegrationUserSends)
        {
            return;
        }

        foreach (var rule in rules)
        {
            if (Fires(rule, old, row, transaction.At))
            {
                transaction.AfterCommit(() => Queue(rule, row.Id, transaction.At));
            }
        }
    }

    /// <summary>Reads all criteria once, so that a bad one is found at the start and not at the first save.</summary>
    /// <exception cref="ArgumentException">A condition is no SOQL condition of its object.</exception>
    public void Check(long now)
    {
        foreach (var rule in byType.SelectMany(rules => rules ?? []))
        {
            try
            {
                _ = Condition(rule, now);
            }
            catch (Query.Syntax.SoqlException bad)
            {
                throw new ArgumentException($"The criteria of workflow rule {rule.Name} are no SOQL condition: {bad.Message}", bad);
            }
        }
    }

    private bool Fires(Rule rule, SRow? old, SRow row, long now)
    {
        if (rule.Trigger == WorkflowTriggerType.OnCreateOnly && old is not null)
        {
            return false;
        }

        if (Condition(rule, now) is not { } condition)
        {
            return rule.Trigger != WorkflowTriggerType.OnCreateOrTriggeringUpdate || old is null;
        }

        var scope = new QueryScope(org.Store, includeDeleted: false);
        return condition.Test(row, scope) && !(rule.Trigger == WorkflowTriggerType.OnCreateOrTriggeringUpdate && old is not null && condition.Test(old, scope));
    }

    private Predicate? Condition(Rule rule, long now) => rule.Statement is null ? null : org.Soql.PlanOf(rule.Statement, now, "UTC").Where;

    private void Queue(Rule rule, string rowId, long at)
    {
        var queue = org.OutboundDelivery.Queue;
        foreach (var message in rule.Messages)
        {
            queue.Add(queue.Lines[message], rowId, rule.Name, at);
        }

        org.OutboundDelivery.Wake();
    }

    private static int Number(WorkflowRule rule, string name, SObjectType type, IReadOnlyList<OutboundTarget> targets)
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

    private static ArgumentException Wrong(WorkflowRule rule, string what) => new($"The workflow rule {rule.Name} {what}.");

    private sealed record Rule(string Name, WorkflowTriggerType Trigger, string? Statement, int[] Messages);
}
