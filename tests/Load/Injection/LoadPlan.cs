namespace SfMarketo.Tests.Load.Injection;

/// <summary>What to do, and how often.</summary>
/// <param name="Name">For the report; also the concern of its draws.</param>
/// <param name="Step">One copy: does its work and says how it went. Its argument is the copy's number, from 0. An exception counts as a failure by its type's name.</param>
/// <param name="Simulations">The shape, in order of time.</param>
internal sealed record LoadPlan(string Name, Func<long, ValueTask<LoadAnswer>> Step, params IReadOnlyList<LoadSimulation> Simulations)
{
    /// <summary>Copies at once in the open parts. An arrival that finds as many running is not made up for later but counted as missed. Default 10,000.</summary>
    public int MaxCopies { get; init; } = 10_000;
}
