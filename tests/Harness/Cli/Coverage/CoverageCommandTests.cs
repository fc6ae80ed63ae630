using System.Text.Json;
using SfMarketo.Cli;
using SfMarketo.Cli.Coverage;
using SfMarketo.Tests.Harness.Sim;

namespace SfMarketo.Tests.Harness.Cli.Coverage;

public sealed class CoverageCommandTests : IDisposable
{
    private const string Sync = """{"seq":1,"sim":"marketo","call":1,"method":"POST","path":"/rest/v1/leads.json","query":"","status":200,"codes":["1005"]}""";
    private const string Read = """{"seq":2,"sim":"marketo","call":2,"method":"POST","path":"/rest/v1/leads.json","query":"_method=GET&filterType=email&colour=red","status":200,"codes":[]}""";
    private const string Row = """{"seq":1,"sim":"salesforce","call":1,"method":"GET","path":"/services/data/v59.0/sobjects/Lead/00Q5g0000004DS4EAM","query":"fields=Name","status":200,"codes":[]}""";
    private const string Nothing = """{"seq":3,"sim":"marketo","call":3,"method":"PUT","path":"/rest/v1/nothing.json","query":"","status":200,"codes":["610"]}""";

    private readonly string folder = Directory.CreateTempSubdirectory("coverage").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Calls_are_counted_by_operation_with_their_standing()
    {
        var (code, output, errors) = await RunAsync(Write("marketo.journal.jsonl", Sync, Read, Read, Nothing));

        (code, errors).Should().Be((ExitCode.Passed, ""));
        output[0].Should().Be("marketo: 4 calls of 3 operations: 2 proven, 1 unknown");
        output.Should().Contain("         2  proven      GET /rest/v1/leads.json");
        output.Should().Contain("         1  proven      POST /rest/v1/leads.json");
        output.Should().Contain("         1  unknown     PUT /rest/v1/nothing.json");
        output.Should().Contain("  codes answered: 1005 (1, proven), 610 (1, proven)");
    }

    [Fact]
    public async Task A_folder_gives_both_systems_and_json_has_parameters()
    {
        Write("marketo.journal.jsonl", Read);
        Write("salesforce.journal.jsonl", Row);

        var (code, output, _) = await RunAsync(folder, "json");

        code.Should().Be(ExitCode.Passed);
        using var json = JsonDocument.Parse(string.Join('\n', output));
        var operations = json.RootElement.GetProperty("operations").EnumerateArray().ToArray();
        operations.Select(operation => operation.GetProperty("operation").GetString()).Should().Equal("GET /rest/v1/leads.json", "GET /services/data/{version}/sobjects/{object}/{id}");
        operations[0].GetProperty("parameters").ToString().Should().Contain("filterType").And.NotContain("colour");
        operations[1].GetProperty("standing").GetString().Should().Be("proven");
    }

    [Theory]
    [InlineData("{\"lines\":[LINE],\"after\":1}")]
    [InlineData("{\n  \"lines\": [\n    LINE\n  ],\n  \"after\": 1\n}")]
    public async Task The_control_APIs_answer_is_read_from_standard_input(string answer)
    {
        var (code, output, _) = await RunAsync("-", input: answer.Replace("LINE", Sync, StringComparison.Ordinal));

        code.Should().Be(ExitCode.Passed);
        output[0].Should().StartWith("marketo: 1 calls of 1 operations");
    }

    [Theory]
    [InlineData("no JSON", "journal.jsonl:2: this is no JSON.*SIM.journal.jsonl*")]
    [InlineData("{\"seq\":1,\"sim\":\"marketo\",\"method\":\"GET\"}", "journal.jsonl:2: A line of the journal has no 'path'.*")]
    [InlineData("[1]", "journal.jsonl:2: A line of the journal has no 'sim'.*")]
    public async Task A_line_that_is_none_ends_with_code_2_and_its_place(string line, string message)
    {
        var (code, _, errors) = await RunAsync(Write("journal.jsonl", Sync, line));

        code.Should().Be(ExitCode.WrongInput);
        errors.Trim().Should().Match("*" + message);
    }

    [Fact]
    public async Task No_file_no_journal_in_a_folder_and_no_calls_end_with_code_2()
    {
        (await RunAsync(Path.Combine(folder, "absent"))).Should().Match<(int Code, string[] _, string Errors)>(run => run.Code == 2 && run.Errors.Contains("There is no file"));
        (await RunAsync(folder)).Should().Match<(int Code, string[] _, string Errors)>(run => run.Code == 2 && run.Errors.Contains("holds no journal"));
        (await RunAsync(Write("journal.jsonl"))).Should().Match<(int Code, string[] _, string Errors)>(run => run.Code == 2 && run.Errors.Contains("holds no calls"));
    }

    [Fact]
    public async Task A_running_simulator_is_asked_for_its_journal()
    {
        await using var sim = await RunningSim.StartAsync();
        await sim.SignInToMarketoAsync();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await sim.GetAsync(sim.Marketo + "/rest/v1/leads.json?filterType=id&filterValues=1");
        }

        var (code, output, errors) = await RunAsync(sim.Marketo);

        (code, errors).Should().Be((ExitCode.Passed, ""));
        output.Should().Contain("         3  proven      GET /rest/v1/leads.json");
        (await RunAsync(sim.Marketo + "/nowhere")).Errors.Should().Contain("Is sfmarketo sim running there?");
    }

    private static async Task<(int Code, string[] Output, string Errors)> RunAsync(string journal, string format = "text", string input = "")
    {
        using var reader = new StringReader(input);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CoverageCommand.RunAsync(journal, format, reader, output, errors, TestContext.Current.CancellationToken);
        return (code, output.ToString().ReplaceLineEndings("\n").Split('\n'), errors.ToString());
    }

    private string Write(string name, params string[] lines)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
