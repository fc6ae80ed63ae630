namespace SfMarketo.Tests.Load.Injection;

/// <summary>One stretch of a load's shape, in NBomber's words and with their meaning.</summary>
/// <param name="During">How long the stretch lasts.</param>
internal abstract record LoadSimulation(TimeSpan During)
{
    /// <summary>Starts <paramref name="Rate"/> copies each <paramref name="Interval"/>, evenly spread, whatever became of those before (open model).</summary>
    public sealed record Inject(double Rate, TimeSpan Interval, TimeSpan During) : LoadSimulation(During);

    /// <summary>As <see cref="Inject"/>, from the rate of the stretch before (0 at the beginning and after a pause) in a straight line to <paramref name="Rate"/>.</summary>
    public sealed record RampingInject(double Rate, TimeSpan Interval, TimeSpan During) : LoadSimulation(During);

    /// <summary>As <see cref="Inject"/>, with a rate drawn anew between the two for each interval.</summary>
    public sealed record InjectRandom(double MinRate, double MaxRate, TimeSpan Interval, TimeSpan During) : LoadSimulation(During);

    /// <summary>So many copies at once, each starting again when it has ended (closed model: a slow server is asked less often).</summary>
    public sealed record KeepConstant(int Copies, TimeSpan During) : LoadSimulation(During);

    public sealed record Pause(TimeSpan During) : LoadSimulation(During);
}
