using SfMarketo.Harness.Reports;

namespace SfMarketo.Tests.Virtual;

/// <summary>Scenarios in which calls go wrong, at the systems and on the way.</summary>
public sealed class ScenarioFaultTests : IDisposable
{
    private const string Story = """
        duration: 1h
        org: { people: 20, accounts: 4, marketoOnly: 10 }
        load:
          - { name: edits, does: salesforce lead edited, shape: [ inject: 60/h for 50m ] }
          - { name: mqls, does: marketo person becomes mql, shape: [ inject: 10/h for 50m ] }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_fault_hits_the_calls_of_its_time_and_one_that_never_hit_is_a_warning()
    {
        var result = await Played.RunAsync(Story + """

            faults:
              - { id: storm, match: { system: marketo, method: POST, path: /rest/v1/leads.json, from: t+10m, until: t+30m }, effect: { code: "606" }, times: 2 }
              - { id: slow, match: { system: salesforce, nth: 3 }, effect: { latency: { p50: 1s, p99: 3s }, status: 503 } }
              - { id: nowhere, match: { system: marketo, path: /rest/v1/none.json }, effect: { lostAfter: true } }
            reached: [ fault.storm: 2, fault.slow: 1, fault.nowhere: 0, marketo.606: 2, salesforce.503: 1 ]
            """);

        result.ShouldPass();
        result.Warnings.Should().Equal("scenarios/x.yaml:11: the fault 'nowhere' never hit a call; no call fitted its match");
        result.Figures.Met.Should().Contain(("fault.storm", 2L));
    }

    [Fact]
    public async Task Faults_off_ends_rules_losses_and_partitions()
    {
        var result = await Played.RunAsync(Story + """

            network: { marketo: { partitions: [ { from: t+10m, until: t+1h } ] } }
            faults: [ { id: down, match: { system: salesforce, from: t+5m }, effect: { status: 503 } } ]
            timeline: [ { at: t+20m, do: faults off } ]
            reached: [ fault.down: ">= 1", network.lost: ">= 1" ]
            """, outDirectory: folder);

        result.ShouldPass();
        Journal("marketo").Should().NotContain(call => call > 601 && call < 1200, "nothing gets through a partition");
        Journal("marketo").Should().Contain(call => call > 1200 && call < 1800);
    }

    [Fact]
    public async Task Losses_and_duplicates_are_counted_marked_and_survived()
    {
        var result = await Played.RunAsync(Story + """

            network:
              marketo: { latency: near, service: { uniform: { from: 50ms, to: 300ms } }, lost: { before: 1%, after: 1% }, duplicated: 2% }
              salesforce: { latency: { constant: 30ms }, service: { exponential: { mean: 80ms } }, lost: { after: 1% } }
            reached: [ network.lost: ">= 5", network.duplicated: ">= 2" ]
            """, outDirectory: folder);

        result.ShouldPass();
        var marks = File.ReadAllText(Path.Combine(folder, "x", "marketo.journal.jsonl"));
        marks.Should().Contain("\"fault\":\"network.lost\"").And.Contain("\"fault\":\"network.repeated\"").And.Contain("\"fault\":\"network.duplicated\"");
    }

    [Theory]
    [InlineData("network: { marketo: { duplicated: 100% } }\nreached: [ network.duplicated: \">= 5\" ]")]
    [InlineData("faults: [ { id: twice, match: { system: marketo, path: /rest/v1/campaigns/2001/trigger.json }, effect: { duplicated: true } } ]\nreached: [ fault.twice: \">= 1\" ]")]
    public async Task A_campaign_request_that_the_way_delivers_twice_was_made_once(string twice)
    {
        var result = await Played.RunAsync(twice + """

            duration: 1h
            org: { people: 20, accounts: 4, marketoOnly: 5 }
            timeline:
              - { at: t+5m, do: salesforce lead created, as: ada, with: { LastName: Lovelace, Email: ada@analytical.example } }
              - { at: t+20m, do: salesforce lead converted, who: ada }
            expect:
              - { every: marketo person, where: { lifecycleStage: SQL }, has: { exactly: 1, of: marketo campaign request, with: { personId: $id } } }
              - { every: marketo person, where: { lifecycleStage: SQL }, has: { exactly: 1, of: marketo campaign request, with: { personId: $id } }, hold: eventually }
            """);

        result.Reached.Should().OnlyContain(one => one.Passed);
        result.Expectations.SelectMany(one => one.Failures).Should().BeEmpty();
        result.Expectations.Should().HaveCount(2).And.OnlyContain(one => one.Passed && one.Examined > 0);
        result.Checks.Should().ContainSingle(check => check.Id == "Q13").Which.Should().Match<CheckReport>(check => check.Passed && check.Examined > 0, "the engine sent each request once");
    }

    [Fact]
    public async Task A_step_comes_at_the_instant_of_the_record_it_waits_for()
    {
        var result = await Played.RunAsync(Story + """

            faults: [ { id: once, match: { system: marketo, nth: 20 }, effect: { code: "713" } } ]
            timeline:
              - { when: { reached: fault.once, is: 1 }, do: salesforce lead created, as: ada, id: met }
              - { when: { count: marketo person, where: { firstName: Zoe }, is: 1 }, do: marketo calls spent, count: 7, id: seen }
              - { after: ada, wait: 5m, do: salesforce lead edited, who: ada, with: { FirstName: Zoe } }
              - { every: 10m, from: t+5m, until: t+35m, do: salesforce lead created, id: often }
            reached: [ step.met: 1, step.ada: 1, step.seen: 1, step.often: 3 ]
            """);

        result.ShouldPass();
        result.Events.Should().Contain(one => one.Event == "marketo calls spent" && one.Done == 1);
    }

    [Fact]
    public async Task Neighbours_spend_the_window_and_make_real_606()
    {
        var result = await Played.RunAsync("""
            duration: 20m
            org: { people: 20, accounts: 4, marketoOnly: 10 }
            load:
              - { name: edits, does: salesforce lead edited, shape: [ inject: 60/h for 10m ] }
              - { name: mqls, does: marketo person becomes mql, shape: [ inject: 30/h for 10m ] }
              - { name: others, does: marketo neighbour call, shape: [ keep_constant: 60 every 10s for 10m ] }
              - { name: reports, does: salesforce neighbour call, shape: [ inject: 10/min for 10m ] }
            limits: { salesforce: { concurrentLongRunning: 5 } }
            switches: { salesforce: { soql.unordered: byId } }
            timeline: [ { at: t+12m, do: limits changed, marketo: { concurrentCalls: 8 } }, { at: t+13m, do: switches changed, salesforce: { limits.infoHeader: false } } ]
            reached: [ marketo.606: ">= 1", marketo.neighbourCalls: ">= 1000", salesforce.neighbourCalls: ">= 50" ]
            """);

        result.ShouldPass();
    }

    [Fact]
    public async Task Records_of_an_org_are_there_from_the_start_linked_and_named()
    {
        var result = await Played.RunAsync("""
            duration: 30m
            org:
              empty: true
              records:
                - { object: salesforce Account, as: acme, with: { Name: Acme, Industry: Technology } }
                - { object: salesforce Contact, as: ada, with: { LastName: Ada, Email: ada@example.com, AccountId: $acme }, linked: true }
                - { object: marketo person, as: bob, with: { email: bob@example.com, lastName: Bob, company: Bobs }, linked: true }
            timeline: [ { at: t+5m, do: salesforce contact edited, who: ada, with: { MobilePhone: "123" } } ]
            invariants: { skip: [A8] }
            expect:
              - { who: ada, of: marketo person, with: { mobilePhone: "123", email: ada@example.com } }
              - { who: bob, of: salesforce Lead, with: { LastName: Bob, Company: Bobs } }
              - { count: marketo person, is: 2 }
              - { count: marketo company, is: 1 }
            """);

        result.ShouldPass();
    }

    /// <summary>When the engine's calls arrived, in seconds of the run.</summary>
    private List<double> Journal(string sim)
    {
        List<double> calls = [];
        foreach (var line in File.ReadLines(Path.Combine(folder, "x", sim + ".journal.jsonl")))
        {
            using var entry = System.Text.Json.JsonDocument.Parse(line);
            calls.Add(DateTimeOffset.UnixEpoch.AddMicroseconds(entry.RootElement.GetProperty("at").GetInt64()).Subtract(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero)).TotalSeconds);
        }

        return calls;
    }
}
