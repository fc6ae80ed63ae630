using SfMarketo.Cli.Workers;

namespace SfMarketo.Cli.Runs;

/// <summary>Plays each scenario once, several at a time.</summary>
internal static class PooledRuns
{
    /// <returns>The runs in the order of the files, and those that could not be played.</returns>
    public static async Task<(IReadOnlyList<FinishedRun> Finished, IReadOnlyList<UnplayedRun> Unplayed)> PlayAsync(RunRequest request, WorkerPool pool, CancellationToken cancellationToken)
    {
        var finished = new FinishedRun?[request.Scenarios.Count];
        List<UnplayedRun> unplayed = [];

        // The longest ones first, so that none is left alone at the end.
        RunOrder[] orders =
        [
            .. request.Scenarios.Index()
                .OrderByDescending(one => one.Item.Duration)
                .Select(one => new RunOrder(one.Index, one.Item.Name) { Out = request.Out, KillAt = request.KillAt, Perturbed = request.Perturbed }),
        ];
        using var board = new RunBoard("run", orders.Length);
        await pool.PlayAsync(orders, Answered, (order, text) => board.Show(order.Scenario, text), cancellationToken);
        return ([.. finished.OfType<FinishedRun>()], unplayed);

        void Answered(RunOrder order, WorkerLine line)
        {
            board.Done(order.Scenario);
            if (line.Result is { } result)
            {
                finished[order.Index] = new FinishedRun(result, TimeSpan.FromSeconds(line.WallSeconds));
            }
            else
            {
                unplayed.Add(new UnplayedRun(order.Scenario, line.Failure!));
            }
        }
    }
}
