using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects;

/// <summary>Records whose calls were answered HTTP 500 by endpoints that answer other calls: something in one of them spoils the call (engine.md R10).</summary>
/// <remarks>
/// A record is convicted when calls that held it alone failed <see cref="MostAlone"/> times, each right after the endpoint answered something else: over five minutes if
/// records of its kind were written in between; over an hour if all that was answered were look-ups and harmless probes, because a server can be unable to write and still answer
/// those. In memory: a restart begins anew. Used by the state's writer only.
/// </remarks>
internal sealed class Suspects
{
    /// <summary>Failures alone before a record is given up.</summary>
    public const int MostAlone = 5;

    private const double LongestPause = 300;

    private static readonly long AmongOthers = Micros.Of(TimeSpan.FromMinutes(5));
    private static readonly long AmongProbes = Micros.Of(TimeSpan.FromHours(1));

    private readonly Dictionary<(EffectKind Kind, string Subject), Suspicion> suspicions = [];
    private readonly Dictionary<EffectKind, int> counts = [];
    private readonly Dictionary<EffectKind, long> passed = [];

    /// <summary>True while records of this kind are suspected.</summary>
    public bool Any(EffectKind kind) => counts.GetValueOrDefault(kind) > 0;

    /// <summary>The most records that may travel with it.</summary>
    public int MostOf(EffectKind kind, string subject) => suspicions.TryGetValue((kind, subject), out var suspicion) ? suspicion.Most : int.MaxValue;

    /// <summary>How long it rests at most before it is tried again: 2, 4, 8 seconds .. 5 minutes, by its failures alone. A part of it is drawn.</summary>
    public TimeSpan Pause(EffectKind kind, string subject) =>
        suspicions.TryGetValue((kind, subject), out var suspicion) ? TimeSpan.FromSeconds(Math.Min(LongestPause, Math.Pow(2, Math.Min(suspicion.Alone, 10)))) : TimeSpan.Zero;

    /// <summary>A call with it failed although its endpoint answers.</summary>
    /// <param name="kind">Of the effect.</param>
    /// <param name="subject">Its record.</param>
    /// <param name="count">Records of the call.</param>
    /// <param name="now">Microseconds.</param>
    /// <returns>True when it is the record's fault beyond doubt.</returns>
    public bool Add(EffectKind kind, string subject, int count, long now)
    {
        if (!suspicions.TryGetValue((kind, subject), out var suspicion))
        {
            suspicions.Add((kind, subject), suspicion = new Suspicion());
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }

        suspicion.Most = Math.Min(suspicion.Most, (count + 1) / 2);
        if (count > 1)
        {
            return false;
        }

        suspicion.Alone++;
        suspicion.Since ??= now;
        var isAmongOthers = passed.TryGetValue(kind, out var at) && at > suspicion.Since;
        return suspicion.Alone >= MostAlone && now - suspicion.Since >= (isAmongOthers ? AmongOthers : AmongProbes);
    }

    /// <summary>The endpoint had an answer for the record, or it is wanted no more.</summary>
    public void Clear(EffectKind kind, string subject)
    {
        if (suspicions.Remove((kind, subject)))
        {
            counts[kind]--;
        }
    }

    /// <summary>Something of this kind was written.</summary>
    public void Passed(EffectKind kind, long now) => passed[kind] = now;

    private sealed class Suspicion
    {
        public int Most { get; set; } = int.MaxValue;

        public int Alone { get; set; }

        public long? Since { get; set; }
    }
}
