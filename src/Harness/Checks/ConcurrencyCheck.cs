using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A2: never more calls running at Marketo than it allows.</summary>
internal sealed class ConcurrencyCheck : ArrivalCheck
{
    private readonly CheckSettings settings;
    private readonly PriorityQueue<long, long> running = new();

    public ConcurrencyCheck(CheckSettings settings)
        : base("A2", "Never more calls running at once than the limit")
    {
        this.settings = settings;
    }

    // A refused call never ran.
    protected override bool Concerns(in CallEntry entry) => base.Concerns(entry) && !entry.Has("615") && !entry.Has("606") && !entry.Has("607");

    protected override void Arrived(CallEntry call)
    {
        Examined++;
        while (running.TryPeek(out _, out var doneAt) && doneAt <= call.At)
        {
            running.Dequeue();
        }

        // An instant call overlaps nothing.
        if (call.DoneAt > call.At)
        {
            running.Enqueue(call.Call, call.DoneAt);
        }

        if (running.Count > settings.ConcurrentCalls)
        {
            Violate($"{running.Count} calls at once, limit {settings.ConcurrentCalls}", call.At, "", call.Call);
        }
    }
}
