using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.Workload;
using SfMarketo.Kernel.Recording;
using SfMarketo.Tests.Harness.OrgData;

namespace SfMarketo.Tests.Harness.Workload;

public sealed class WorkloadPlayerTests
{
    [Fact]
    public void A_timeline_happens_at_its_moments_to_the_records_that_it_names()
    {
        var systems = new TestSystems("""
            version: 1
            name: x
            duration: 1h
            org: { people: 10, accounts: 2, marketoOnly: 0 }
            timeline:
              - { at: t+20m, do: salesforce lead converted, who: ada }
              - { at: t+5m, do: salesforce lead created, as: ada, with: { FirstName: Ada, LastName: Lovelace, Email: ada@x.example } }
              - { at: t+10m, do: salesforce lead edited, who: ada, with: { Status: Working - Contacted } }
              - { at: t+30m, do: salesforce contact edited, who: ada, with: { MobilePhone: "123" } }
              - { at: t+31m, do: marketo person created, as: bob, with: { email: bob@x.example } }
              - { at: t+32m, do: marketo person scored, who: bob, with: { leadScore: 75 } }
              - { at: t+33m, do: marketo person becomes mql, who: bob }
              - { at: t+34m, do: marketo calls spent, count: 1_000 }
            expect:
              - { who: ada, of: salesforce Lead, with: { IsConverted: true, FirstName: Ada } }
              - { who: ada, of: salesforce Contact, with: { MobilePhone: "123", Email: ada@x.example } }
              - { who: bob, of: marketo person, with: { leadScore: 75, lifecycleStage: MQL } }
            """);

        var log = Play(systems);

        log.Missed.Should().BeEmpty();
        new ExpectationJudge(systems.Records, log.Named, 0).Judge(systems.Scenario.Expect).Should().OnlyContain(result => result.Passed);
        systems.Marketo.UsageToday.Should().Be(1_000);
        systems.Clock.Elapsed.Should().Be(TimeSpan.FromMinutes(34));

        var start = systems.Scenario.Clock.StartUtc;
        var ada = log.Named.Single(record => record.Name == "ada").Id;
        log.Story.WhenDone("ada").Should().Be(start.AddMinutes(5));
        log.Story.WhenDone("nobody").Should().BeNull();
        log.Story.LastTouch([ada], Micros.From(start.AddMinutes(19)))!.Value.ToString().Should().Be("scenarios/x.yaml:8: salesforce lead edited");
        log.Story.LastTouch([ada], Micros.From(start.AddMinutes(20)))!.Value.ToString().Should().Be("scenarios/x.yaml:6: salesforce lead converted");
        log.Story.InForceAt(Micros.From(start.AddMinutes(59)))!.Value.ToString().Should().Be("scenarios/x.yaml:13: marketo calls spent");
    }

    [Fact]
    public void A_step_whose_record_is_not_there_is_missed_and_said()
    {
        var systems = new TestSystems("""
            version: 1
            name: x
            duration: 1h
            org: { empty: true }
            timeline:
              - { at: t+5m, do: salesforce lead created, as: ada }
              - { at: t+6m, do: marketo person scored, who: ada }
              - { at: t+7m, do: salesforce contact edited }
              - { at: t+8m, do: salesforce lead created, with: { LastName: null } }
            """);

        var log = Play(systems);

        log.Missed.Should().HaveCount(3);
        log.Missed[0].Should().StartWith("scenarios/x.yaml:7: 'ada' (salesforce Lead 00Q").And.EndWith("is 0 records of marketo person at that moment, not 1");
        log.Missed[1].Should().Be("scenarios/x.yaml:8: no record fits 'salesforce contact edited'");
        log.Missed[2].Should().StartWith("scenarios/x.yaml:9: 'salesforce lead created' was refused: ");
    }

    [Fact]
    public void A_day_of_all_events_is_valid_from_the_first_to_the_last_and_one_seed_repeats_it()
    {
        var (first, second) = (new TestSystems(Day), new TestSystems(Day));

        var log = Play(first);
        Play(second);

        log.Missed.Should().BeEmpty();
        log.Events.Should().HaveCount(9).And.OnlyContain(count => count.Done > 5 && count.WithoutTarget == 0);
        Text(first).Should().Be(Text(second));
    }

    [Fact]
    public void A_load_that_never_finds_a_record_is_missed()
    {
        var systems = new TestSystems("""
            version: 1
            name: x
            duration: 1h
            org: { empty: true }
            load: [ { name: edits, does: salesforce contact edited, shape: [ inject: 1/min for 1h ] } ]
            """);

        Play(systems).Missed.Should().ContainSingle().Which.Should().StartWith("load 'edits' was due ").And.EndWith(" times and never found a record");
    }

    private const string Day = """
        version: 1
        name: x
        duration: 24h
        org: { people: 200, accounts: 30, marketoOnly: 100 }
        load:
          - { name: a, does: salesforce lead edited, shape: [ day_curve: 200/day ] }
          - { name: b, does: salesforce contact edited, shape: [ day_curve: 200/day ] }
          - { name: c, does: salesforce lead created, shape: [ day_curve: 50/day ] }
          - { name: d, does: salesforce lead converted, shape: [ day_curve: 30/day ] }
          - { name: e, does: marketo person created, shape: [ day_curve: 50/day ] }
          - { name: f, does: marketo person edited, shape: [ day_curve: 100/day ] }
          - { name: g, does: marketo person scored, shape: [ day_curve: 200/day ] }
          - { name: h, does: marketo person becomes mql, shape: [ day_curve: 30/day ] }
          - { name: i, does: marketo interesting moment, shape: [ day_curve: 50/day ] }
        """;

    /// <summary>Fires timer after timer on this thread: nothing here needs a pump, because nothing but timers continues the work.</summary>
    private static WorkloadLog Play(TestSystems systems)
    {
        var player = new WorkloadPlayer(systems.Scenario, systems.Marketo, systems.Salesforce, systems.Records, systems.Draws, systems.Clock);
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var play = player.PlayAsync(TestContext.Current.CancellationToken);
            while (systems.Clock.FireNext())
            {
            }

            play.IsCompletedSuccessfully.Should().BeTrue(play.Exception?.ToString());
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        return player.Log;
    }

    private static string Text(TestSystems systems) => string.Join('\n',
        systems.Records.Rows(ScenarioObject.Lead).Select(row => $"{row.Id} {row.Get("Name")} {row.Get("Status")} {row.Get("MobilePhone")} {row.Get("SystemModstamp")}")
            .Concat(systems.Records.Rows(ScenarioObject.Person).Select(row => $"{row.Id} {row.Get("lastName")} {row.Get("leadScore")} {row.Get("lifecycleStage")} {row.Get("updatedAt")}")));
}
