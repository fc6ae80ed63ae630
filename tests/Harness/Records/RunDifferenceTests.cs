using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Records;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Harness.Records;

public sealed class RunDifferenceTests : IDisposable
{
    private static readonly CallEntry Call = new(1, "marketo", 1, 3, 4, "client", "GET", "/rest/v1/leads.json", "", 200, [], 5, 6, 7, null);
    private static readonly CommitEntry Commit = new(1, "salesforce", 0, 3, "Lead", "00Q1", "update", Actor.Human, "test", [new("Title", "CTO", "CEO")]);

    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;

    [Fact]
    public void Runs_with_the_same_records_do_not_differ()
    {
        Find(Run("one", Call, Commit), Run("other", Call, Commit)).Should().BeNull();
    }

    [Fact]
    public void The_first_differing_line_is_shown_around_the_column_in_which_it_differs()
    {
        var found = Find(
            Run("one", Call, Commit, Call with { Seq = 2, Path = "/rest/" + new string('a', 300) + "1" + new string('b', 300) }, Commit with { Id = "00Q2" }),
            Run("other", Call, Commit, Call with { Seq = 2, Path = "/rest/" + new string('a', 300) + "2" + new string('b', 300) }, Commit with { Id = "00Q3" }))!;

        found.File.Should().Be("marketo.journal.jsonl");
        found.Line.Should().Be(2);
        found.First.Should().Be("..." + new string('a', 50) + "1" + new string('b', 69) + "...");
        found.Second.Should().Be("..." + new string('a', 50) + "2" + new string('b', 69) + "...");
    }

    [Fact]
    public void What_the_run_came_by_first_is_found_first_whatever_the_names_of_the_files()
    {
        var found = Find(
            Run("one", Commit, Commit with { Seq = 2, Id = "00Q2" }, Call),
            Run("other", Commit, Commit with { Seq = 2, Id = "00Q3" }, Call with { Status = 500 }))!;

        (found.File, found.Line).Should().Be(("salesforce.commits.jsonl", 2L));
    }

    [Fact]
    public void Records_in_another_order_differ()
    {
        var found = Find(Run("one", Call, Commit), Run("other", Commit, Call))!;

        found.First.Should().StartWith("marketo.journal.jsonl:1 {");
        found.Second.Should().StartWith("salesforce.commits.jsonl:1 {");
    }

    [Fact]
    public void A_run_that_goes_on_differs_from_one_that_does_not()
    {
        var found = Find(Run("one", Call), Run("other", Call, Commit))!;

        (found.File, found.Line, found.First).Should().Be(("salesforce.commits.jsonl", 1L, null));
    }

    [Fact]
    public void Results_are_compared_when_the_records_are_the_same()
    {
        var (one, other) = (Run("one", Call), Run("other", Call));
        File.WriteAllText(Path.Combine(one, "result.json"), "{\n  \"deadLetters\": 1\n}\n");
        File.WriteAllText(Path.Combine(other, "result.json"), "{\n  \"deadLetters\": 2\n}\n");

        Find(one, other).Should().Be(new RunDifference("result.json", 2, 18, "  \"deadLetters\": 1", "  \"deadLetters\": 2"));
    }

    [Fact]
    public void A_folder_without_a_run_and_files_that_were_cut_say_so()
    {
        var cut = Run("one", Call, Call with { Seq = 2 });
        File.WriteAllText(Path.Combine(cut, "marketo.journal.jsonl"), "{}\n");

        FluentActions.Invoking(() => RunLines.Read(folder).Count()).Should().Throw<RecordException>().WithMessage("*has no order.txt*");
        FluentActions.Invoking(() => RunLines.Read(cut).Count()).Should().Throw<RecordException>().WithMessage("*marketo.journal.jsonl ends after 1 lines*");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static RunDifference? Find(string one, string other) => RunDifference.Find(one, other);

    private string Run(string name, params object[] records)
    {
        var directory = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        using var order = new RecordOrder(directory, new RunTally());
        using var marketo = new JsonLinesSink(directory, "marketo");
        using var salesforce = new JsonLinesSink(directory, "salesforce");
        foreach (var record in records)
        {
            switch (record)
            {
                case CallEntry call:
                    marketo.OnCall(call);
                    order.OnCall(call);
                    break;
                case CommitEntry commit:
                    salesforce.OnCommit(commit);
                    order.OnCommit(commit);
                    break;
            }
        }

        return directory;
    }
}
