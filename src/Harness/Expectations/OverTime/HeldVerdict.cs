using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Expectations.OverTime;

/// <summary>Follows one expectation through the run: what it was from when to when, and what that makes of always, never, eventually or within.</summary>
/// <param name="expectation">With its span.</param>
/// <param name="watch">Knows whether it is true.</param>
/// <param name="deadlines">Of rows that have their own time; else null.</param>
/// <param name="start">Of the run, microseconds since 1970 UTC.</param>
internal sealed class HeldVerdict(Expectation expectation, Watch watch, RowDeadlines? deadlines, long start)
{
    private const long Never = long.MaxValue;

    private readonly HoldSpan span = expectation.Held;
    private long from = expectation.Held.After is null ? start + Micro(expectation.Held.From ?? TimeSpan.Zero) : Never;
    private bool opened;
    private bool closed;
    private bool isTrue;

    public Expectation Expectation => expectation;

    public Watch Watch => watch;

    /// <summary>States that it was held against.</summary>
    public long Judged { get; private set; }

    /// <summary>Most rows that it spoke of at one time.</summary>
    public long Most { get; private set; }

    /// <summary>When it first broke (always, never) or first came true (eventually, within); null: it did not.</summary>
    public long? Turned { get; private set; }

    /// <summary>When it last ceased to be true.</summary>
    public long? TrueUntil { get; private set; }

    /// <summary>What was there when it turned, or at the end of its span when it did not.</summary>
    public string Value { get; private set; } = "";

    /// <summary>What was there last in its span.</summary>
    public string LastValue { get; private set; } = "";

    public bool TrueAtLast { get; private set; }

    public IReadOnlyList<Witness> Witnesses { get; private set; } = [];

    /// <summary>Begins with the doing of a step that has not been done.</summary>
    public string? WaitsFor => from == Never ? span.After : null;

    /// <summary>The first instant after its span; <see cref="long.MaxValue"/>: it lasts to the end.</summary>
    public long Close => span switch
    {
        { Until: { } until } => start + Micro(until),
        { Within: { } within, ForEachRow: false } when from != Never => from + Micro(within) + 1,
        _ => Never,
    };

    /// <summary>Even without a change it must be looked at when time passes this instant.</summary>
    public long NextEdge
    {
        get
        {
            var edge = closed ? Never : opened ? Close == Never ? Never : Close - 1 : from;
            return Math.Min(edge, deadlines?.NextDue ?? Never);
        }
    }

    public void Begin(long moment) => from = moment;

    /// <summary>All stays as it is from <paramref name="now"/> until <paramref name="next"/>.</summary>
    public void Step(long now, long next)
    {
        if (deadlines is not null && watch is EveryWatch rows)
        {
            deadlines.Pass(next, rows.Of);
        }

        Turn(now);
        if (closed || from == Never || next <= from)
        {
            return;
        }

        if (now < Close)
        {
            opened = true;
            Judge(Math.Max(now, from));
        }

        if (next >= Close)
        {
            End();
        }
    }

    /// <summary>The run is over.</summary>
    public void Finish()
    {
        if (!closed)
        {
            End();
        }
    }

    private void Turn(long now)
    {
        var after = span.Hold == Hold.Never ? watch.Any : watch.All && watch.Fitting > 0;
        if (isTrue && !after)
        {
            TrueUntil = now;
        }

        isTrue = after;
    }

    private void Judge(long at)
    {
        if (watch is NamedWatch && watch.Fitting == 0 && span.Hold is Hold.Always or Hold.Never)
        {
            return;
        }

        Most = Math.Max(Most, watch.Fitting);
        Judged++;
        if (Turned is not null)
        {
            return;
        }

        var turns = span.Hold switch
        {
            Hold.Always => !watch.All,
            Hold.Never => watch.Any,
            _ => isTrue,
        };
        if (turns)
        {
            Turned = at;
            Value = watch.Value;
            Witnesses = watch.Witnesses(ofTruth: span.Hold != Hold.Always);
        }
    }

    /// <summary>Keeps what was there last.</summary>
    private void End()
    {
        closed = true;
        LastValue = watch.Value;
        TrueAtLast = isTrue;
        if (Turned is null)
        {
            Value = LastValue;
            Witnesses = watch.Witnesses(ofTruth: false);
        }
    }

    private static long Micro(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
