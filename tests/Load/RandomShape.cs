using SfMarketo.Kernel.Randomness;
using SfMarketo.Tests.Load.Injection;

namespace SfMarketo.Tests.Load;

/// <summary>Shapes drawn from a seed: one to five stretches of open load.</summary>
internal static class RandomShape
{
    public static IReadOnlyList<LoadSimulation> Of(ulong seed, double highestRate)
    {
        var draws = new Draws(seed).Fork("shape");
        return [.. Enumerable.Range(0, draws.Next(1, 6)).Select(_ => Draw(draws, highestRate))];
    }

    private static LoadSimulation Draw(Draws draws, double highestRate)
    {
        var interval = TimeSpan.FromMilliseconds(draws.Next(200, 2_000));
        var during = TimeSpan.FromMilliseconds(draws.Next(500, 30_000));
        var rate = highestRate * draws.NextDouble() * interval.TotalSeconds;
        return draws.Next(4) switch
        {
            0 => new LoadSimulation.Inject(rate, interval, during),
            1 => new LoadSimulation.RampingInject(rate, interval, during),
            2 => new LoadSimulation.InjectRandom(rate / 2, rate, interval, during),
            _ => new LoadSimulation.Pause(during),
        };
    }
}
