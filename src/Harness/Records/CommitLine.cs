using System.Text.Json;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Records;

/// <summary>A line of SIM.commits.jsonl; the simulator is the file's.</summary>
/// <remarks>What was an int, or a double without a fraction is a long when it is read.</remarks>
internal static class CommitLine
{
    public static CommitEntry Parse(ref Utf8JsonReader json, TextPool texts)
    {
        var commit = new CommitEntry(0, "", 0, 0, "", "", "", Actor.Client, "", []);
        while (Members.Next(ref json))
        {
            commit = Member(commit, ref json, texts);
        }

        return commit is { Seq: > 0, Object.Length: > 0, Id.Length: > 0 } ? commit : throw new FormatException("it has no 'seq', 'object' or 'id'");
    }

    private static CommitEntry Member(in CommitEntry commit, ref Utf8JsonReader json, TextPool texts) => texts.Read(ref json) switch
    {
        "seq" => commit with { Seq = Members.Number(ref json) },
        "call" => commit with { Call = Members.Number(ref json) },
        "at" => commit with { At = Members.Number(ref json) },
        "object" => commit with { Object = Members.Text(ref json, texts) },
        "id" => commit with { Id = Members.Text(ref json, texts) },
        "op" => commit with { Op = Members.Text(ref json, texts) },
        "actor" => commit with { Actor = ActorOf(Members.Text(ref json, texts)) },
        "cause" => commit with { Cause = Members.Text(ref json, texts) },
        "fields" => commit with { Fields = Fields(ref json, texts) },
        "log" => commit with { Log = Members.Number(ref json) },
        _ => Members.Skip(ref json, commit),
    };

    private static Actor ActorOf(string word) => word switch
    {
        "client" => Actor.Client,
        "human" => Actor.Human,
        "rule" => Actor.Rule,
        _ => throw new FormatException($"'actor' is '{word}', not client, human or rule"),
    };

    private static List<FieldChange> Fields(ref Utf8JsonReader json, TextPool texts)
    {
        json.Read();
        var changes = new List<FieldChange>();
        while (Members.Next(ref json))
        {
            var name = texts.Read(ref json)!;
            Members.Start(ref json);
            json.Read();
            var old = Members.Value(ref json, texts);
            json.Read();
            changes.Add(new FieldChange(name, old, Members.Value(ref json, texts)));
            Members.End(ref json);
        }

        return changes;
    }
}
