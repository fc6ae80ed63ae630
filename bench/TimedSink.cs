using System.Diagnostics;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Bench;

/// <summary>Hands records on and adds up how long that takes, inside a run: a difference of two runs is smaller than what a shared machine makes of it.</summary>
internal sealed class TimedSink(IRecordSink inner) : IRecordSink
{
    private long ticks;

    public TimeSpan Spent => TimeSpan.FromSeconds((double)ticks / Stopwatch.Frequency);

    public void OnCall(in CallEntry entry)
    {
        var start = Stopwatch.GetTimestamp();
        inner.OnCall(entry);
        ticks += Stopwatch.GetTimestamp() - start;
    }

    public void OnCommit(in CommitEntry entry)
    {
        var start = Stopwatch.GetTimestamp();
        inner.OnCommit(entry);
        ticks += Stopwatch.GetTimestamp() - start;
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
        var start = Stopwatch.GetTimestamp();
        inner.OnDelivered(entry);
        ticks += Stopwatch.GetTimestamp() - start;
    }

    public void OnMessage(in MessageEntry entry)
    {
        var start = Stopwatch.GetTimestamp();
        inner.OnMessage(entry);
        ticks += Stopwatch.GetTimestamp() - start;
    }
}
