using System.Text;
using SfMarketo.Harness.Records;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Harness.Records;

public sealed class RecordFolderTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("sfmarketo-records-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void Whatever_the_simulators_write_is_read_back()
    {
        var call = new CallEntry(1, "salesforce", 2, 10, 20, "sync@example.invalid", "PATCH", "/services/data/v59.0/composite/sobjects", "a=\u00fc&b=\"x\"", 200, ["UNABLE_TO_LOCK_ROW", "606"], 3, 40, 50, "storm") { Guidance = "rate limit: \"101st\" call" };
        var quiet = call with { Seq = 2, Call = 1, Client = "", Codes = [], Fault = null, Guidance = null };
        var commit = new CommitEntry(7, "salesforce", 2, 15, "Lead", "00Q5g0000004DS4EAM", "update", Actor.Rule, "Company \\ \u2028", [new("Text", null, "a\nb"), new("Flag", true, false), new("Whole", 3L, 4L), new("Part", 1.5m, null)]);
        var read = new DeliveredEntry(1, "salesforce", 12, [new("Lead", "00Q5g0000004DS4EAM", 7), new("Contact", "0035g0000004CvgAAE", 1)]);
        var message = new MessageEntry(1, "salesforce", 30, "Lead changed", 5, [new("04l1", "Lead", "00Q5g0000004DS4EAM", 7), new("04l2", "Lead", "00Q5g0000004DS5EAM", 0)], 2, "status", 503, 900);
        using (var sink = new JsonLinesSink(directory, "salesforce"))
        {
            sink.OnCall(call);
            sink.OnCall(quiet);
            sink.OnCommit(commit);
            sink.OnDelivered(read);
            sink.OnMessage(message);
        }

        var folder = Find();

        folder.Calls("salesforce").Should().BeEquivalentTo([call, quiet], options => options.WithStrictOrdering());
        folder.Commits("salesforce").Should().BeEquivalentTo([commit]);
        folder.Delivered("salesforce").Should().BeEquivalentTo([read]);
        folder.Messages("salesforce").Should().BeEquivalentTo([message]);
        folder.Messages("marketo").Should().BeEmpty();
    }

    [Fact]
    public void A_line_longer_than_a_block_is_read_whole()
    {
        var items = Enumerable.Range(0, 20_000).Select(i => new DeliveredItem("Person", $"{1_000 + i}", i)).ToList();
        using (var sink = new JsonLinesSink(directory, "marketo"))
        {
            sink.OnDelivered(new DeliveredEntry(1, "marketo", 5, items));
            sink.OnDelivered(new DeliveredEntry(2, "marketo", 6, [items[0]]));
            sink.OnDelivered(new DeliveredEntry(3, "marketo", 7, items));
        }

        var read = Find().Delivered("marketo").ToList();

        read.Select(line => line.Items.Count).Should().Equal(20_000, 1, 20_000);
        read[2].Items[^1].Should().Be(items[^1]);
    }

    [Fact]
    public void Lines_that_are_not_wanted_are_not_parsed()
    {
        Write("marketo.journal.jsonl", "not JSON at all\n" + Call(1) + "\n");

        Find().Calls("marketo", line => line.StartsWith("{"u8)).Should().ContainSingle().Which.Call.Should().Be(1);
    }

    [Theory]
    [InlineData("{\"seq\":2,\"sim\":\"mark", "the last line is cut off: the run did not end in order. Run the scenario again.")]
    [InlineData("{\"seq\":2,\"sim\":\"mark\n", "the line is damaged: it is no JSON. Was the file edited? Run the scenario again.")]
    [InlineData("\n", "the line is damaged: it is no JSON. Was the file edited? Run the scenario again.")]
    [InlineData("[1]\n", "the line is damaged: it is no JSON object. Was the file edited? Run the scenario again.")]
    [InlineData("{\"seq\":2}\n", "the line is damaged: it has no 'seq', 'sim' or 'call'. Was the file edited? Run the scenario again.")]
    [InlineData("{\"seq\":\"two\"}\n", "the line is damaged: a member has another type than docs/records.md says. Was the file edited? Run the scenario again.")]
    [InlineData("{\"seq\":2,\"codes\":7}\n", "the line is damaged: a list is missing. Was the file edited? Run the scenario again.")]
    public void A_damaged_line_is_named_with_its_file(string second, string problem)
    {
        Write("marketo.journal.jsonl", Call(1) + "\n" + second);

        var read = () => Find().Calls("marketo").ToList();

        var error = read.Should().Throw<RecordFormatException>().Which;
        error.Line.Should().Be(2);
        error.Message.Should().Be($"{Path.Combine(directory, "marketo.journal.jsonl")}:2: {problem}");
    }

    [Fact]
    public void A_cut_last_line_is_an_error_even_where_it_is_not_wanted()
    {
        Write("marketo.journal.jsonl", Call(1) + "\n{\"seq\":2");

        var read = () => Find().Calls("marketo", _ => false).ToList();

        read.Should().Throw<RecordFormatException>().WithMessage("*:2: the last line is cut off*");
    }

    [Fact]
    public void A_last_line_without_its_end_counts_when_it_is_whole()
    {
        Write("marketo.journal.jsonl", Call(1) + "\n" + Call(2));

        Find().Calls("marketo").Select(call => call.Call).Should().Equal(1, 2);
    }

    [Fact]
    public void Members_that_a_later_version_adds_are_passed_over()
    {
        Write("marketo.journal.jsonl", "{\"new\":{\"a\":[1,{}]},\"seq\":1,\"sim\":\"marketo\",\"call\":4,\"more\":[2]}\n");

        Find().Calls("marketo").Should().ContainSingle().Which.Call.Should().Be(4);
    }

    [Fact]
    public void The_only_run_in_a_folder_is_found()
    {
        var run = Directory.CreateDirectory(Path.Combine(directory, "a-run")).FullName;
        Directory.CreateDirectory(Path.Combine(directory, "something-else"));
        File.WriteAllText(Path.Combine(run, "salesforce.journal.jsonl"), "");

        Find().Path.Should().Be(run);
    }

    [Fact]
    public void Several_runs_are_named_so_that_one_can_be_chosen()
    {
        foreach (var name in new[] { "b", "a" })
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(directory, name)).FullName, "salesforce.journal.jsonl"), "");
        }

        RecordFolder.TryFind(directory, out _, out var problem).Should().BeFalse();

        problem.Should().Be($"The folder '{directory}' holds several runs: a, b. Name one of them.");
    }

    [Fact]
    public void A_folder_without_records_and_one_that_is_not_there_say_how_to_make_some()
    {
        RecordFolder.TryFind(directory, out _, out var empty).Should().BeFalse();
        RecordFolder.TryFind(Path.Combine(directory, "none"), out _, out var missing).Should().BeFalse();

        empty.Should().Contain("holds no records").And.Contain("sfmarketo run SCENARIO --out DIR");
        missing.Should().Contain("does not exist").And.Contain("sfmarketo run SCENARIO --out DIR");
    }

    private static string Call(int number) => $"{{\"seq\":{number},\"sim\":\"marketo\",\"call\":{number}}}";

    private RecordFolder Find() => RecordFolder.TryFind(directory, out var folder, out var problem) ? folder : throw new InvalidOperationException(problem);

    private void Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(directory, "marketo.journal.jsonl"), "");
        File.WriteAllText(Path.Combine(directory, file), text, new UTF8Encoding(false));
    }
}
