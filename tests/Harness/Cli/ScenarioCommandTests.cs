using SfMarketo.Cli;
using SfMarketo.Cli.Stories;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Cli;

public sealed class ScenarioCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("stories-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_list_has_the_theme_the_runs_the_tags_and_the_first_sentence_of_why()
    {
        var file = Write("scenarios/faults/x.yaml", "matrix: { seed: [1, 2, 3] }\ntags: [a, b]\nwhy: |\n  It shows this. And more\n  of it.\n");

        using var writer = new StringWriter { NewLine = "\n" };
        ListCommand.Write(Input(file).Readings()!, ConsoleOutput.Create(writer, redirected: true));

        var row = writer.ToString().Split('\n')[1];
        string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Should().Be("faults x 1h 3 a, b It shows this.");
    }

    [Fact]
    public void A_run_of_a_matrix_is_picked_by_its_name_and_all_runs_by_the_name_of_the_scenario()
    {
        var file = Write("scenarios/x.yaml", "matrix: { seed: [1, 2, 3] }\n");

        Input(file).Runs("x")!.Select(run => run.Seed).Should().Equal(1, 2, 3);
        Input(file).Runs("x[seed=2]")!.Select(run => run.Seed).Should().Equal(2);
        Input(file, "seed=9").Runs()!.Select(run => run.Seed).Should().Equal(9);
    }

    private static ScenarioInput Input(string file, params string[] set) => new([file], set, ProblemFormat.Text);

    private string Write(string path, string yaml)
    {
        var full = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, $"version: 1\nname: {Path.GetFileNameWithoutExtension(path)}\nduration: 1h\ntimeline: [{{at: t+1m, do: salesforce lead created}}]\n{yaml}");
        return full;
    }
}
