using System.Text.RegularExpressions;
using SfMarketo.Tests.Planted.Faults;

namespace SfMarketo.Tests.Harness.Conventions;

/// <summary>The faults of tests/Planted fit today's engine: whoever changes the engine's code keeps them alive.</summary>
public sealed partial class PlantedFaultTests
{
    private static readonly Lazy<IReadOnlyList<Fault>> Faults = new(() => FaultFile.ReadAll(RepositoryRoot.Path));

    public static IEnumerable<TheoryDataRow<string>> Names => Faults.Value.Select(fault => new TheoryDataRow<string>(fault.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_edit_of_a_fault_finds_its_text_once_in_the_engine(string name)
    {
        var fault = Faults.Value.Single(fault => fault.Name == name);

        foreach (var edits in new[] { fault.Edits, fault.NearMissEdits })
        {
            foreach (var file in edits.GroupBy(edit => edit.File))
            {
                var source = SourceTree.Text(file.Key).ReplaceLineEndings("\n");
                var edited = file.Aggregate(source, (text, edit) => edit.Apply(text));
                edited.Should().NotBe(source);
            }
        }
    }

    [Fact]
    public void Each_scenario_of_a_fault_is_in_the_tree()
    {
        var scenarios = SourceTree.Files.Where(file => file.StartsWith("scenarios/", StringComparison.Ordinal) && file.EndsWith(".yaml", StringComparison.Ordinal))
            .SelectMany(file => ScenarioName().Matches(SourceTree.Text(file)).Select(match => match.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);

        Faults.Value.SelectMany(fault => fault.Scenarios).Should().NotBeEmpty().And.BeSubsetOf(scenarios);
    }

    [Fact]
    public void Each_fault_names_a_rule_that_can_be_looked_up()
    {
        Faults.Value.Should().HaveCountGreaterThanOrEqualTo(25);
        Faults.Value.Where(fault => !Rule().IsMatch(fault.Rule)).Select(fault => $"{fault.Name}: {fault.Rule}").Should().BeEmpty();
    }

    [Theory]
    [InlineData("if (a)\n{\n    b();\n}", "if (c)\n{\n    d();\n}", "        if (c)\n        {\n            d();\n        }\n")]
    [InlineData("b();", "b(1);\nb(2);", "        if (a)\n        {\n            b(1);\n            b(2);\n        }\n")]
    [InlineData("if (a", "if (a && b", "        if (a && b)\n        {\n            b();\n        }\n")]
    public void An_edit_keeps_the_indentation_of_the_place(string find, string put, string expected)
    {
        const string source = "        if (a)\n        {\n            b();\n        }\n";

        new FaultEdit("src/Sync/X.cs", find, put).Apply(source).Should().Be(expected);
    }

    [Theory]
    [InlineData("a();", "src/Sync/X.cs: the text 'a();' is there 2 times; it must be there once. Write the fault anew for today's source.")]
    [InlineData("b();\nc();", "src/Sync/X.cs: the text 'b();' is there no longer; it must be there once. Write the fault anew for today's source.")]
    public void A_text_that_is_missing_or_there_twice_is_an_error_that_names_it(string find, string message)
    {
        var edit = new FaultEdit("src/Sync/X.cs", find, "");

        edit.Invoking(one => one.Apply("  a();\n  a();\n  b();\n")).Should().Throw<FaultException>().WithMessage(message);
    }

    [Theory]
    [InlineData("rule: R1", "x.yaml: 'breaks' is missing.")]
    [InlineData("rule: R1\nbreak: it", "x.yaml, line 2: Property 'break' not found on type 'SfMarketo.Tests.Planted.Faults.FaultYaml'.")]
    [InlineData("rule: R1\nbreaks: it\nedits: [{ file: src/Kernel/X.cs, find: a, put: b }]", "x.yaml: 'src/Kernel/X.cs' is not in src/Sync/. A fault is planted in the engine alone.")]
    public void A_file_that_is_no_fault_is_an_error_that_names_what_is_wrong(string text, string message) =>
        FluentActions.Invoking(() => FaultFile.Read("x", text)).Should().Throw<FaultException>().WithMessage(message);

    [GeneratedRegex(@"^(?:R(?:[1-9]|[12]\d|30)|practice(?:\.md)? \d(?:\.\d+)?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^name: *[""']?(?<name>[^""'#\r\n]+?)[""']?\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ScenarioName();
}
