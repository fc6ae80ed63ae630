namespace SfMarketo.Sync;

/// <summary>What an engine is given from outside: time, draws, the way to both systems, and the places where a test may end its life.</summary>
public sealed record SyncSeams
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Uniform in [0, 1): jitter of back-offs and probes, keys of a new state file.</summary>
    public required Func<double> Draw { get; init; }

    /// <summary>Carries requests to Salesforce: a <c>SocketsHttpHandler</c>, or a simulated network.</summary>
    public required HttpMessageHandler Salesforce { get; init; }

    /// <summary>Carries requests to Marketo.</summary>
    public required HttpMessageHandler Marketo { get; init; }

    /// <summary>Called before and after each commit of the state: <c>commit.before</c>, <c>commit.after</c>. A task that never ends is a crash. Whoever gives the clock and the ways to both systems sees timers and calls there.</summary>
    public Func<string, ValueTask> Passage { get; init; } = static _ => ValueTask.CompletedTask;
}
