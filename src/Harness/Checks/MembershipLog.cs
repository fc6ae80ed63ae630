using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Who changed memberships of lists and programs last, and what status the engine took away.</summary>
internal sealed class MembershipLog(CheckSettings settings)
{
    private readonly Dictionary<string, long> others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> taken = new(StringComparer.Ordinal);

    /// <summary>Whether the engine changed any.</summary>
    public bool EngineActed { get; private set; }

    public void OnCommit(in CommitEntry entry)
    {
        if (entry.Object is not ("ListMember" or "ProgramMember"))
        {
            return;
        }

        var key = Key(entry.Object, entry.Id);
        if (!entry.IsEngine(settings))
        {
            others[key] = entry.At;
            taken.Remove(key);
            return;
        }

        EngineActed = true;
        others.Remove(key);
        if (entry.Op == "delete")
        {
            taken[key] = entry.Fields.Where(field => field.Name == "statusName").Select(field => field.Old as string).FirstOrDefault();
        }
    }

    /// <summary>When somebody else changed the membership, if the engine has not changed it since: it is then theirs.</summary>
    public long? OthersOwn(string @object, StateGroup group, string person) => others.TryGetValue(Key(@object, $"{group.Id}/{person}"), out var at) ? at : null;

    /// <summary>The status in a program that the engine ended, if nobody else has decided on the membership since.</summary>
    public string? Taken(StateGroup program, string person) => taken.GetValueOrDefault(Key("ProgramMember", $"{program.Id}/{person}"));

    private static string Key(string @object, string id) => @object + " " + id;
}
