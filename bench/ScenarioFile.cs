using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Bench;

/// <summary>Scenarios of the repository by name.</summary>
internal static class ScenarioFile
{
    public static Scenario Read(string name)
    {
        var path = Directory.EnumerateFiles(Path.Combine(Root(), "scenarios"), name + ".yaml", SearchOption.AllDirectories).Single();
        return new ScenarioReader(StandardVocabulary.Instance).ReadFile(path).Scenario ?? throw new InvalidOperationException($"{path} has problems: ./sfmarketo run names them.");
    }

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SfMarketo.Harness.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("bench runs inside the repository: no SfMarketo.Harness.sln above it.");
    }
}
