using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Tests.Load.Injection;

/// <summary>An injector that starts each copy when it is due, on whatever clock it is given: virtual time over the inline server, or the system's over sockets.</summary>
/// <param name="time">The clock of the arrivals.</param>
/// <param name="draws">For random rates; each plan forks its own.</param>
/// <param name="echo">Told the understood shape before the first copy starts, so that a slip in the shape is seen; null: nobody.</param>
internal sealed class OpenModelRunner(TimeProvider time, Draws draws, TextWriter? echo = null) : ILoadRunner
{
    public async Task<LoadReport> RunAsync(LoadPlan plan, CancellationToken cancellationToken)
    {
        var shape = LoadShape.Of(plan.Simulations, draws.Fork(plan.Name));
        if (echo is not null)
        {
            await echo.WriteLineAsync($"{plan.Name}:{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", shape.Lines)}");
        }

        var tally = new LoadTally();
        var copies = new CopyStarter(plan, time, tally);
        using var arrivals = new ArrivalTimer(shape, copies, cancellationToken);
        await Task.WhenAll([arrivals.Ended, .. shape.Constants.Select(piece => KeepAsync(piece, copies, cancellationToken))]);
        await copies.AllEndedAsync();
        return tally.Report(plan.Name, shape.Lines, copies.Elapsed);
    }

    private Task KeepAsync(ConstantPiece piece, CopyStarter copies, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, piece.Copies).Select(_ => KeepOneAsync(piece, copies, cancellationToken)));

    private async Task KeepOneAsync(ConstantPiece piece, CopyStarter copies, CancellationToken cancellationToken)
    {
        if (piece.Start > TimeSpan.Zero)
        {
            await Task.Delay(piece.Start, time, CancellationToken.None);
        }

        while (copies.Elapsed is var now && now < piece.End && !cancellationToken.IsCancellationRequested)
        {
            await copies.RunAsync(now);
            if (copies.Elapsed == now)
            {
                throw new InvalidOperationException("keep_constant on a clock that stands still would never end: give the step a latency or a service time.");
            }
        }
    }
}
