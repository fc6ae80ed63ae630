using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Q4: at the end, when nothing happens any more, the engine reads but writes nothing.</summary>
internal sealed class QuietCheck(CheckSettings settings) : Check("Q4", "The engine writes nothing in the quiet end of the run")
{
    private readonly long quiet = (long)settings.Quiet.TotalMicroseconds;

    // No older than the quiet time, reckoned from the newest: the end is not known before it comes.
    private readonly Queue<(long At, string What, string Record, long Call)> writes = new();
    private readonly Queue<long> calls = new();

    public override void OnCommit(in CommitEntry entry)
    {
        if (entry.IsEngine(settings))
        {
            Add(entry.At, $"A {entry.Op} in the quiet end", entry.Named(), entry.Call);
        }
    }

    public override void OnCall(in CallEntry entry)
    {
        if (!entry.IsEngine(settings))
        {
            return;
        }

        calls.Enqueue(entry.At);
        while (entry.DoneAt - calls.Peek() > quiet)
        {
            calls.Dequeue();
            if (calls.Count == 0)
            {
                break;
            }
        }
    }

    protected override void Judge(SystemsState end)
    {
        // Each call of the quiet time is looked at; an engine that has stopped makes none and proves nothing.
        Examined += calls.Count(at => end.At - at <= quiet);
        foreach (var (at, what, record, call) in writes)
        {
            if (end.At - at <= quiet)
            {
                Violate(what, at, record, call);
            }
        }
    }

    private void Add(long at, string what, string record, long call)
    {
        writes.Enqueue((at, what, record, call));
        while (at - writes.Peek().At > quiet)
        {
            writes.Dequeue();
        }
    }
}
