using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A5: no two of the engine's calls that change one record, or children of one Salesforce parent, run at the same time: the one sent first may come last.</summary>
/// <remarks>
/// A write of a Contact locks its Account, one of a Task the Lead or Contact that it is about and a Contact's Account: two at once end in
/// UNABLE_TO_LOCK_ROW. Source: engine.md R11 and A5, shared/reference/salesforce-data.md.
/// </remarks>
internal sealed class OneAtATimeCheck(CheckSettings settings) : Check("A5", "No two writes of one record, or of one parent's children, at the same time")
{
    private readonly Dictionary<(string Sim, long Call), HashSet<string>> written = [];
    private readonly Dictionary<string, (long DoneAt, long Call)> last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> accounts = new(StringComparer.Ordinal);
    private readonly Queue<(long DoneAt, string Record)> oldest = new();

    protected override bool Applies => Examined > 0;

    public override void Start(SystemsState state)
    {
        foreach (var contact in state.Contacts)
        {
            accounts[contact.Id] = contact.Text("AccountId") ?? "";
        }
    }

    public override void OnCommit(in CommitEntry entry)
    {
        if (entry.Object == RecordWords.Contact && entry.TryNew("AccountId", out var account))
        {
            accounts[entry.Id] = RecordWords.Text(account);
        }

        if (!entry.IsEngine(settings) || entry.Call == 0)
        {
            return;
        }

        if (!written.TryGetValue((entry.Sim, entry.Call), out var records))
        {
            written.Add((entry.Sim, entry.Call), records = new(StringComparer.Ordinal));
        }

        records.Add(entry.Named());
        if (entry.Object == RecordWords.Contact)
        {
            AddAccount(records, entry.Id);
        }
        else if (entry.Object == RecordWords.Task && entry.TryNew("WhoId", out var value) && value is string { Length: > 0 } who)
        {
            records.Add((who.StartsWith("003", StringComparison.Ordinal) ? "Contact " : "Lead ") + who);
            AddAccount(records, who);
        }
    }

    /// <summary>Calls are heard of when they end, so of two that overlap the later end sees the earlier one.</summary>
    public override void OnCall(in CallEntry entry)
    {
        if (!written.Remove((entry.Sim, entry.Call), out var records) || !entry.IsEngine(settings))
        {
            return;
        }

        foreach (var record in records)
        {
            Examined++;
            if (last.TryGetValue(record, out var other) && other.DoneAt > entry.At)
            {
                Violate(record.StartsWith(RecordWords.Account, StringComparison.Ordinal) ? "Children of it were written by two calls at the same time" : "Written by two calls at the same time", entry.At, record, other.Call, entry.Call);
            }

            last[record] = (entry.DoneAt, entry.Call);
            oldest.Enqueue((entry.DoneAt, record));
        }

        Forget(entry.DoneAt);
    }

    private void AddAccount(HashSet<string> records, string contact)
    {
        if (accounts.TryGetValue(contact, out var account) && account.Length > 0)
        {
            records.Add("Account " + account);
        }
    }

    /// <summary>No call lives so long that it could overlap what ended before.</summary>
    private void Forget(long now)
    {
        while (oldest.TryPeek(out var first) && first.DoneAt < now - ArrivalOrder.Horizon)
        {
            oldest.Dequeue();
            if (last.TryGetValue(first.Record, out var known) && known.DoneAt == first.DoneAt)
            {
                last.Remove(first.Record);
            }
        }
    }
}
