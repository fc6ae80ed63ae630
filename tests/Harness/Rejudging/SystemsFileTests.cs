using System.Reflection;
using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Records;
using SfMarketo.Harness.Rejudging;
using SfMarketo.Tests.Harness.Checks;

namespace SfMarketo.Tests.Harness.Rejudging;

public sealed class SystemsFileTests : IDisposable
{
    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("sfmarketo-").FullName, SystemsFile.End);

    [Fact]
    public void Both_systems_are_read_back_as_they_were_written()
    {
        var state = SystemsState.Empty(17) with
        {
            People = [With(HandMadeRun.Record("1", ("email", "ada@example.com"), ("leadScore", 50), ("unsubscribed", true), ("title", null), ("rate", 1.5m)), "email", "leadScore", "unsubscribed", "title", "rate")],
            Tasks = [With(HandMadeRun.Record("00T1", ("Subject", "Clicked \"it\"\n")), "Subject")],
            Lists = [new StateGroup("7", "Acquisition Suppression", new Dictionary<string, string?> { ["1"] = null })],
            Programs = [new StateGroup("8", "Spring Nurture", new Dictionary<string, string?> { ["1"] = "Member" })],
            Engine = EngineState.NotRead("the engine did not stop in order"),
        };

        SystemsFile.Write(path, state);
        var back = SystemsFileReader.Read(path);

        back.At.Should().Be(17);
        back.Engine!.Unread.Should().Be("the engine did not stop in order");
        var person = back.People.Should().ContainSingle().Subject;
        (person.Id, person.Live, person["email"], person["leadScore"], person["unsubscribed"], person["title"], person["rate"], person["other"]).Should().Be(("1", true, "ada@example.com", 50, true, null, 1.5m, null));
        back.Tasks.Should().ContainSingle().Which.Text("Subject").Should().Be("Clicked \"it\"\n");
        back.Lists.Should().BeEquivalentTo(state.Lists);
        back.Programs.Should().BeEquivalentTo(state.Programs);
    }

    [Fact]
    public void Every_list_of_the_state_is_written_and_read()
    {
        // Each list gets one record of its own name, whatever lists there will be.
        var lists = typeof(SystemsState).GetProperties().Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)).ToList();
        var state = SystemsState.Empty(1) with { };
        foreach (var list in lists)
        {
            object one = list.PropertyType == typeof(IReadOnlyList<StateRecord>)
                ? new[] { HandMadeRun.Record(list.Name) }
                : new[] { new StateGroup(list.Name, list.Name, new Dictionary<string, string?>()) };
            list.SetValue(state, one);
        }

        SystemsFile.Write(path, state);
        var back = SystemsFileReader.Read(path);

        lists.Should().HaveCountGreaterThan(10);
        foreach (var list in lists)
        {
            Ids(list, back).Should().Equal([list.Name], "{0} is in the file", list.Name);
        }
    }

    [Theory]
    [InlineData("{\"at\":1}\n{\"in\":\"people\",\"id\":\"1\",\"live\":true,\"fie", ":2: the line is damaged")]
    [InlineData("{\"at\":1}\n{\"in\":\"dragons\",\"id\":\"1\"}\n", ":2: the line is damaged")]
    [InlineData("", "is empty")]
    public void A_damaged_file_is_told_by_its_line(string text, string problem)
    {
        File.WriteAllText(path, text);

        FluentActions.Invoking(() => SystemsFileReader.Read(path)).Should().Throw<RecordException>().WithMessage($"*{problem}*");
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    private static StateRecord With(StateRecord record, params string[] fields) => new(record.Id, record.Live, field => record[field]) { Fields = fields };

    private static IEnumerable<string> Ids(PropertyInfo list, SystemsState state) => list.GetValue(state) switch
    {
        IReadOnlyList<StateRecord> records => records.Select(record => record.Id),
        IReadOnlyList<StateGroup> groups => groups.Select(group => group.Id),
        _ => [],
    };
}
