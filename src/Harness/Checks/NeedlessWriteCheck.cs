using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A10: the engine writes nothing whose every field has that value already, save re-sends after an ambiguous outcome and races with a human.</summary>
/// <remarks>
/// Salesforce commits an update that changes nothing, with no fields. Marketo commits none at all, so there the records of a write are counted against its commits;
/// only calls without a record-level code, in which every record was accepted, can be judged so. Which record it was is not known: a change by others, in the
/// last minutes, of a field that the engine writes excuses one.
/// </remarks>
internal sealed class NeedlessWriteCheck(CheckSettings settings) : Check("A10", "No write whose every field has that value already")
{
    // Longer than a poll and a flush together: so long a human may have written the same value first.
    private const long Race = 5 * 60 * Micros.PerSecond;

    private static readonly HashSet<string> Written =
        new(MappedField.All.Where(mapped => mapped.Flow != FieldFlow.MarketoToSalesforce).Select(mapped => mapped.Marketo).Append(ConsentLog.AtMarketo).Append("lifecycleStage"), StringComparer.Ordinal);

    private readonly Dictionary<long, int> commitsOfCall = [];
    private readonly Dictionary<long, List<(long At, string Record)>> emptyOfCall = [];
    private readonly Queue<(long At, string Key)> recent = new();
    private readonly Dictionary<string, long> touched = new(StringComparer.Ordinal);
    private readonly Queue<long> recentPeople = new();
    private readonly ResendAllowance toMarketo = new(settings, RecordWords.Marketo);
    private readonly ResendAllowance toSalesforce = new(settings, RecordWords.Salesforce);

    /// <summary>Marketo tells nobody of its companies: the engine meets one that is there by writing it, once, which costs no more than to read it.</summary>
    private long unknownCompanies;

    public override void Start(SystemsState state) => unknownCompanies = state.Companies.Count(company => company.Live);

    public override void OnCommit(in CommitEntry entry)
    {
        if (!entry.IsEngine(settings))
        {
            Remember(entry);
            return;
        }

        Examined++;
        if (entry.IsPerson() || entry.Object == RecordWords.Company)
        {
            commitsOfCall[entry.Call] = commitsOfCall.GetValueOrDefault(entry.Call) + 1;
        }
        else if (entry.Op == "update" && entry.Fields.Count == 0 && !Raced(entry))
        {
            (emptyOfCall.TryGetValue(entry.Call, out var empty) ? empty : emptyOfCall[entry.Call] = []).Add((entry.At, entry.Named()));
        }
    }

    public override void OnCall(in CallEntry entry)
    {
        List<(long At, string Record)>? empty = null;
        if (entry.Sim == RecordWords.Salesforce)
        {
            emptyOfCall.Remove(entry.Call, out empty);
        }

        if (!entry.IsEngine(settings))
        {
            return;
        }

        toMarketo.Add(entry);
        toSalesforce.Add(entry);

        if (entry.Sim != RecordWords.Marketo)
        {
            JudgeEmpty(empty ?? [], entry.Call);
            return;
        }

        commitsOfCall.Remove(entry.Call, out var commits);
        var ofPeople = entry.IsLeadWrite();
        if (!(ofPeople || (entry.IsWrite() && entry.Path == "/rest/v1/companies.json")) || entry.Codes.Count > 0 || entry.Status != 200)
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
        for (var unexcused = needless; ofPeople && unexcused > 0 && recentPeople.Count > 0; unexcused--, needless--)
        {
            recentPeople.Dequeue();
        }

        if (!ofPeople)
        {
            var met = Math.Min(needless, unknownCompanies);
            (unknownCompanies, needless) = (unknownCompanies - met, needless - (int)met);
        }

        if (needless > 0 && !toMarketo.Take(needless, entry.At))
        {
            Violate($"{needless} of {entry.Records} records had nothing new", entry.At, "", entry.Call);
        }
    }

    /// <summary>Judged when the call ends: only then is it known what the network or a fault did to it.</summary>
    private void JudgeEmpty(List<(long At, string Record)> updates, long call)
    {
        foreach (var (at, record) in updates)
        {
            if (!toSalesforce.Take(1, at))
            {
                Violate("An update that changed nothing", at, record, call);
            }
        }
    }

    private void Remember(in CommitEntry entry)
    {
        Forget(entry.At);
        var key = KeyOf(entry);
        recent.Enqueue((entry.At, key));
        touched[key] = entry.At;
        if (entry.IsPerson() && Touches(entry))
        {
            recentPeople.Enqueue(entry.At);
        }
    }

    private bool Raced(in CommitEntry entry)
    {
        Forget(entry.At);
        return touched.ContainsKey(KeyOf(entry));
    }

    private void Forget(long now)
    {
        while (recentPeople.TryPeek(out var at) && now - at > Race)
        {
            recentPeople.Dequeue();
        }

        while (recent.TryPeek(out var oldest) && now - oldest.At > Race)
        {
            recent.Dequeue();
            if (touched.TryGetValue(oldest.Key, out var last) && last == oldest.At)
            {
                touched.Remove(oldest.Key);
            }
        }
    }

    private static bool Touches(in CommitEntry entry)
    {
        foreach (var change in entry.Fields)
        {
            if (Written.Contains(change.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static string KeyOf(in CommitEntry entry) => entry.IsPerson() ? RecordWords.Marketo + entry.Id : entry.Id;
}
