using SfMarketo.Harness.Records;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Traces;

/// <summary>Finds for each write of a client what it carried over from the other system, and how long that took. Fed with a life's commits in order of time.</summary>
internal sealed class GapFinder
{
    private readonly List<Source> sources = [];

    /// <summary>What the commit carried over; null for a change that is none of a client's, or answers nothing.</summary>
    public TraceGap? Next(CommitEntry commit)
    {
        if (commit.Actor == Actor.Client)
        {
            return Carried(commit);
        }

        foreach (var source in sources.Where(source => source.Commit.Id == commit.Id && source.Commit.Sim == commit.Sim))
        {
            source.Replaced |= source.Commit.Fields.Any(change => commit.Fields.Any(newer => newer.Name == change.Name));
        }

        sources.Add(new Source(commit));
        return null;
    }

    /// <summary>Numbers of edits by people whose fields flow and that no write followed, although no later edit took their place.</summary>
    public IReadOnlySet<(string Sim, long Seq)> LeftBehind() => sources
        .Where(source => source is { Followed: false, Replaced: false } && source.Commit is { Actor: Actor.Human, Op: "update" }
            && CommitTies.IsHuman(source.Commit) && source.Commit.Fields.Any(change => CarriedFields.Flows(change.Name)))
        .Select(source => (source.Commit.Sim, source.Commit.Seq))
        .ToHashSet();

    private TraceGap? Carried(CommitEntry write)
    {
        Source? oldest = null;
        foreach (var change in write.Fields)
        {
            for (var i = sources.Count - 1; i >= 0; i--)
            {
                if (sources[i].Commit.Sim != write.Sim && sources[i].Commit.Object != "Task" && Gives(sources[i].Commit, change))
                {
                    sources[i].Followed = true;
                    oldest = oldest is null || sources[i].Commit.At < oldest.Commit.At ? sources[i] : oldest;
                    break;
                }
            }
        }

        // What makes a record, asks for a campaign or moves a membership answers an event, not a value.
        var since = write.Op == "create" || write.Object is "ListMember" or "ProgramMember" ? Event(write) ?? oldest : oldest;
        return since is null ? null : new TraceGap(since.Commit.Cause, write.At - since.Commit.At);
    }

    private static bool Gives(CommitEntry source, FieldChange written)
    {
        foreach (var change in source.Fields)
        {
            if (CarriedFields.AreTwins(change.Name, written.Name) && string.Equals(CommitTies.Text(change.New), CommitTies.Text(written.New), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private Source? Event(CommitEntry write) => write.Object switch
    {
        "Task" => sources.FindLast(source => source.Commit.Object == "Activity" && CommitTies.Values(write, "MarketoGuid__c").Contains(source.Commit.Id)),
        "CampaignRequest" => sources.FindLast(source => source.Commit.Op == "convert"),
        "ListMember" or "ProgramMember" => sources.FindLast(source => source.Commit.Object is "Opportunity" or "OpportunityContactRole"),
        "Lead" or "Contact" => sources.FindLast(source => source.Commit.Sim == RecordFolder.Marketo && source.Commit.Object == RecordKey.PersonObject),
        _ => null,
    };

    private sealed class Source(CommitEntry commit)
    {
        public CommitEntry Commit => commit;

        public bool Followed { get; set; }

        public bool Replaced { get; set; }
    }
}
