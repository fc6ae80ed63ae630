using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A8: the assignment rule runs once for each Lead that the engine creates, where the org has one that always finds an owner, and never because of an update by it.</summary>
internal sealed class AssignmentCheck(CheckSettings settings) : Check("A8", "One assignment for each Lead created, none for an update")
{
    // The rule's commits of calls that have not ended: whose call it is stands in the journal only.
    private readonly Dictionary<long, List<(string Lead, long At)>> assigned = [];
    private readonly Dictionary<long, HashSet<string>> created = [];

    /// <summary>Where the engine wrote nothing to Salesforce, it assigned nobody.</summary>
    protected override bool Applies => Examined > 0;

    public override void OnCommit(in CommitEntry entry)
    {
        if (entry.Sim != RecordWords.Salesforce || entry.Call == 0)
        {
            return;
        }

        Examined += entry.IsEngine(settings) ? 1 : 0;
        if (entry.Object != RecordWords.Lead)
        {
            return;
        }

        if (entry.Op == "create")
        {
            (created.TryGetValue(entry.Call, out var leads) ? leads : created[entry.Call] = new(StringComparer.Ordinal)).Add(entry.Id);
        }
        else if (entry.Op == "assign")
        {
            (assigned.TryGetValue(entry.Call, out var runs) ? runs : assigned[entry.Call] = []).Add((entry.Id, entry.At));
        }
    }

    public override void OnCall(in CallEntry entry)
    {
        if (entry.Sim != RecordWords.Salesforce)
        {
            return;
        }

        created.Remove(entry.Call, out var leads);
        assigned.Remove(entry.Call, out var runs);
        if (!entry.IsEngine(settings))
        {
            return;
        }

        foreach (var (lead, at) in runs ?? [])
        {
            // Each Lead created by the call is used up by its first run.
            if (leads is null || !leads.Remove(lead))
            {
                Violate("The assignment rule ran because of an update, or a second time", at, "Lead " + lead, entry.Call);
            }
        }

        foreach (var lead in settings.AssignsLeads && leads is not null ? leads.Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            Violate("Created without a run of the assignment rule: nobody was given it", entry.DoneAt, "Lead " + lead, entry.Call);
        }
    }
}
