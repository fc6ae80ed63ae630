using SfMarketo.Cli;
using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Records;
using SfMarketo.Harness.Rejudging;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Harness.Cli;

public sealed class JudgeCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;

    [Fact]
    public void A_run_is_judged_by_what_it_was_to_keep()
    {
        Write(calls: 3, limit: 3);

        var (code, told, _) = Judge(folder);

        code.Should().Be(0);
        told.Should().StartWith("by-hand, seed 7, made by version 0.1.0: 3 records").And.Contain("1 checks held, 0 broken");
    }

    [Fact]
    public void A_broken_rule_is_told_with_its_first_cases()
    {
        Write(calls: 9, limit: 2);

        var (code, told, _) = Judge(folder);

        code.Should().Be(1);
        told.Should().Contain("2026-03-03T12:00:02.000000Z 3 calls in 20 s, limit 2 (calls 1, 3)").And.Contain("... and 2 more").And.Contain("0 checks held, 1 broken");
    }

    [Fact]
    public void A_folder_that_holds_no_run_or_a_part_of_one_says_what_is_missing()
    {
        Judge(folder).Should().Match<(int Code, string Told, string Errors)>(one => one.Code == 2 && one.Errors.Contains("holds no records"));

        Write(calls: 3, limit: 3);
        File.Delete(Path.Combine(folder, SystemsFile.End));
        Judge(folder).Should().Match<(int Code, string Told, string Errors)>(one => one.Code == 2 && one.Errors.Contains("end.jsonl is missing"));

        File.AppendAllText(Path.Combine(folder, RecordOrder.FileName), "j");
        Judge(folder).Should().Match<(int Code, string Told, string Errors)>(one => one.Code == 2 && one.Errors.Contains("marketo.journal.jsonl ends before order.txt does"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static (int Code, string Told, string Errors) Judge(string directory)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (JudgeCommand.Judge(directory, output, errors), output.ToString(), errors.ToString());
    }

    private void Write(int calls, int limit)
    {
        var settings = new CheckSettings { CallsPerWindow = limit };
        var start = Micros.From(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        new JudgeBrief("by-hand", 7, "0.1.0", [.. Judges.Catalog.Select(check => check.Id).Where(id => id != "A1")], settings).Write(folder);
        SystemsFile.Write(Path.Combine(folder, SystemsFile.Start), SystemsState.Empty(start));
        using (var order = new RecordOrder(folder, settings.Tally))
        using (var files = new JsonLinesSink(folder, "marketo"))
        {
            for (var call = 1; call <= calls; call++)
            {
                var at = start + (call - 1) * Micros.PerSecond;
                var entry = new CallEntry(call, "marketo", call, at, at + 1000, settings.MarketoClient, "GET", "/rest/v1/leads.json", "", 200, [], 0, 0, 0, null);
                files.OnCall(entry);
                order.OnCall(entry);
            }
        }

        SystemsFile.Write(Path.Combine(folder, SystemsFile.End), SystemsState.Empty(start + 3600 * Micros.PerSecond));
    }
}
