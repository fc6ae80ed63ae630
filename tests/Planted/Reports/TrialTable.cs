using SfMarketo.Tests.Planted.Running;

namespace SfMarketo.Tests.Planted.Reports;

/// <summary>Prints what became of all faults, and the two lines that count them.</summary>
internal static class TrialTable
{
    private const int MostOfAColumn = 110;

    /// <returns>True when all faults were caught and all near misses passed.</returns>
    public static bool Write(IReadOnlyList<FaultTrial> trials)
    {
        string[] head = ["fault", "rule", "caught by scenario: judges", "near miss"];
        string[][] rows = [head, .. trials.Select(trial => new[] { trial.Fault.Name, trial.Fault.Rule, Cut(trial.Caught), trial.NearMiss })];
        Console.WriteLine();
        foreach (var row in rows)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(rows.Max(other => other[column].Length)))).TrimEnd());
        }

        var caught = trials.Count(trial => trial.IsCaught);
        var tried = trials.Count(trial => trial.NearMissRun is not null);
        var passed = trials.Count(trial => trial.NearMissPasses);
        Console.WriteLine();
        Console.WriteLine($"{tried} near misses, {passed} passed");
        Console.WriteLine($"{trials.Count} planted, {caught} caught");
        return caught == trials.Count && passed == tried;
    }

    private static string Cut(string text) => text.Length <= MostOfAColumn ? text : text[..(MostOfAColumn - 3)] + "...";
}
