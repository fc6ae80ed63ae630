using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics.Lags;

/// <summary>From what changed a linked Contact's opportunities to what Marketo shows of it: the stage on the person, and the list or program membership.</summary>
/// <remarks>
/// A membership counts when it is what the new standing asks for: on the list or out of a program for customers and lost ones, off the list or back in a program
/// for the others. A track that waits for its delay is no lag.
/// </remarks>
internal sealed class StandingLag : IFlowLag
{
    private const string StageField = "sfdcOpptyStage";

    private readonly PairLinks links;
    private readonly DealBook deals;
    private readonly FlowTimes stages;
    private readonly FlowTimes suppressions;
    private readonly Dictionary<string, (bool IsSuppressed, string Stage)> standings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Stage, long At)> wantedStage = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (bool IsSuppressed, long At)> wantedSuppression = new(StringComparer.Ordinal);

    public StandingLag(PairLinks links, SystemsState start, LagStart more, FlowTimes stages, FlowTimes suppressions)
    {
        (this.links, this.stages, this.suppressions) = (links, stages, suppressions);
        deals = new DealBook(more);
        foreach (var contact in deals.Contacts)
        {
            standings[contact] = deals.Judge(contact);
        }

        foreach (var person in start.People)
        {
            if (person.Text(StageField) is { } stage)
            {
                shown[person.Id] = stage;
            }
        }
    }

    public void Add(in CommitEntry entry, bool isEngine)
    {
        if (entry.Sim == RecordWords.Salesforce)
        {
            if (entry.Object is "Opportunity" or "OpportunityContactRole")
            {
                foreach (var contact in deals.Learn(entry))
                {
                    Stand(contact, entry.At);
                }
            }
        }
        else if (entry.Object == RecordWords.Person)
        {
            OnPerson(entry, isEngine);
        }
        else if (isEngine && entry.Object is "ListMember" or "ProgramMember")
        {
            OnMember(entry);
        }
    }

    private void Stand(string contact, long at)
    {
        var (wasSuppressed, wasStage) = standings.TryGetValue(contact, out var was) ? was : (false, "");
        var (isSuppressed, stage) = standings[contact] = deals.Judge(contact);
        if (links.PersonOf(contact) is not { } person)
        {
            return;
        }

        if (stage == shown.GetValueOrDefault(person, ""))
        {
            wantedStage.Remove(person);
        }
        else if (stage != wasStage)
        {
            wantedStage[person] = (stage, at);
        }

        // A change taken back before Marketo heard of it leaves nothing to do.
        if (isSuppressed != wasSuppressed && !wantedSuppression.Remove(person))
        {
            wantedSuppression[person] = (isSuppressed, at);
        }
    }

    private void OnPerson(in CommitEntry entry, bool isEngine)
    {
        if (!entry.TryNew(StageField, out var value))
        {
            return;
        }

        var stage = shown[entry.Id] = value as string ?? "";
        if (isEngine && wantedStage.TryGetValue(entry.Id, out var wanted) && wanted.Stage == stage)
        {
            wantedStage.Remove(entry.Id);
            stages.Add(wanted.At, entry.At, entry.Named());
        }
    }

    private void OnMember(in CommitEntry entry)
    {
        var person = entry.Id[(entry.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];
        if (!wantedSuppression.TryGetValue(person, out var wanted) || entry.Op == "update")
        {
            return;
        }

        var suppresses = entry.Op == "create" == (entry.Object == "ListMember");
        if (suppresses == wanted.IsSuppressed)
        {
            wantedSuppression.Remove(person);
            suppressions.Add(wanted.At, entry.At, entry.Named());
        }
    }
}
