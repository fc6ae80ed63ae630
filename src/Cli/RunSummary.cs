using System.Globalization;
using Spectre.Console;

namespace SfMarketo.Cli;

/// <summary>What a user sees when all runs are over: one row a scenario, then what went wrong, then the count.</summary>
internal static class RunSummary
{
    public static void Write(IReadOnlyList<FinishedRun> runs) => Write(runs, ConsoleOutput.Create());

    public static void Write(IReadOnlyList<FinishedRun> runs, IAnsiConsole console)
    {
        console.Write(Table(runs));
        foreach (var run in runs)
        {
            FailureText.Write(run.Result, console);
            foreach (var warning in run.Result.Warnings)
            {
                console.Profile.Out.Writer.WriteLine($"warning: {run.Result.Scenario}: {warning}");
            }
        }

        var passed = runs.Count(run => run.Result.Passed);
        console.WriteLine();
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {runs.Count - passed} failed"));
    }

    private static Table Table(IReadOnlyList<FinishedRun> runs)
    {
        var table = new Table().Border(TableBorder.None);
        Add(table, "scenario", left: true);
        Add(table, "verdict", left: true);
        Add(table, "virtual");
        Add(table, "wall");
        Add(table, "calls");
        Add(table, "peak\n/20 s");
        Add(table, "in\nflight");
        Add(table, "quota\nused");
        Add(table, "lag\np95", left: true);
        Add(table, "lost");
        Add(table, "doubled");
        Add(table, "checks");
        foreach (var run in runs)
        {
            table.AddRow(Row(run));
        }

        return table;
    }

    private static void Add(Table table, string header, bool left = false)
    {
        var column = new TableColumn(header) { NoWrap = true, Padding = new Padding(0, 0, left ? 1 : 2, 0), Alignment = left ? Justify.Left : Justify.Right };
        table.AddColumn(column);
    }

    private static Markup[] Row(FinishedRun run)
    {
        var (result, figures) = (run.Result, run.Result.Figures);
        var all = result.Checks.Count + result.Expectations.Count + result.Reached.Count + result.Thresholds.Count;
        var good = result.Checks.Count(one => one.Passed) + result.Expectations.Count(one => one.Passed) + result.Reached.Count(one => one.Passed)
            + result.Thresholds.Count(one => one.Passed);
        return
        [
            Cell(result.Scenario),
            new Markup(result.Passed ? "[green]passed[/]" : "[red]FAILED[/]"),
            Cell(ShortTime.Of(result.VirtualDuration)),
            Cell(ShortTime.Of(run.WallTime)),
            Cell(Number(figures.MarketoCalls + figures.SalesforceCalls)),
            Cell($"{figures.MarketoWindowPeak}/{figures.MarketoWindowLimit}"),
            Cell($"{figures.MarketoInFlightPeak}/{figures.MarketoInFlightLimit}"),
            Cell($"{Number(figures.MarketoQuotaUsed)}/{Number(figures.MarketoQuotaLimit)}"),
            Cell(string.Join('\n', figures.Lag.Where(lag => lag.Count > 0).Select(lag => $"{lag.Flow} {ShortTime.Of(lag.P95)}"))),
            Cell(Number(figures.Lost)),
            Cell(Number(figures.Doubled)),
            Cell($"{good}/{all}"),
        ];
    }

    private static Markup Cell(string text) => new(Markup.Escape(text));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
