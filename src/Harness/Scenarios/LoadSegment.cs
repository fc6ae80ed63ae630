namespace SfMarketo.Harness.Scenarios;

/// <summary>A stretch of a load's shape. Rates are in events a second.</summary>
public abstract record LoadSegment(TimeSpan For)
{
    /// <summary>One rate all the time: "20/min for 10m".</summary>
    public sealed record Inject(double Rate, TimeSpan For) : LoadSegment(For);

    /// <summary>A rate that moves in a straight line: "20/min to 200/min over 15m".</summary>
    public sealed record RampingInject(double From, double To, TimeSpan For) : LoadSegment(For);

    /// <summary>A new rate each minute, drawn between the two: "40..120/min for 10m".</summary>
    public sealed record InjectRandom(double Low, double High, TimeSpan For) : LoadSegment(For);

    public sealed record Pause(TimeSpan For) : LoadSegment(For);

    /// <summary>An office day in the scenario's zone: quiet nights, a peak before noon and one after lunch. "1500/day", to the end of the run.</summary>
    public sealed record DayCurve(double PerDay, TimeSpan For) : LoadSegment(For);

    /// <summary>So many people at work: each does the event, pauses a drawn time of this mean, does it again. "5 every 30s for 10m".</summary>
    public sealed record KeepConstant(int People, TimeSpan Every, TimeSpan For) : LoadSegment(For);
}
