namespace SfMarketo.Sync.Pacing;

/// <summary>What a request must say about itself to the <see cref="CallBudgetHandler"/>.</summary>
public static class CallOptions
{
    public static readonly HttpRequestOptionsKey<Lane> Lane = new("sfmarketo.lane");

    /// <summary>The endpoint's documented server time-out.</summary>
    public static readonly HttpRequestOptionsKey<TimeSpan> ServerTimeout = new("sfmarketo.server-timeout");
}
