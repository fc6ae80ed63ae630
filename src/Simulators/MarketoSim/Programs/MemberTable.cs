using SfMarketo.Kernel.Storage;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>Members by program and person.</summary>
internal sealed class MemberTable
{
    private readonly SortedDictionary<int, ForkableMap<int, ProgramMember>> programs;
    private int lastMemberId;

    public MemberTable() => programs = [];

    private MemberTable(MemberTable other)
    {
        programs = new(other.programs.ToDictionary(program => program.Key, program => program.Value.Fork()));
        lastMemberId = other.lastMemberId;
    }

    public int NextMemberId() => ++lastMemberId;

    public ProgramMember? Find(int programId, int personId) =>
        programs.TryGetValue(programId, out var members) && members.TryGetValue(personId, out var member) ? member : null;

    public int CountOf(int programId) => programs.TryGetValue(programId, out var members) ? members.Count : 0;

    /// <summary>By person.</summary>
    public List<ProgramMember> Of(int programId)
    {
        List<ProgramMember> found = programs.TryGetValue(programId, out var members) ? [.. members.All().Select(member => member.Value)] : [];
        found.Sort((one, other) => one.PersonId.CompareTo(other.PersonId));
        return found;
    }

    public void Set(ProgramMember member)
    {
        if (!programs.TryGetValue(member.ProgramId, out var members))
        {
            programs.Add(member.ProgramId, members = new ForkableMap<int, ProgramMember>());
        }

        members.Set(member.PersonId, member);
    }

    public bool Remove(int programId, int personId) => programs.TryGetValue(programId, out var members) && members.Remove(personId);

    /// <summary>After a merge: the winner's own membership stays, the loser's moves where the winner has none.</summary>
    public void Move(int loser, int winner)
    {
        foreach (var members in programs.Values)
        {
            if (members.Remove(loser, out var member))
            {
                members.TryAdd(winner, member with { PersonId = winner });
            }
        }
    }

    public void RemovePerson(int personId)
    {
        foreach (var members in programs.Values)
        {
            members.Remove(personId);
        }
    }

    public void RemoveProgram(int programId) => programs.Remove(programId);

    public MemberTable Fork() => new(this);
}
