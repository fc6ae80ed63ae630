using SfMarketo.Kernel.Faults;

namespace SfMarketo.Kernel.Calls;

/// <summary>What a call leaves to work that goes on when its request is over: a job's rows are its records. Nothing of the request is in it.</summary>
public sealed class CallEffects
{
    private readonly Func<string?>? recordFault;

    internal CallEffects(SimCall call) => (Call, Lateness, recordFault) = (call.Number, call.Lateness, call.RecordFault);

    /// <summary>The call's number.</summary>
    public long Call { get; }

    /// <summary>How late commits are seen; null for at once.</summary>
    public Lateness? Lateness { get; }

    /// <summary>As <see cref="SimCall.NextRecordFault"/>.</summary>
    public string? NextRecordFault() => recordFault?.Invoke();
}
