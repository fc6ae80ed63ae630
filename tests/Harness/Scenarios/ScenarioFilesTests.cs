using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Scenarios;

public sealed class ScenarioFilesTests : IDisposable
{
    private static readonly ScenarioReader Reader = new(StandardVocabulary.Instance);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scenarios-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_scenario_of_the_repository_reads_clean_and_opens_with_what_it_shows()
    {
        var readings = ScenarioFiles.Read(Reader, [Path.Combine(RepositoryRoot.Path, "scenarios")], out var complaint);

        complaint.Should().BeNull();
        readings.Should().HaveCountGreaterThanOrEqualTo(5);
        foreach (var reading in readings)
        {
            reading.Problems.Should().BeEmpty(reading.File);
            reading.Lines[0].Should().StartWith("# ", reading.File);
            reading.Scenario!.Why.Should().NotBeEmpty(reading.File);
            reading.Scenario.Expect.Should().NotBeEmpty(reading.File);
            reading.Scenario.Reached.Should().NotBeEmpty(reading.File);
        }
    }

    [Fact]
    public void A_missing_path_is_one_sentence()
    {
        ScenarioFiles.Read(Reader, ["scenarios/none.yaml"], out var complaint).Should().BeEmpty();

        complaint.Should().Be("There is no file or folder 'scenarios/none.yaml'.");
    }

    [Fact]
    public void A_folder_without_scenarios_is_one_sentence()
    {
        ScenarioFiles.Read(Reader, [folder.FullName], out var complaint).Should().BeEmpty();

        complaint.Should().Be($"The folder '{folder.FullName}' holds no scenario (*.yaml).");
    }

    [Fact]
    public void Two_scenarios_of_one_name_are_one_sentence()
    {
        var first = Write("one/x.yaml");
        var second = Write("two/x.yaml");

        ScenarioFiles.Read(Reader, [first, second], out var complaint).Should().BeEmpty();

        complaint.Should().Be($"Two scenarios are named 'x': {first} and {second}. Rename one of them.");
    }

    [Fact]
    public void A_file_that_is_named_twice_is_read_once()
    {
        var file = Write("one/x.yaml");

        ScenarioFiles.Read(Reader, [file, Path.GetDirectoryName(file)!], out var complaint).Should().ContainSingle();

        complaint.Should().BeNull();
    }

    [Fact]
    public void Folders_are_walked_and_presets_are_no_scenarios()
    {
        Write("b/b1.yaml");
        Write("a/deep/a2.yaml");
        Write("a/a1.yaml");
        Write("presets/p.yaml");
        Write("a/presets/p.yaml");

        var readings = ScenarioFiles.Read(Reader, [folder.FullName], out var complaint);

        complaint.Should().BeNull();
        readings.Select(reading => Path.GetRelativePath(folder.FullName, reading.File).Replace('\\', '/')).Should().Equal("a/a1.yaml", "a/deep/a2.yaml", "b/b1.yaml");
    }

    private string Write(string path)
    {
        var full = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, $"version: 1\nname: {Path.GetFileNameWithoutExtension(path)}\nduration: 1h\ntimeline: [{{at: t+1m, do: salesforce lead created}}]\n");
        return full;
    }
}
