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
    private readonly DealBook deals = new();
    private readonly FlowTimes stageTimes;
    private readonly FlowTimes suppressionTimes;
    private readonly Dictionary<string, (bool IsSuppressed, IReadOnlyList<string> Stages)> standings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (IReadOnlyList<string> Stages, long At)> wantedStage = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (bool IsSuppressed, long At)> wantedSuppression = new(StringComparer.Ordinal);
    private long now;

    public StandingLag(PairLinks links, SystemsState start, FlowTimes stageTimes, FlowTimes suppressionTimes)
    {
        (this.links, this.stageTimes, this.suppressionTimes) = (links, stageTimes, suppressionTimes);
        deals.Judged = contact => standings[contact] = Of(contact);
        deals.Start(start);
        deals.Judged = Stand;

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
            now = entry.At;
            deals.OnCommit(entry);
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

    private (bool IsSuppressed, IReadOnlyList<string> Stages) Of(string contact) =>
        (deals.Of(contact)!.Standing is Standing.Customer or Standing.Lost, deals.StagesOf(contact));

    private void Stand(string contact)
    {
        var (wasSuppressed, were) = standings.TryGetValue(contact, out var was) ? was : (false, []);
        var (isSuppressed, stages) = standings[contact] = Of(contact);
        if (links.PersonOf(contact) is not { } person)
        {
            return;
        }

        if (IsOne(stages, shown.GetValueOrDefault(person, "")))
        {
            wantedStage.Remove(person);
        }
        else if (!stages.SequenceEqual(were))
        {
            wantedStage[person] = (stages, now);
        }

        // A change taken back before Marketo heard of it leaves nothing to do.
        if (isSuppressed != wasSuppressed && !wantedSuppression.Remove(person))
        {
            wantedSuppression[person] = (isSuppressed, now);
        }
    }

    private void OnPerson(in CommitEntry entry, bool isEngine)
    {
        if (!entry.TryNew(StageField, out var value))
        {
            return;
        }

        var stage = shown[entry.Id] = value as string ?? "";
        if (isEngine && wantedStage.TryGetValue(entry.Id, out var wanted) && IsOne(wanted.Stages, stage))
        {
            wantedStage.Remove(entry.Id);
            stageTimes.Add(wanted.At, entry.At, entry.Named());
        }
    }

    private static bool IsOne(IReadOnlyList<string> stages, string stage) => stages.Count == 0 ? stage.Length == 0 : stages.Contains(stage);

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
            suppressionTimes.Add(wanted.At, entry.At, entry.Named());
        }
    }
}
