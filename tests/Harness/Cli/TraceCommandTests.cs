using System.Text.Json;
using SfMarketo.Cli;
using SfMarketo.Harness.Reports;
using SfMarketo.Tests.Harness.Reports;
using SfMarketo.Tests.Harness.Traces;

namespace SfMarketo.Tests.Harness.Cli;

public sealed class TraceCommandTests : IDisposable
{
    private const string Lead = "00Q5g0000004DS4EAM";

    private readonly HandMadeRecords run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void The_text_has_a_heading_and_a_row_for_each_event_in_160_columns()
    {
        Record();

        var (code, lines, errors) = Run("1051");

        (code, errors).Should().Be((ExitCode.Passed, ""));
        lines.Take(5).Should().Equal(
            $"Person 1051, Lead {Lead}",
            "  marketo    Person 1051: asked for",
            $"  salesforce Lead {Lead}: named by sfdcPersonId",
            "  e-mail     ada@example.com",
            "");
        lines.Should().Contain(line => line.StartsWith("07-01 12:05:00.000 t+5m00s", StringComparison.Ordinal) && line.Contains("human: lead created") && line.Contains("Lead create v1: Email ada@example.com"));
        lines.Should().Contain(line => line.StartsWith("07-01 12:05:41.000 t+5m41s", StringComparison.Ordinal) && line.Contains(" +41 s ") && line.Contains("#2 POST leads.json 200"));
        lines.Should().Contain(line => line.Contains("Status Open -> ") && line.Contains("lead edited"));
        string.Join(' ', lines.Select(line => line.Trim())).Should().Contain("no write followed");
        lines.Max(line => line.TrimEnd().Length).Should().BeLessThanOrEqualTo(160);
        string.Concat(lines).Should().NotContain("\u001b").And.NotContain("\u2026");
    }

    [Fact]
    public void Times_count_from_the_start_that_the_runs_result_has()
    {
        Record();
        ResultFile.Write(run.Directory, SampleResult.Passed with { Start = new DateTimeOffset(2026, 7, 1, 12, 3, 30, TimeSpan.Zero) });

        Run("1051").Lines.Should().Contain(line => line.StartsWith("07-01 12:05:00.000 t+1m30s", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_holds_members_events_fields_gaps_and_calls()
    {
        Record();

        var (code, lines, _) = Run("1051", "json");

        code.Should().Be(ExitCode.Passed);
        using var json = JsonDocument.Parse(string.Join('\n', lines));
        var life = json.RootElement.GetProperty("lives")[0];
        life.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("id").GetString()).Should().Equal("1051", Lead);
        var created = life.GetProperty("events")[1];
        created.GetProperty("tookMicros").GetInt64().Should().Be(41_000_000);
        created.GetProperty("fields").GetProperty("email")[1].GetString().Should().Be("ada@example.com");
        created.GetProperty("call").GetProperty("path").GetString().Should().Be("/rest/v1/leads.json");
    }

    [Fact]
    public void Somebody_unknown_ends_with_code_2_and_the_nearest_that_is_known()
    {
        Record();

        var (code, lines, errors) = Run("ada@example.org");

        code.Should().Be(ExitCode.WrongInput);
        lines.Should().Equal("");
        errors.Should().Contain("do not know 'ada@example.org'").And.Contain("Did you mean ada@example.com?");
    }

    [Fact]
    public void What_is_neither_id_nor_address_ends_with_code_2_and_says_what_is_wanted()
    {
        var (code, _, errors) = Run("ada");

        code.Should().Be(ExitCode.WrongInput);
        errors.Should().StartWith("'ada' is no id and no e-mail address. Write a Salesforce id of 15 or 18 characters");
    }

    [Fact]
    public void A_damaged_line_ends_with_code_2_and_is_named()
    {
        Record();
        run.Dispose(keep: true);
        File.AppendAllText(Path.Combine(run.Directory, "salesforce.commits.jsonl"), "{\"seq\":9,\"obj");

        var (code, _, errors) = Run("1051");

        code.Should().Be(ExitCode.WrongInput);
        errors.Should().Contain("salesforce.commits.jsonl:4: the last line is cut off");
    }

    private void Record()
    {
        run.Call(2, "marketo", "GET", "/identity/oauth/token");
        run.Human(300, "Lead", Lead, "create", "lead created", ("Email", null, "ada@example.com"), ("Company", null, new string('c', 200)));
        run.Write(341, "Person", "1051", "create", ("sfdcPersonId", null, Lead), ("email", null, "ada@example.com"));
        run.Write(350, "Lead", Lead, "update", ("MarketoPersonId__c", null, "1051"));
        run.Human(400, "Lead", Lead, "update", "lead edited", ("Status", "Open", "Working"));
    }

    private (int Code, string[] Lines, string Errors) Run(string key, string format = "text")
    {
        run.Dispose(keep: true);
        using var writer = new StringWriter();
        using var errors = new StringWriter();
        var code = TraceCommand.Run(key, run.Directory, withCompany: false, format, ConsoleOutput.Create(writer, redirected: true), errors);
        return (code, writer.ToString().ReplaceLineEndings("\n").Split('\n'), errors.ToString());
    }
}
