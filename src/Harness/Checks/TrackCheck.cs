using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>R14: at no moment is a person in two tracks by the engine; with suppression by delete, nor in a track while an acquisition program still mails him.</summary>
/// <remarks>
/// Judged at each enrolment by the engine: what contradicts it must have been removed before. A track that others put a person in is theirs. An acquisition membership
/// counts when it is older than the standing that suppresses: whom others enrol later the engine does not see. What a killed engine may have forgotten is excused, Q8 judges the end.
/// Source: engine.md R14, shared/reference/practice.md 1.3 and 1.4.
/// </remarks>
internal sealed class TrackCheck(CheckSettings settings) : Check("R14", "Nobody is in two tracks, nor in a track while acquisition mails him")
{
    private readonly DealBook book = new();
    private readonly LinkLog links = new();
    private readonly List<(string Id, string Name, bool IsTrack)> programs = [];
    private readonly Dictionary<(string Program, string Person), Membership> members = [];

    // Whose call it was, the network's perhaps, is known when it ends.
    private readonly Dictionary<long, List<(string What, long At, string Person, long Before)>> found = [];

    private bool any;

    protected override bool Applies => any;

    public override void Start(SystemsState state)
    {
        book.Start(state);
        links.Start(state);
        foreach (var program in state.Programs)
        {
            var isTrack = program.Name == settings.CustomerTrack || program.Name == settings.LostTrack;
            if (!isTrack && !(settings.SuppressByDelete && settings.AcquisitionPrograms.Contains(program.Name)))
            {
                continue;
            }

            programs.Add((program.Id, program.Name, isTrack));
            foreach (var person in program.Members.Keys)
            {
                members[(program.Id, person)] = new Membership(false, long.MinValue, 0);
            }
        }
    }

    public override void OnCommit(in CommitEntry entry)
    {
        book.OnCommit(entry);
        links.OnCommit(entry);
        any |= entry.Object == "ProgramMember" && entry.Op == "create" && entry.IsEngine(settings);
        if (entry.Object != "ProgramMember" || entry.Id.IndexOf('/') is not (> 0 and var slash))
        {
            return;
        }

        var (program, person) = (entry.Id[..slash], entry.Id[(slash + 1)..]);
        if (programs.FindIndex(one => one.Id == program) is not (>= 0 and var place))
        {
            return;
        }

        var engine = entry.IsEngine(settings);
        if (entry.Op == "delete")
        {
            members.Remove((program, person));
            return;
        }

        if (engine && entry.Op == "create")
        {
            Examined++;
            Enrolled(entry, programs[place], person);
        }

        members[(program, person)] = new Membership(engine, entry.At, entry.Call);
    }

    public override void OnCall(in CallEntry entry)
    {
        if (entry.Sim != RecordWords.Marketo || !found.Remove(entry.Call, out var cases) || entry.Fault == NetworkFates.Duplicated)
        {
            return;
        }

        foreach (var (what, at, person, before) in cases)
        {
            Violate(what, at, "Person " + person, before > 0 ? [before, entry.Call] : [entry.Call]);
        }
    }

    private void Enrolled(in CommitEntry entry, (string Id, string Name, bool IsTrack) program, string person)
    {
        foreach (var other in programs)
        {
            if (other.Id != program.Id && (other.IsTrack || program.IsTrack) && members.TryGetValue((other.Id, person), out var membership) && IsKnown(other.IsTrack, membership, person))
            {
                (found.TryGetValue(entry.Call, out var cases) ? cases : found[entry.Call] = []).Add(($"Was enrolled in '{program.Name}' and still is in '{other.Name}'", entry.At, person, membership.Call));
            }
        }
    }

    /// <summary>Whether the engine must know of the membership.</summary>
    private bool IsKnown(bool isTrack, Membership membership, string person)
    {
        if (membership.Engine)
        {
            return !settings.Tally.Deaths.Any(death => death.Since <= membership.At && membership.At <= death.At);
        }

        return !isTrack && book.Of(links.RowOf(person)) is { SuppressedSince: { } since } && membership.At < since;
    }

    /// <param name="Engine">The engine made or changed it last.</param>
    /// <param name="At">When, microseconds.</param>
    /// <param name="Call">By which call; 0 when by none.</param>
    private readonly record struct Membership(bool Engine, long At, long Call);
}
