using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Follows which version of each Salesforce row that others changed the engine has been given, and which activities.</summary>
/// <remarks>What a read returned is known when it is made, whose read it was when the call has ended. A row waits here only until its newest version was given.</remarks>
internal sealed class RowWatch(CheckSettings settings)
{
    private static readonly HashSet<string> Watched = new(["Lead", "Contact", "Account", "Opportunity", "OpportunityContactRole"], StringComparer.Ordinal);

    private readonly Dictionary<(string Sim, long Call), List<IReadOnlyList<DeliveredItem>>> reading = [];
    private readonly Dictionary<string, DueRow> due = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> given = new(StringComparer.Ordinal);

    /// <summary>Rows that somebody else changed, each change.</summary>
    public long Changes { get; private set; }

    /// <summary>Records that were given to the engine in a version that it had before.</summary>
    public long GivenAgain { get; private set; }

    /// <summary>Rows whose last change by others the engine was never given, oldest first.</summary>
    public IEnumerable<DueRow> Due => due.Values.OrderBy(row => row.At).ThenBy(row => row.Id, StringComparer.Ordinal);

    public void OnCommit(in CommitEntry entry)
    {
        if (!Watched.Contains(entry.Object) || entry.IsEngine(settings))
        {
            return;
        }

        if (entry.Op is "delete" or "merge")
        {
            due.Remove(entry.Id);
            return;
        }

        Changes++;
        due[entry.Id] = new DueRow(entry.Object, entry.Id, entry.Seq, entry.At);
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
        var key = (entry.Sim, entry.Call);
        (reading.TryGetValue(key, out var answers) ? answers : reading[key] = []).Add(entry.Items);
    }

    public void OnCall(in CallEntry entry)
    {
        // An answer with an error inside was no answer: nothing of it was given.
        if (!reading.Remove((entry.Sim, entry.Call), out var answers) || entry.Sim != RecordWords.Salesforce || !entry.GivesEngine(settings))
        {
            return;
        }

        foreach (var items in answers)
        {
            foreach (var item in items)
            {
                Give(item);
            }
        }
    }

    private void Give(DeliveredItem item)
    {
        if (given.TryGetValue(item.Id, out var before) && before >= item.Version)
        {
            GivenAgain++;
            return;
        }

        given[item.Id] = item.Version;
        if (due.TryGetValue(item.Id, out var row) && row.Version <= item.Version)
        {
            due.Remove(item.Id);
        }
    }
}

/// <summary>A row in the version that somebody else gave it last.</summary>
internal sealed record DueRow(string Object, string Id, long Version, long At);
