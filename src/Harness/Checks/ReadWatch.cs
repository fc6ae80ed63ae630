using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>What the engine has been given of the rows of both systems, kept once for all checks that ask.</summary>
internal sealed class ReadWatch(CheckSettings settings) : IRecordSink
{
    /// <summary>Salesforce's rows.</summary>
    public RowWatch Rows { get; } = new(settings);

    /// <summary>Marketo's activity log.</summary>
    public LogWatch Log { get; } = new(settings);

    public void OnCommit(in CommitEntry entry)
    {
        Rows.OnCommit(entry);
        Log.OnCommit(entry);
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
        Rows.OnDelivered(entry);
        Log.OnDelivered(entry);
    }

    public void OnCall(in CallEntry entry)
    {
        Rows.OnCall(entry);
        Log.OnCall(entry);
    }
}
