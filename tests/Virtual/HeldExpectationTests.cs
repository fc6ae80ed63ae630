using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Virtual;

/// <summary>Expectations over time in whole runs: engine, simulators and people on one clock.</summary>
public sealed class HeldExpectationTests
{
    private const string Start = """
        version: 1
        name: x
        duration: 2h
        org: { people: 20, accounts: 4, marketoOnly: 5 }
        timeline:
          - { at: t+5m, do: salesforce lead created, as: ada, with: { LastName: Lovelace, Email: ada@analytical.example } }
          - { at: t+30m, do: salesforce lead converted, who: ada }
          - { at: t+60m, do: salesforce contact edited, who: ada, with: { MobilePhone: "+1 312 555 0199" } }
        expect:
        """;

    [Fact]
    public async Task What_the_engine_does_in_time_holds()
    {
        var result = await PlayAsync("""
              - { count: marketo person, where: { email: ada@analytical.example }, is: 1, within: 5m, after: ada }
              - { count: marketo person, where: { email: ada@analytical.example }, is: "<= 1", hold: always }
              - { who: ada, of: marketo person, with: { mobilePhone: "+1 312 555 0199" }, within: 5m, from: t+1h }
              - { who: ada, of: marketo person, with: { lifecycleStage: SQL }, hold: never, until: t+30m }
              - { every: salesforce Contact, has: { exactly: 1, of: marketo person, with: { sfdcPersonId: $Id, email: $Email, mobilePhone: $MobilePhone } }, within: 5m }
              - { every: marketo person, where: { lifecycleStage: SQL }, has: { exactly: 1, of: marketo campaign request, with: { personId: $id } }, hold: eventually }
              - deadLetters: 0
            """);

        result.Expectations.SelectMany(one => one.Facts.Concat(one.Failures)).Should().BeEmpty();
        result.Expectations.Should().OnlyContain(one => one.Passed && one.Examined > 0);
        result.Replay.Should().Be("./sfmarketo run scenarios/x.yaml --seed 1");
        result.Folder.Should().BeNull();
    }

    [Fact]
    public async Task What_does_not_hold_says_since_when_and_shows_the_record()
    {
        var result = await PlayAsync("""
              - { who: ada, of: marketo person, with: { lifecycleStage: SQL }, hold: never }
              - { who: ada, of: marketo person, with: { mobilePhone: "+1 312 555 0199" }, hold: always, from: t+50m }
              - { count: marketo person, where: { email: ada@analytical.example }, is: 2, within: 5m, after: ada }
              - { every: salesforce Contact, has: { exactly: 1, of: marketo person, with: { sfdcPersonId: $Id, mobilePhone: $MobilePhone } }, within: 1s }
            """);

        result.Passed.Should().BeFalse();
        var (never, always, count, each) = (result.Expectations[0], result.Expectations[1], result.Expectations[2], result.Expectations[3]);
        never.Facts[0].Should().MatchRegex(@"^first true at 2026-03-03T12:3\d:\S+ \(t\+3\dm.*\): marketo person \d+ had it$");
        always.Facts[0].Should().StartWith("first false at 2026-03-03T12:50:00.000000Z (t+50m0s): marketo person").And.EndWith("not +1 312 555 0199");
        always.Facts[1].Should().Be("true again at the end");
        count.Facts.Should().Equal("not true by 2026-03-03T12:10:00.000000Z (t+10m0s)", "never true before", "last value: it is 1");
        each.Facts[0].Should().StartWith("first late at ");
        each.Failures.Should().NotBeEmpty();
        result.Expectations.Should().OnlyContain(one => one.Witness != null);
    }

    private static Task<RunResult> PlayAsync(string expect)
    {
        var reading = new ScenarioReader(StandardVocabulary.Instance).Read("scenarios/x.yaml", Start + "\n" + expect);
        reading.Problems.Should().BeEmpty();
        return new VirtualRunner().RunAsync(reading.Scenario!, new RunOptions(null, null, null), TestContext.Current.CancellationToken);
    }
}
