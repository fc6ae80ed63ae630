using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Tests.Harness.Scenarios;

/// <summary>Faults, crashes, networks and triggers as scenarios write them.</summary>
public sealed class PlayReadingTests
{
    [Fact]
    public void Triggers_and_actions_of_a_timeline_are_read()
    {
        var scenario = Read("""
            timeline:
              - { every: 10m, from: t+1h, until: t+2h, do: salesforce lead created, id: often }
              - { after: often, wait: 5m, do: engine killed, state: older, age: 10m, restart: 45s, id: death }
              - { after: death, do: engine stopped }
              - { when: { reached: marketo.606, is: ">= 1" }, do: limits changed, marketo: { callsPerDay: 900 }, salesforce: { concurrentLongRunning: 5 } }
              - { when: { count: salesforce Task, where: { Subject: Call }, is: ">= 3" }, do: faults off }
              - { when: { passage: send.before, nth: 17 }, do: engine killed, state: torn }
              - { at: t+1h, do: switches changed, salesforce: { soql.unordered: byId, auth.sessionSlides: false } }
              - { at: t+2h, do: engine clock jumps, by: -5m }
              - { at: t+3h, do: marketo tokens expire }
              - { at: t+3h, do: salesforce leads merged, with: { Title: Boss } }
              - { at: t+3h, do: marketo neighbour call, count: 5 }
            """).Timeline;

        Step("often").Trigger.Should().Be(new StepTrigger.Every(TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(2)));
        Step("death").Should().Match<TimelineStep>(step => step.Trigger!.Equals(new StepTrigger.After("often", TimeSpan.FromMinutes(5)))
            && step.Action!.Equals(new SystemAction.Kill(KeptState.Older, TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(45))));
        Of(BusinessEvent.EngineStopped).Action.Should().Be(new SystemAction.Stop(TimeSpan.FromSeconds(30)));
        Of(BusinessEvent.LimitsChanged).Trigger.Should().Be(new StepTrigger.Reached("marketo.606", new Comparison(">=", 1)));
        var limits = Of(BusinessEvent.LimitsChanged).Action.Should().BeOfType<SystemAction.Limits>().Which.To;
        (limits.Marketo.CallsPerDay, limits.Salesforce.ConcurrentLongRunning).Should().Be((900, 5));
        Of(BusinessEvent.FaultsOff).Trigger.Should().BeOfType<StepTrigger.Rows>().Which.Count.Is.Should().Be(new Comparison(">=", 3));
        Passage().Should().Be(new StepTrigger.Passage("send.before", 17));
        Of(BusinessEvent.SwitchesChanged).Action.Should().BeOfType<SystemAction.Switches>().Which.To.Salesforce.Select(one => one.Key + " " + one.Value).Should()
            .Equal("soql.unordered byId", "auth.sessionSlides off");
        Of(BusinessEvent.EngineClockJumps).Action.Should().Be(new SystemAction.ClockJump(TimeSpan.FromMinutes(-5)));

        TimelineStep Step(string id) => scenario.Single(step => step.Id == id);
        TimelineStep Of(BusinessEvent one) => scenario.Single(step => step.Do == one);
        StepTrigger? Passage() => scenario.Single(step => step.Do == BusinessEvent.EngineKilled && step.Id is null).Trigger;
    }

    [Fact]
    public void Faults_are_read_with_the_effect_as_the_control_api_takes_it()
    {
        var faults = Read("""
            timeline: [ { at: t+1m, do: salesforce lead created, id: x } ]
            faults:
              - id: storm
                match: { system: marketo, method: POST, path: /rest/v1/leads.json, nth: 3, probability: 10%, from: t+1h, until: t+4h }
                effect: { code: "606", latency: { p50: 1s, p99: 2s } }
                times: 5
              - { id: down, match: { system: salesforce }, effect: { status: 503 } }
            reached: [ fault.storm: ">= 1", step.x: 0, marketo.1004: 0, salesforce.UNABLE_TO_LOCK_ROW: 0, salesforce.503: ">= 1" ]
            """).Faults;

        faults[0].Should().Be(new ScenarioFault
        {
            Id = "storm",
            System = "marketo",
            Match = new FaultMatch { Method = "POST", Path = "/rest/v1/leads.json" },
            Nth = 3,
            Probability = 0.1,
            From = TimeSpan.FromHours(1),
            Until = TimeSpan.FromHours(4),
            Effect = """{"code":"606","latency":{"p50":"1s","p99":"2s"}}""",
            Times = 5,
            Line = faults[0].Line,
        });
        faults[1].Effect.Should().Be("""{"status":503}""");
    }

    [Fact]
    public void Networks_are_read_by_form_and_by_name()
    {
        var network = Read("""
            timeline: [ { at: t+1m, do: salesforce lead created } ]
            network:
              marketo: { latency: far, service: { constant: 50ms }, lost: { before: 0.1%, after: 0.2% }, duplicated: 1%, partitions: [ { from: t+1h, until: t+2h } ] }
              salesforce: { latency: { uniform: { from: 10ms, to: 90ms } }, service: { exponential: { mean: 60ms } } }
            """).Network;

        network.Marketo.Latency.Median.Should().Be(TimeSpan.FromMilliseconds(90));
        network.Marketo.Service.Should().Be(LatencyDistribution.Constant(TimeSpan.FromMilliseconds(50)));
        (network.Marketo.LostBefore, network.Marketo.LostAfter, network.Marketo.Duplicated).Should().Be((0.001, 0.002, 0.01));
        network.Marketo.Partitions.Should().Equal((TimeSpan.FromHours(1), TimeSpan.FromHours(2)));
        network.Salesforce.Latency.Should().Be(LatencyDistribution.Uniform(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(90)));
        network.Salesforce.Service.Should().Be(LatencyDistribution.Exponential(TimeSpan.FromMilliseconds(60)));
    }

    [Fact]
    public void Records_switches_and_people_at_work_are_read()
    {
        var scenario = Read("""
            org: { empty: true, records: [ { object: salesforce Lead, as: ada, with: { LastName: Ada }, linked: true } ] }
            switches: { salesforce: { soql.unordered: byId } }
            load: [ { name: others, does: marketo neighbour call, shape: [ keep_constant: 5 every 30s for 10m ] } ]
            timeline: [ { at: t+1m, do: salesforce lead edited, who: ada } ]
            expect: [ { who: ada, of: marketo person, with: { lastName: Ada } } ]
            """);

        scenario.Org.Records.Should().ContainSingle().Which.Should().Match<RecordShape>(record => record.As == "ada" && record.Linked && record.Object == ScenarioObject.Lead);
        scenario.Switches.Salesforce.Should().ContainSingle().Which.Value.Should().Be("byId");
        scenario.Load[0].Shape.Should().Equal(new LoadSegment.KeepConstant(5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10)));
    }

    private static Scenario Read(string body)
    {
        var reading = new ScenarioReader(StandardVocabulary.Instance).Read("scenarios/x.yaml", "version: 1\nname: x\nduration: 5h\n" + body);
        reading.Problems.Should().BeEmpty();
        return reading.Scenario!;
    }
}
