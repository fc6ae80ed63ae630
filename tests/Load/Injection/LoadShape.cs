using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Tests.Load.Injection;

/// <summary>A load's simulations as they were understood: what will be done, known before it is done.</summary>
internal sealed class LoadShape
{
    private readonly List<RatePiece> rates = [];
    private readonly List<ConstantPiece> constants = [];
    private readonly List<string> lines = [];

    private LoadShape()
    {
    }

    public TimeSpan Length { get; private set; }

    public IReadOnlyList<RatePiece> Rates => rates;

    public IReadOnlyList<ConstantPiece> Constants => constants;

    /// <summary>One line a simulation, in words.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>Arrivals of the open parts, as the area under the rate.</summary>
    public double Integral => rates.Sum(piece => piece.Integral);

    /// <param name="simulations">In their order in time.</param>
    /// <param name="draws">For the rates of inject_random.</param>
    /// <exception cref="ArgumentException">A rate, an interval or a length cannot be.</exception>
    public static LoadShape Of(IReadOnlyList<LoadSimulation> simulations, Draws draws)
    {
        var shape = new LoadShape();
        foreach (var simulation in simulations)
        {
            shape.Add(simulation, draws);
        }

        return shape;
    }

    /// <summary>The moments at which copies are due, from the start, in whole microseconds. As many as the rounded integral, each in the middle of its share of the area.</summary>
    public IEnumerable<TimeSpan> Arrivals()
    {
        var (before, number) = (0.0, 0L);
        foreach (var piece in rates)
        {
            for (; number + 0.5 < before + piece.Integral; number++)
            {
                var moment = piece.MomentOf(number + 0.5 - before);
                yield return new TimeSpan(moment.Ticks - moment.Ticks % TimeSpan.TicksPerMicrosecond);
            }

            before += piece.Integral;
        }
    }

    private void Add(LoadSimulation simulation, Draws draws)
    {
        Check(simulation.During > TimeSpan.Zero, simulation, "it lasts no time");
        var known = rates.Count;
        switch (simulation)
        {
            case LoadSimulation.Inject inject:
                AddRate(inject, inject.During, inject.Interval, inject.Rate, inject.Rate);
                break;
            case LoadSimulation.RampingInject ramp:
                var from = rates.Count > 0 && rates[^1].Start + rates[^1].Length == Length ? rates[^1].To : 0;
                AddRate(ramp, ramp.During, ramp.Interval, from * ramp.Interval.TotalSeconds, ramp.Rate);
                break;
            case LoadSimulation.InjectRandom random:
                Check(random.MinRate <= random.MaxRate, random, "the lowest rate is above the highest");
                var end = Length + random.During;
                while (Length < end)
                {
                    var rate = random.MinRate + (random.MaxRate - random.MinRate) * draws.NextDouble();
                    AddRate(random, end - Length < random.Interval ? end - Length : random.Interval, random.Interval, rate, rate);
                }

                break;
            case LoadSimulation.KeepConstant keep:
                Check(keep.Copies > 0, keep, "it keeps no copies");
                constants.Add(new ConstantPiece(Length, Length + keep.During, keep.Copies));
                Length += keep.During;
                break;
            default:
                Length += simulation.During;
                break;
        }

        lines.Add(Describe(simulation, rates.Skip(known)));
    }

    private void AddRate(LoadSimulation simulation, TimeSpan length, TimeSpan interval, double from, double to)
    {
        Check(interval > TimeSpan.Zero, simulation, "its interval is no time");
        Check(from >= 0 && to >= 0, simulation, "its rate is below zero");
        rates.Add(new RatePiece(Length, length, from / interval.TotalSeconds, to / interval.TotalSeconds));
        Length += length;
    }

    private static string Describe(LoadSimulation simulation, IEnumerable<RatePiece> pieces)
    {
        var sum = pieces.Sum(piece => piece.Integral);
        return simulation switch
        {
            LoadSimulation.Inject inject => $"inject: {inject.Rate:0.##} each {inject.Interval} during {inject.During}: {sum:0.#} arrivals",
            LoadSimulation.RampingInject ramp =>
                $"ramping_inject: {pieces.First().From * ramp.Interval.TotalSeconds:0.##} to {ramp.Rate:0.##} each {ramp.Interval} during {ramp.During}: {sum:0.#} arrivals",
            LoadSimulation.InjectRandom random =>
                $"inject_random: {random.MinRate:0.##} to {random.MaxRate:0.##} each {random.Interval} during {random.During}: {sum:0.#} arrivals drawn",
            LoadSimulation.KeepConstant keep => $"keep_constant: {keep.Copies} copies during {keep.During}",
            _ => $"pause: {simulation.During}",
        };
    }

    private static void Check(bool good, LoadSimulation simulation, string complaint)
    {
        if (!good)
        {
            throw new ArgumentException($"{simulation}: {complaint}.", nameof(simulation));
        }
    }
}
