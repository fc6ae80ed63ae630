using System.Xml.Linq;

namespace SfMarketo.Tests.Harness.Conventions;

/// <summary>The arrows of docs/decisions/0001: the engine cannot tell a simulator from the vendor.</summary>
public sealed class ReferenceDirectionTests
{
    /// <summary>What each project under src may reference. A new project gets its line here.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Sync"] = [],
        ["Kernel"] = [],
        ["MarketoSim"] = ["Kernel"],
        ["SalesforceSim"] = ["Kernel"],
        ["Harness"] = ["Kernel", "MarketoSim", "SalesforceSim", "Sync"],
        ["Cli"] = ["Harness"],
    };

    [Fact]
    public void Each_project_references_what_its_arrow_allows_and_nothing_else()
    {
        var projects = SourceTree.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal)).ToList();

        var found = projects.ToDictionary(Name, References, StringComparer.Ordinal);

        found.Should().BeEquivalentTo(Allowed);
    }

    [Theory]
    [InlineData("src/Sync/", "SfMarketo.Kernel", "SfMarketo.MarketoSim", "SfMarketo.SalesforceSim", "SfMarketo.Harness")]
    [InlineData("src/Simulators/", "SfMarketo.Sync", "SfMarketo.Harness")]
    [InlineData("src/Simulators/Kernel/", "SfMarketo.MarketoSim", "SfMarketo.SalesforceSim")]
    [InlineData("src/Simulators/MarketoSim/", "SfMarketo.SalesforceSim")]
    [InlineData("src/Simulators/SalesforceSim/", "SfMarketo.MarketoSim")]
    [InlineData("src/Harness/Checks/", "SfMarketo.Sync")]
    [InlineData("src/Harness/Metrics/", "SfMarketo.Sync")]
    public void No_code_names_a_namespace_against_the_arrow(string folder, params string[] forbidden)
    {
        var files = SourceTree.Code(folder).ToList();

        var against = files.Where(file => forbidden.Any(name => Names(SourceTree.Text(file), name)));

        files.Should().NotBeEmpty();
        against.Should().BeEmpty($"{folder} must not know {string.Join(", ", forbidden)}");
    }

    private static bool Names(string code, string name)
    {
        for (var at = code.IndexOf(name, StringComparison.Ordinal); at >= 0; at = code.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var next = at + name.Length;
            if (next == code.Length || !char.IsLetterOrDigit(code[next]))
            {
                return true;
            }
        }

        return false;
    }

    private static string[] References(string project) =>
        [.. XDocument.Parse(SourceTree.Text(project)).Descendants("ProjectReference").Select(reference => Name(reference.Attribute("Include")!.Value)).Order(StringComparer.Ordinal)];

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/'));
}
