using System.Globalization;

namespace SfMarketo.Cli.Coverage;

/// <summary>Coverage for people.</summary>
internal static class CoverageText
{
    public static void Write(TrafficCoverage coverage, TextWriter output)
    {
        foreach (var sim in coverage.Operations.GroupBy(operation => operation.Sim))
        {
            output.WriteLine(Heading(sim.Key, [.. sim]));
            foreach (var operation in sim)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {operation.Calls,8}  {operation.Standing.ToString().ToLowerInvariant(),-10}  {operation.Name}{Remark(operation)}"));
            }

            var codes = coverage.Codes.Where(code => code.Sim == sim.Key).Select(code => string.Create(CultureInfo.InvariantCulture, $"{code.Code} ({code.Calls}, {code.Standing.ToString().ToLowerInvariant()})")).ToList();
            if (codes.Count > 0)
            {
                output.WriteLine("  codes answered: " + string.Join(", ", codes));
            }
        }

        if (coverage.Operations.Any(operation => operation.Standing == Standing.Unknown))
        {
            output.WriteLine("unknown: the vendor has no such operation, or it is outside of the ledger; the simulator's answer says which.");
        }
    }

    private static string Heading(string sim, UsedOperation[] operations)
    {
        var counts = Enum.GetValues<Standing>().Select(standing => (standing, Count: operations.Count(operation => operation.Standing == standing)))
            .Where(count => count.Count > 0).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Count} {count.standing.ToString().ToLowerInvariant()}"));
        return string.Create(CultureInfo.InvariantCulture, $"{sim}: {operations.Sum(operation => operation.Calls)} calls of {operations.Length} operations: {string.Join(", ", counts)}");
    }

    private static string Remark(UsedOperation operation)
    {
        var unsure = operation.Parameters.Where(parameter => parameter.Value != Standing.Proven).Select(parameter => $"{parameter.Key} {parameter.Value.ToString().ToLowerInvariant()}").ToList();
        return (operation.Switch is { } name ? $"  (switch {name})" : "") + (unsure.Count > 0 ? "  parameters: " + string.Join(", ", unsure) : "");
    }
}
