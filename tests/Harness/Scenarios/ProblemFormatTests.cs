using System.Text.Json;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Scenarios;

public sealed class ProblemFormatTests
{
    private const string Broken = "version: 1\nname: x\nduration: 30\nuse: presets/a.yaml\ntimeline: [{at: t+1m, do: salesforce lead created}]\n";

    private static readonly ScenarioReading Reading =
        new ScenarioReader(StandardVocabulary.Instance, _ => "org: {linked: 140%}\ninvariants: {skip: [\"a:b,c\"]}\n").Read("scenarios/x.yaml", Broken);

    [Fact]
    public void As_json_they_are_one_array()
    {
        using var json = JsonDocument.Parse(ProblemJson.Write([Reading]));

        json.RootElement.GetArrayLength().Should().Be(3);
        json.RootElement[0].GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).Should().Be(
            """{"code":"SC020","severity":"error","file":"scenarios/x.yaml","line":3,"column":11,"endColumn":13,"message":"duration:'30'hasnounit","suggestion":"write30s,30mor30h"}""");
        json.RootElement[1].GetProperty("file").GetString().Should().Be("scenarios/presets/a.yaml");
    }

    [Fact]
    public void Without_problems_the_array_is_empty_and_a_complaint_is_one_problem_without_a_place()
    {
        ProblemJson.Write([Reading with { Problems = [] }]).Should().Be("[]\n");

        using var json = JsonDocument.Parse(ProblemJson.Write("There is no file or folder 'x'."));
        json.RootElement[0].GetProperty("code").GetString().Should().Be("SC000");
        json.RootElement[0].GetProperty("file").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public void As_annotations_they_are_escaped()
    {
        ProblemAnnotations.Write([Reading]).Split('\n').Should().StartWith((string[])
        [
            "::error file=scenarios/x.yaml,line=3,col=11,endColumn=13,title=SC020::duration: '30' has no unit: write 30s, 30m or 30h",
            "::error file=scenarios/presets/a.yaml,line=1,col=15,endColumn=19,title=SC022::linked: 140%25 is more than all: from 0%25 to 100%25 is allowed",
        ]);
        ProblemAnnotations.Write([Reading with { File = "a,b:c.yaml" }]).Should().StartWith("::error file=a%2Cb%3Ac.yaml,line=3");
        ProblemAnnotations.Write("one\ntwo").Should().Be("::error title=SC000::one%0Atwo\n");
    }

    [Fact]
    public void As_text_a_problem_of_a_used_file_shows_the_line_of_that_file()
    {
        ProblemText.Write([Reading]).Should().Contain("  --> scenarios/presets/a.yaml:1:15\n  |\n1 | org: {linked: 140%}\n  |               ^^^^ from 0% to 100% is allowed\n");
    }
}
