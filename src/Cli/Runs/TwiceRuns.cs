using System.Globalization;
using SfMarketo.Cli.Workers;
using SfMarketo.Harness.Records;
using SfMarketo.Harness.Reports;

namespace SfMarketo.Cli.Runs;

/// <summary>Plays each run in two processes and compares what was recorded. The second process plays the scenarios in the opposite order, so that what one run leaves behind in a process shows too.</summary>
internal static class TwiceRuns
{
    private const string First = "first";
    private const string Second = "second";

    /// <returns>An exit code.</returns>
    public static async Task<int> PlayAsync(RunRequest request, WorkerPool first, WorkerPool second, CancellationToken cancellationToken)
    {
        var folder = request.Out ?? Directory.CreateTempSubdirectory("sfmarketo-twice-").FullName;
        var pairs = new (WorkerLine? First, WorkerLine? Second)[request.Scenarios.Count];
        List<UnplayedRun> unplayed = [];
        var different = 0;
        RunOrder[] orders = [.. request.Scenarios.Select((scenario, index) => new RunOrder(index, scenario.Name) { KillAt = request.KillAt })];
        using (var board = new RunBoard("run --twice", 2 * orders.Length))
        {
            var gate = new Lock();
            await Task.WhenAll(
                first.PlayAsync([.. orders.Select(order => order with { Out = Path.Combine(folder, First) })], Answered, Show, cancellationToken),
                second.PlayAsync([.. orders.Reverse().Select(order => order with { Out = Path.Combine(folder, Second), Perturbed = request.Perturbed })], Answered, Show, cancellationToken));

            void Show(RunOrder order, string text)
            {
                lock (gate)
                {
                    board.Show(order.Scenario, text);
                }
            }

            void Answered(RunOrder order, WorkerLine line)
            {
                lock (gate)
                {
                    board.Done(order.Scenario);
                    var isFirst = Path.GetFileName(order.Out) == First;
                    ref var pair = ref pairs[order.Index];
                    pair = isFirst ? (line, pair.Second) : (pair.First, line);
                    if (line.Failure is not null)
                    {
                        unplayed.Add(new UnplayedRun(order.Scenario, line.Failure));
                    }
                    else if (pair is { First.Result: { } one, Second.Result: { } other } && request.Out is null && AreSame(one, other))
                    {
                        Directory.Delete(Path.Combine(folder, First, order.Scenario), recursive: true);
                        Directory.Delete(Path.Combine(folder, Second, order.Scenario), recursive: true);
                    }
                }
            }
        }

        FinishedRun[] finished = [.. pairs.Where(pair => pair.First?.Result is not null).Select(pair => new FinishedRun(pair.First!.Result!, TimeSpan.FromSeconds(pair.First.WallSeconds)))];
        RunSummary.Write(finished);
        foreach (var pair in pairs)
        {
            if (pair is { First.Result: { } one, Second.Result: { } other } && !AreSame(one, other))
            {
                different++;
                Tell(one, Path.Combine(folder, First, one.Scenario), Path.Combine(folder, Second, one.Scenario), Console.Out);
            }
        }

        var both = pairs.Count(pair => pair is { First.Result: not null, Second.Result: not null });
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{both} played twice, {both - different} the same, {different} different"));
        if (different == 0 && request.Out is null)
        {
            Directory.Delete(folder, recursive: true);
        }

        return UnplayedRun.Tell(unplayed, Console.Error) ?? (different > 0 ? ExitCode.NotDeterministic : ExitCode.Of(finished));
    }

    private static bool AreSame(RunResult one, RunResult other) => one.RecordsHash == other.RecordsHash && ResultFile.Text(one) == ResultFile.Text(other);

    private static void Tell(RunResult run, string first, string second, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Scenario} is not deterministic: two runs with seed {run.Seed} differ. Their records:"));
        output.WriteLine($"  {first}");
        output.WriteLine($"  {second}");
        if (RunDifference.Find(first, second) is { } difference)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  the first difference is {difference.File}:{difference.Line}, column {difference.Column}"));
            output.WriteLine($"    first:  {difference.First ?? "has no such line"}");
            output.WriteLine($"    second: {difference.Second ?? "has no such line"}");
        }
        else
        {
            output.WriteLine("  their files are the same and their results are not: what differs is in no file");
        }
    }
}
