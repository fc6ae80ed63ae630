using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A10: the engine writes nothing whose every field has that value already, save re-sends after an ambiguous outcome and races with a human.</summary>
/// <remarks>
/// Salesforce commits an update that changes nothing, with no fields. Marketo commits none at all, so there the records of a write are counted against its commits;
/// only calls without a record-level code, in which every record was accepted, can be judged so.
/// </remarks>
internal sealed class NeedlessWriteCheck(CheckSettings settings) : Check("A10", "No write whose every field has that value already")
{
    // Longer than a poll and a flush together: so long a human may have written the same value first.
    private const long Race = 5 * 60 * Micros.PerSecond;

    private readonly Dictionary<long, int> personCommits = [];
    private readonly Queue<(long At, string Key)> recent = new();
    private readonly Dictionary<string, long> touched = new(StringComparer.Ordinal);
    private int recentPeople;
    private readonly ResendAllowance resends = new(settings);

    public override void OnCommit(in CommitEntry entry)
    {
        if (!entry.IsEngine(settings))
        {
            Remember(entry);
            return;
        }

        Examined++;
        if (entry.IsPerson())
        {
            personCommits[entry.Call] = personCommits.GetValueOrDefault(entry.Call) + 1;
        }
        else if (entry.Op == "update" && entry.Fields.Count == 0 && !Raced(entry) && !resends.Take(1))
        {
            Violate("An update that changed nothing", entry.At, entry.Named(), entry.Call);
        }
    }

    public override void OnCall(in CallEntry entry)
    {
        if (!entry.IsEngine(settings))
        {
            return;
        }

        resends.Add(entry);

        if (entry.Sim != RecordWords.Marketo || !personCommits.Remove(entry.Call, out var commits) && !entry.IsLeadWrite())
        {
            return;
        }

        if (!entry.IsLeadWrite() || entry.Codes.Count > 0 || entry.Status != 200)
        {
            return;
        }

        var needless = entry.Records - commits;
        if (needless <= 0)
        {
            return;
        }

        Examined += needless;
        Forget(entry.At);
        if (needless > recentPeople && !resends.Take(needless))
        {
            Violate($"{needless} of {entry.Records} records had nothing new", entry.At, "", entry.Call);
        }
    }

    private void Remember(in CommitEntry entry)
    {
        Forget(entry.At);
        var key = KeyOf(entry);
        recent.Enqueue((entry.At, key));
        touched[key] = entry.At;
        recentPeople += entry.IsPerson() ? 1 : 0;
    }

    private bool Raced(in CommitEntry entry)
    {
        Forget(entry.At);
        return touched.ContainsKey(KeyOf(entry));
    }

    private void Forget(long now)
    {
        while (recent.TryPeek(out var oldest) && now - oldest.At > Race)
        {
            recent.Dequeue();
            recentPeople -= oldest.Key.StartsWith(RecordWords.Marketo, StringComparison.Ordinal) ? 1 : 0;
            if (touched.TryGetValue(oldest.Key, out var at) && at == oldest.At)
            {
                touched.Remove(oldest.Key);
            }
        }
    }

    private static string KeyOf(in CommitEntry entry) => entry.IsPerson() ? RecordWords.Marketo + entry.Id : entry.Id;
}
