namespace SfMarketo.Kernel.Guidance;

/// <summary>When refused clients may come back, and by how much they came too early. Use it under the simulator's gate.</summary>
public sealed class ReturnTimes
{
    private readonly Dictionary<(string Client, string Limit), long> told = [];

    /// <summary>Words for a refusal: <c>the next one is let in after 3.2 s; this one came 1.1 s too early</c>, the second half for a client who was refused before and has not waited.</summary>
    /// <param name="client">Who was refused.</param>
    /// <param name="limit">By which limit.</param>
    /// <param name="at">Arrival, microseconds.</param>
    /// <param name="freeIn">How long after it the next call is let in, microseconds.</param>
    public string Tell(string client, string limit, long at, long freeIn)
    {
        var early = told.TryGetValue((client, limit), out var free) ? free - at : 0;
        told[(client, limit)] = at + freeIn;
        return $"the next one is let in after {PlainTime.Of(freeIn)}" + (early > 0 ? $"; this one came {PlainTime.Of(early)} too early" : "");
    }
}
