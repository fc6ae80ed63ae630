using System.Globalization;
using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Running.Relations;

/// <summary>What two runs are compared by, besides their ends: what people did, what the engine wrote after they had gone, and how much it read then.</summary>
/// <remarks>Ids differ from run to run, so that records are named by e-mail or name.</remarks>
internal sealed class RunTrail(SystemsState start, long goneAt, string engineAtMarketo, string engineAtSalesforce) : IRecordSink
{
    /// <summary>Of a run that nothing is compared with.</summary>
    public static RunTrail None { get; } = new(SystemsState.Empty(0), 0, "", "");

    private readonly NaturalNames names = NaturalNames.Of(start);
    private readonly List<string> acts = [];
    private readonly List<string> writes = [];

    /// <summary>What people did, in order.</summary>
    public IReadOnlyList<string> Acts => acts;

    /// <summary>What the engine changed after the people had gone.</summary>
    public IReadOnlyList<string> LateWrites => writes;

    /// <summary>Leads and Contacts that any read returned after the people had gone.</summary>
    public long LateReads { get; private set; }

    /// <summary>The same text in <see cref="Acts"/> for each run in which the act is the same.</summary>
    public const string Touch = "saved again";

    public void OnCall(in CallEntry entry)
    {
    }

    public void OnCommit(in CommitEntry entry)
    {
        names.OnCommit(entry);
        if (entry.Actor == Actor.Human)
        {
            if (entry.Cause != Touch)
            {
                acts.Add(string.Create(CultureInfo.InvariantCulture, $"{entry.At} {entry.Object} '{names[entry.Object, entry.Id]}' {entry.Op} ({entry.Cause})"));
            }
        }
        else if (entry.At >= goneAt && entry.Actor == Actor.Client && entry.Cause == (entry.Sim == "marketo" ? engineAtMarketo : engineAtSalesforce))
        {
            writes.Add($"{entry.Object} '{names[entry.Object, entry.Id]}' {entry.Op} of {string.Join(", ", entry.Fields.Select(change => change.Name))}");
        }
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
        if (entry.At >= goneAt && entry.Sim == "salesforce")
        {
            LateReads += entry.Items.Count(item => item.Object is "Lead" or "Contact");
        }
    }
}
