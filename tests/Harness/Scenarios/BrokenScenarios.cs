namespace SfMarketo.Tests.Harness.Scenarios;

/// <summary>Reads broken-scenarios.txt: "## title", the YAML, "==", one line for each problem.</summary>
internal static class BrokenScenarios
{
    public static IReadOnlyList<BrokenScenario> All { get; } = Read();

    private static List<BrokenScenario> Read()
    {
        List<BrokenScenario> all = [];
        var path = Path.Combine(RepositoryRoot.Path, "tests", "Harness", "Scenarios", "broken-scenarios.txt");
        foreach (var entry in ("\n" + File.ReadAllText(path).ReplaceLineEndings("\n")).Split("\n## ", StringSplitOptions.RemoveEmptyEntries))
        {
            var part = entry + "\n";
            var title = part[..part.IndexOf('\n')];
            var middle = part.IndexOf("\n==\n", StringComparison.Ordinal);
            all.Add(new BrokenScenario(title, part[(title.Length + 1)..(middle + 1)], part[(middle + 4)..].Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        }

        return all;
    }
}
