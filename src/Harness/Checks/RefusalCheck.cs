using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>R1: alone, the engine never meets 606 (rate) or 615 (concurrency). A refusal to which another client's call contributed is not its fault.</summary>
internal sealed class RefusalCheck : ArrivalCheck
{
    private readonly CheckSettings settings;
    private readonly long window;
    private long lastOther = long.MinValue / 2;
    private long otherRunsUntil = long.MinValue;

    public RefusalCheck(CheckSettings settings)
        : base("R1", "No 606 and no 615 while the engine is alone")
    {
        this.settings = settings;
        window = (long)settings.Window.TotalMicroseconds;
    }

    protected override void Arrived(CallEntry call)
    {
        if (!call.IsEngine(settings))
        {
            lastOther = call.At;
            otherRunsUntil = Math.Max(otherRunsUntil, call.DoneAt);
            return;
        }

        Examined++;
        if (call.Has("606") && call.At - lastOther >= window && call.Fault is null)
        {
            Violate("606 with nobody else in the window", call.At, "", call.Call);
        }

        if (call.Has("615") && otherRunsUntil <= call.At && call.Fault is null)
        {
            Violate("615 with nobody else's call running", call.At, "", call.Call);
        }
    }
}
