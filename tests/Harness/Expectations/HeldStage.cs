using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Expectations.OverTime;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Harness.Expectations;

/// <summary>One expectation over rows that a test changes minute by minute.</summary>
internal sealed class HeldStage
{
    private static readonly DateTimeOffset Start = ScenarioClock.Default.StartUtc;

    private readonly List<NamedRecord> named = [];
    private readonly Dictionary<string, DateTimeOffset> done = [];
    private readonly HeldJudge judge;
    private long seq;
    private DateTimeOffset now = Start;

    public HeldStage(string expectation, params (ScenarioObject Of, string Id, (string, object?)[] Fields)[] seeded)
    {
        foreach (var (of, id, fields) in seeded)
        {
            Records.Add(of, id, fields);
        }

        judge = new HeldJudge([Read(expectation)], Records, () => named, step => done.TryGetValue(step, out var at) ? at : null, Start);
    }

    public FakeRecords Records { get; } = new();

    public static Expectation Read(string expectation)
    {
        var reading = new ScenarioReader(StandardVocabulary.Instance).Read("x.yaml", $"""
            version: 1
            name: x
            duration: 5h
            timeline:
              - {"{"} at: t+1m, do: salesforce lead created, as: ada {"}"}
            expect:
              - {expectation}
            """);
        reading.Problems.Should().BeEmpty();
        return reading.Scenario!.Expect.Single();
    }

    /// <summary>So many minutes after the start.</summary>
    public HeldStage At(double minutes)
    {
        var to = Start.AddMinutes(minutes);
        judge.Pass(now, to);
        now = to;
        return this;
    }

    /// <summary>A row is made or changed now.</summary>
    public HeldStage Set(ScenarioObject of, string id, params (string Field, object? Value)[] fields)
    {
        // As in a simulator, the commit comes before the row can be read.
        Commit(of, id, "update");
        Records.Set(of, id, fields);
        return this;
    }

    public HeldStage Remove(ScenarioObject of, string id)
    {
        Commit(of, id, "delete");
        Records.Remove(of, id);
        return this;
    }

    public HeldStage Name(string name, ScenarioObject of, string id)
    {
        named.Add(new NamedRecord(name, of, id));
        return this;
    }

    public HeldStage Done(string step)
    {
        done[step] = now;
        return this;
    }

    public ExpectationResult Finish() => judge.Finish(now).Single();

    private void Commit(ScenarioObject of, string id, string op) =>
        judge.OnCommit(new CommitEntry(++seq, of.System, 0, Micros.From(now), of == ScenarioObject.Person ? "Person" : of.Name, id, op, Actor.Human, "test", []));
}
