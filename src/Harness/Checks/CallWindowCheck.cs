using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A1: no half-open window of 20 s holds more counted calls than the limit, whoever sent them, as long as the engine is one of them.</summary>
internal sealed class CallWindowCheck : ArrivalCheck
{
    private readonly CheckSettings settings;
    private readonly Queue<(long At, long Call, bool Engine)> window = new();
    private readonly long length;
    private int enginesOwn;

    public CallWindowCheck(CheckSettings settings)
        : base("A1", "Never more calls in any window than the limit")
    {
        this.settings = settings;
        length = (long)settings.Window.TotalMicroseconds;
    }

    protected override void Arrived(CallEntry call)
    {
        Examined++;
        while (window.TryPeek(out var oldest) && call.At - oldest.At >= length)
        {
            enginesOwn -= window.Dequeue().Engine ? 1 : 0;
        }

        var engine = call.IsEngine(settings);
        if (call.Has("606") && !(engine && enginesOwn == window.Count))
        {
            // Refused because of others: who knows only its own calls cannot know that the window is full.
            return;
        }

        enginesOwn += engine ? 1 : 0;
        window.Enqueue((call.At, call.Call, engine));
        if (window.Count > settings.CallsPerWindow && enginesOwn > 0)
        {
            Violate($"{window.Count} calls in {settings.Window.TotalSeconds:0.###} s, limit {settings.CallsPerWindow}", call.At, "", window.Peek().Call, call.Call);
        }
    }
}
