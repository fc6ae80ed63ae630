using NodaTime;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Tests.Harness.Scenarios;

public sealed class ScenarioReaderTests
{
    private static readonly ScenarioReader Reader = new(StandardVocabulary.Instance);

    [Fact]
    public void Six_lines_are_a_scenario()
    {
        var scenario = Read("""
            version: 1
            name: x
            duration: 90m
            timeline:
              - at: t+10m
                do: salesforce lead created
            """);

        scenario.Duration.Should().Be(TimeSpan.FromMinutes(90));
        scenario.Clock.StartUtc.Should().Be(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        scenario.Org.People.Should().Be(200);
        scenario.Timeline.Should().ContainSingle().Which.At.Should().Be(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void Every_section_is_read()
    {
        var scenario = Read("""
            version: 1
            name: x
            why: |
              To show it.
            tags: [slow, quota]
            clock: { start: "2026-03-07T22:00:00", zone: Europe/Berlin }
            duration: 2d
            seed: 18446744073709551615
            org: { people: 2_000, accounts: 300, linked: 97.5%, contacts: 40%, marketoOnly: 500, locale: de, duplicates: 1%, assignment: { rule: Round robin, owners: 3 } }
            limits:
              marketo: { callsPerWindow: 50, windowSeconds: 10, concurrentCalls: 5, callsPerDay: 1000, callsSpentToday: 900 }
              salesforce: { requestsPerDay: 5000, requestsSpent: 10 }
            network:
              marketo: { latency: { p50: 40ms, p99: 200ms }, service: { p50: 0s, p99: 0s } }
            engine: { exclusive: true, recordsPerCall: 5, poll: { salesforce: 30s, marketo: 35s }, flush: { age: 1.5s } }
            load:
              - name: edits
                does: salesforce lead edited
                shape: [inject: 20/min for 10m, ramping_inject: 20/min to 200/min over 15m, inject_random: 40..120/min for 10m, pause: 30m, day_curve: 1500/day]
            timeline:
              - { at: "22:30", do: marketo calls spent, count: 50 }
              - { at: t+5m, do: salesforce lead created, as: ada, with: { FirstName: Ada, Lead_Score__c: 75, Phone: 0123, Title: "42", Email: null, HasOptedOutOfEmail: true } }
            expect:
              - { every: salesforce Lead, where: { IsConverted: true, Email: { not: null } }, has: { exactly: 1, of: marketo person, with: { sfdcPersonId: $ConvertedContactId } } }
              - { count: salesforce Lead, is: ">= 10" }
              - { who: ada, of: marketo person, with: { leadScore: { min: 10, max: 90 } } }
              - deadLetters: 0
            reached: [ marketo.inFlight: ">= 10", mqls: 3 ]
            invariants: { skip: [Q1] }
            """);

        scenario.Why.Should().Be("To show it.");
        scenario.Clock.Zone.Id.Should().Be("Europe/Berlin");
        scenario.Clock.StartUtc.Should().Be(new DateTimeOffset(2026, 3, 7, 21, 0, 0, TimeSpan.Zero));
        scenario.Seed.Should().Be(ulong.MaxValue);
        scenario.Org.Should().Be(new OrgShape
        {
            People = 2000,
            Accounts = 300,
            Linked = 0.975,
            Contacts = 0.4,
            MarketoOnly = 500,
            Locale = "de",
            Duplicates = 0.01,
            Assignment = new AssignmentShape("Round robin", 3),
        });
        scenario.Limits.Marketo.CallsSpentToday.Should().Be(900);
        scenario.Limits.Salesforce.RequestsPerDay.Should().Be(5000);
        scenario.Network.Marketo.Latency.P99.Should().Be(TimeSpan.FromMilliseconds(200));
        scenario.Network.Marketo.Service.Should().Be(LatencyDistribution.None);
        scenario.Network.Salesforce.Service.Median.Should().Be(TimeSpan.FromMilliseconds(60));
        scenario.Engine.Should().Be(new EngineOptions
        {
            Exclusive = true,
            RecordsPerCall = 5,
            SalesforcePoll = TimeSpan.FromSeconds(30),
            MarketoPoll = TimeSpan.FromSeconds(35),
            FlushAge = TimeSpan.FromSeconds(1.5),
        });
        scenario.Load.Should().ContainSingle().Which.Shape.Should().Equal(
            new LoadSegment.Inject(20 / 60.0, TimeSpan.FromMinutes(10)),
            new LoadSegment.RampingInject(20 / 60.0, 200 / 60.0, TimeSpan.FromMinutes(15)),
            new LoadSegment.InjectRandom(40 / 60.0, 120 / 60.0, TimeSpan.FromMinutes(10)),
            new LoadSegment.Pause(TimeSpan.FromMinutes(30)),
            new LoadSegment.DayCurve(1500, TimeSpan.FromDays(2) - TimeSpan.FromMinutes(65)));
        scenario.Timeline.Select(step => step.At.TotalMinutes).Should().Equal(5, 30);
        scenario.Timeline[0].With.Select(pair => pair.Value).Should().Equal("Ada", 75L, "0123", "42", null, true);
        var every = scenario.Expect[0].Should().BeOfType<Expectation.Every>().Subject;
        every.Where.Should().Equal(new FieldTest("IsConverted", new ValueTest.Is("true")), new FieldTest("Email", new ValueTest.Not(null)));
        every.With.Should().Equal(new FieldTest("sfdcPersonId", new ValueTest.Same("ConvertedContactId")));
        scenario.Expect[1].Should().BeOfType<Expectation.Count>().Which.Is.Should().Be(new Comparison(">=", 10));
        scenario.Expect[2].Should().BeOfType<Expectation.Named>().Which.With.Should().Equal(new FieldTest("leadScore", new ValueTest.Between(10, 90)));
        scenario.Reached.Should().Equal(new ReachedGoal("marketo.inFlight", new Comparison(">=", 10), 28), new ReachedGoal("mqls", new Comparison("==", 3), 28));
        scenario.SkippedInvariants.Should().Equal("Q1");
    }

    [Fact]
    public void The_newer_keys_of_org_and_engine_are_read()
    {
        var scenario = Read("""
            version: 1
            name: x
            duration: 1h
            org: { opportunities: 12, nurtured: 25%, outboundMessages: true, taskExternalId: false }
            engine: { dialect: seed, refreshTokenBefore: 5m, reengagementDelay: 2h, suppressBy: delete, durability: full }
            timeline:
              - { at: t+1m, do: salesforce account created, as: acme, with: { Name: Acme } }
              - { at: t+2m, do: salesforce contact created, with: { LastName: B, AccountId: $acme } }
              - { at: t+3m, do: marketo mailing sent, count: 40 }
              - { at: t+4m, do: outbound messages lost }
            """);

        scenario.Org.Should().Be(new OrgShape { Opportunities = 12, Nurtured = 0.25, OutboundMessages = true, TaskExternalId = false });
        scenario.Engine.Should().Be(new EngineOptions
        {
            SeedDialect = true,
            RefreshTokenBefore = TimeSpan.FromMinutes(5),
            ReengagementDelay = TimeSpan.FromHours(2),
            SuppressByDelete = true,
            IsDurable = true,
        });
        scenario.Timeline[1].With[1].Value.Should().Be("$acme");
        scenario.Timeline[2].Count.Should().Be(40);
        scenario.Timeline[3].Do.Should().Be(BusinessEvent.OutboundMessagesLost);
    }

    [Fact]
    public void Thresholds_are_read_with_their_spans()
    {
        var scenario = Read("""
            version: 1
            name: x
            clock: { start: "2026-03-03T06:00:00", zone: America/Chicago }
            duration: 24h
            timeline: [ { at: t+1h, do: salesforce lead created } ]
            thresholds:
              - lag.mql: "p(95) <= 65s"
              - { lag.mql: "p(99.5)<25s", between: ["09:00", "17:00"] }
              - { lag.field-sync: max < 5m, from: t+1h, to: "12:00", orNone: true }
            """);

        scenario.Thresholds.Should().Equal(
            new Threshold("lag.mql", new LagLimit(95, true, TimeSpan.FromSeconds(65)), null, false, 7),
            new Threshold("lag.mql", new LagLimit(99.5, false, TimeSpan.FromSeconds(25)), new ThresholdSpan(null, null, new DailyHours(new LocalTime(9, 0), new LocalTime(17, 0))), false, 8),
            new Threshold("lag.field-sync", new LagLimit(100, false, TimeSpan.FromMinutes(5)), new ThresholdSpan(TimeSpan.FromHours(1), TimeSpan.FromHours(6), null), true, 9));
        scenario.Thresholds.Select(one => one.ToString()).Should().Equal(
            "lag.mql p(95) <= 65s", "lag.mql p(99.5) < 25s between 09:00 and 17:00", "lag.field-sync max < 5m from t+1h to t+6h");
    }

    [Fact]
    public void A_time_of_day_is_the_next_one_in_the_zone_even_over_the_change_to_summer_time()
    {
        var scenario = Read("""
            version: 1
            name: x
            clock: { start: "2026-03-07T23:00:00", zone: America/Chicago }
            duration: 24h
            timeline: [ { at: "04:00", do: salesforce lead created } ]
            """);

        scenario.Timeline[0].At.Should().Be(TimeSpan.FromHours(4));
    }

    [Fact]
    public void Expectations_may_say_when_they_hold()
    {
        var expect = Read("""
            version: 1
            name: x
            duration: 5h
            clock: { start: "2026-03-03T06:00:00", zone: America/Chicago }
            timeline:
              - { at: t+1m, do: salesforce lead created, as: ada }
            expect:
              - { count: salesforce Lead, is: 1, hold: end }
              - { count: salesforce Lead, is: 1, hold: always, from: t+1h, until: "08:30" }
              - { who: ada, of: salesforce Lead, with: { Email: null }, hold: never, after: ada }
              - { every: salesforce Lead, has: { with: { Email: null } }, hold: eventually }
              - { every: salesforce Lead, has: { with: { Email: null } }, within: 30m }
              - { count: salesforce Lead, is: 1, within: 30m, from: t+2h }
              - { deadLetters: 0, hold: end }
            """).Expect;

        expect.Select(one => one.Held).Should().Equal(
            HoldSpan.AtEnd,
            new HoldSpan(Hold.Always) { From = TimeSpan.FromHours(1), Until = TimeSpan.FromHours(2.5) },
            new HoldSpan(Hold.Never) { After = "ada" },
            new HoldSpan(Hold.Eventually),
            new HoldSpan(Hold.Within) { Within = TimeSpan.FromMinutes(30) },
            new HoldSpan(Hold.Within) { Within = TimeSpan.FromMinutes(30), From = TimeSpan.FromHours(2) },
            HoldSpan.AtEnd);
        expect.Select(one => one.Held.ToString()).Should().Equal("", ", always from t+1h until t+150m", ", never after 'ada'", ", at some time", ", each within 30m", ", within 30m from t+2h", "");
    }

    [Fact]
    public void An_anchor_is_read_wherever_it_is_used()
    {
        var scenario = Read("""
            version: 1
            name: x
            duration: 1h
            network:
              marketo: { latency: &near { p50: 1ms, p99: 2ms } }
              salesforce: { latency: *near }
            timeline: [ { at: t+1m, do: salesforce lead created } ]
            """);

        scenario.Network.Salesforce.Latency.Should().Be(scenario.Network.Marketo.Latency);
    }

    [Theory]
    [InlineData("250ms", 250)]
    [InlineData("1.2s", 1_200)]
    [InlineData("5m", 300_000)]
    [InlineData("1_000s", 1_000_000)]
    [InlineData("2d", 172_800_000)]
    public void Durations_have_units(string text, int milliseconds) =>
        Read($"version: 1\nname: x\nduration: {text}\ntimeline: [{{at: t+1ms, do: salesforce lead created}}]\n").Duration.TotalMilliseconds.Should().Be(milliseconds);

    private static Scenario Read(string yaml)
    {
        var reading = Reader.Read("scenarios/x.yaml", yaml);
        reading.Problems.Should().BeEmpty();
        return reading.Scenario!;
    }
}
