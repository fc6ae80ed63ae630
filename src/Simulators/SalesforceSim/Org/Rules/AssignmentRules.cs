using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Org.Rules;

/// <summary>Runs the active Lead assignment rule and remembers each run, for judges.</summary>
internal sealed class AssignmentRules
{
    private readonly AssignmentRule? rule;
    private readonly List<AssignmentExecution> executions;
    private readonly int[] turns;

    public AssignmentRules(AssignmentRule? rule)
    {
        this.rule = rule;
        executions = [];
        turns = new int[rule?.Entries.Count ?? 0];
    }

    private AssignmentRules(AssignmentRules other) => (rule, executions, turns) = (other.rule, [.. other.executions], [.. other.turns]);

    public IReadOnlyList<AssignmentExecution> Executions => executions;

    /// <summary>Gives the lead to the owner of the first entry that holds; when none does, the owner stays. A commit of its own, op <c>assign</c>.</summary>
    public SRow Run(Transaction transaction, SRow lead, bool created)
    {
        if (rule is null)
        {
            return lead;
        }

        var owner = lead.Type.OwnerId!;
        var chosen = Choose(transaction.Store, lead);
        transaction.AfterCommit(() => executions.Add(new AssignmentExecution(lead.Id, transaction.At, transaction.Call, created, rule.Name, chosen ?? lead.Text(owner.Number)!)));
        if (chosen is null || chosen == lead.Text(owner.Number))
        {
            return lead;
        }

        var values = lead.CopyValues();
        values[owner.Number] = chosen;
        return transaction.Update(lead, values, "assign", rule.Name);
    }

    public AssignmentRules Fork() => new(this);

    private string? Choose(OrgStore store, SRow lead)
    {
        for (var i = 0; i < rule!.Entries.Count; i++)
        {
            var entry = rule.Entries[i];
            if (entry.Field is null || string.Equals(ValueOf(lead, entry.Field), entry.Value, StringComparison.OrdinalIgnoreCase))
            {
                return FindOwner(store, entry.Owners[turns[i]++ % entry.Owners.Count]);
            }
        }

        return null;
    }

    private static string? ValueOf(SRow lead, string field) => Convert.ToString(FieldValues.ToRecord(lead[lead.Type.Field(field)]), System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

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
}
