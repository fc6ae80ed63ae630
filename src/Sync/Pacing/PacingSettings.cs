namespace SfMarketo.Sync.Pacing;

/// <summary>The limits of one Marketo instance and our share of them.</summary>
/// <remarks>Marketo allows 100 calls in any 20 seconds and 10 at once, for all users of an instance, and advises half of that for each.</remarks>
public sealed record PacingSettings
{
    /// <summary>True when nobody else calls this instance: 100 calls and 10 at once instead of 50 and 5.</summary>
    public bool Exclusive { get; init; }

    /// <summary>Calls in any window. Default 50, exclusive 100.</summary>
    public int Tokens { get => field == 0 ? (Exclusive ? 100 : 50) : field; init; }

    /// <summary>Calls at once. Default 5, exclusive 10.</summary>
    public int Permits { get => field == 0 ? (Exclusive ? 10 : 5) : field; init; }

    /// <summary>Length of the vendor's window. Default 20 s, as documented.</summary>
    public double WindowSeconds { get; init; } = 20;

    /// <summary>Calls a day, all users together. Default 50,000; an instance may have 10,000 or have bought more.</summary>
    public int DailyCalls { get; init; } = 50_000;

    /// <summary>Window tokens only the first three lanes may take. Default 5, exclusive 3: a full window of 100 frees a token each fifth of a second anyway.</summary>
    public int ReservedTokens { get => field < 0 ? (Exclusive ? 3 : 5) : field; init; } = -1;

    /// <summary>Permits only the first three lanes may take.</summary>
    public int ReservedPermits { get; init; } = 1;

    /// <summary>A lane that has waited this long is served next, whatever its rank. With a window of 20 s this keeps each waiting lane at one call a minute or more.</summary>
    public TimeSpan StarvedAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A probe of the daily quota waits this long after the expected reset, and a drawn part of <see cref="ProbeJitter"/>.</summary>
    public TimeSpan ProbeDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Greatest drawn addition to <see cref="ProbeDelay"/>: other integrations resume at the same instant.</summary>
    public TimeSpan ProbeJitter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After a reset the first minute runs at half rate, because all integrations resume then.</summary>
    public TimeSpan GentleResume { get; init; } = TimeSpan.FromMinutes(1);

    internal TimeSpan Window => TimeSpan.FromSeconds(WindowSeconds);
}
