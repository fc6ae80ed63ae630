namespace SfMarketo.Tests.Harness.Scenarios;

/// <summary>Reads broken-scenarios.txt: "## title", the YAML, "==", one line for each problem.</summary>
internal static class BrokenScenarios
{
    public static TheoryData<string, string, string[]> All()
    {
        var data = new TheoryData<string, string, string[]>();
        var path = Path.Combine(RepositoryRoot.Path, "tests", "Harness", "Scenarios", "broken-scenarios.txt");
        foreach (var part in ("\n" + File.ReadAllText(path).ReplaceLineEndings("\n")).Split("\n## ", StringSplitOptions.RemoveEmptyEntries))
        {
            var title = part[..part.IndexOf('\n')];
            var middle = part.IndexOf("\n==\n", StringComparison.Ordinal);
            var yaml = part[(title.Length + 1)..(middle + 1)];
            data.Add(title, yaml, part[(middle + 4)..].Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        return data;
    }
}
