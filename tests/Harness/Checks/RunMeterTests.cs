using SfMarketo.Harness.Metrics;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class RunMeterTests
{
    private const string TheLead = "00Q5g0000000001EAA";
    private const string TheContact = "0035g0000000001AAA";

    [Fact]
    public void Each_flow_is_timed_from_the_humans_commit_to_the_engines()
    {
        var run = new HandMadeRun()
            .HumanCommit(0, "Lead", TheLead, "create", ("LastName", "Ann"))
            .EngineCommit(5, "Person", "7", "create", ("sfdcPersonId", TheLead))
            .HumanCommit(10, "Lead", TheLead, "update", ("FirstName", "A"))
            .HumanCommit(20, "Lead", TheLead, "update", ("FirstName", "Ann"), ("Rating", "Hot"))
            .EngineCommit(50, "Person", "7", "update", ("firstName", "Ann"))
            .HumanCommit(100, "Lead", TheLead, "convert", ("ConvertedContactId", TheContact))
            .EngineCommit(140, "Person", "7", "update", ("sfdcPersonId", TheContact), ("lifecycleStage", "SQL"))
            .RuleCommit(200, "Person", "8", "update", ("lifecycleStage", "MQL"))
            .EngineCommit(210, "Lead", "00QX", "create", ("MarketoPersonId__c", "8"));

        run.Measure().Flows.Where(flow => flow.Count > 0).Should().Equal(Timing("promotion", 40), Timing("mql", 10), Timing("field-sync", 30));
    }

    [Fact]
    public void Percentiles_are_nearest_ranks()
    {
        var run = new HandMadeRun();
        for (var i = 1; i <= 20; i++)
        {
            run.RuleCommit(1000 * i, "Person", "p" + i, "update", ("lifecycleStage", "MQL")).EngineCommit(1001 * i, "Lead", "l" + i, "create", ("MarketoPersonId__c", "p" + i));
        }

        run.Measure(30_000).Flows[1].Should().Be(new FlowTiming("mql", 20, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(19), TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void Calls_are_counted_by_endpoint_and_code()
    {
        var run = new HandMadeRun()
            .Marketo(0, path: "/rest/v1/lead/17.json").Marketo(1, path: "/rest/v1/lead/18.json", codes: "1004").Marketo(2, codes: "606")
            .Salesforce(3, path: $"/services/data/v59.0/sobjects/Lead/{TheLead}").Salesforce(3.05, path: "/services/data/v59.0/query/01g5g0000000001AAA-2000");

        var metrics = run.Measure();

        metrics.Calls.Should().Equal(
            new EndpointCount("marketo", "GET", "/rest/v1/lead/{id}.json", 2),
            new EndpointCount("marketo", "GET", "/rest/v1/leads.json", 1),
            new EndpointCount("salesforce", "GET", "/services/data/v59.0/query/{id}", 1),
            new EndpointCount("salesforce", "GET", "/services/data/v59.0/sobjects/Lead/{id}", 1));
        metrics.Codes.Should().Equal(new CodeCount("marketo", "1004", 1), new CodeCount("marketo", "606", 1));
        metrics.MarketoCalls.Should().Be(3);
        metrics.SalesforceCalls.Should().Be(2);
        metrics.SalesforceInFlightPeak.Should().Be(2);
    }

    private static FlowTiming Timing(string flow, int seconds)
    {
        var time = TimeSpan.FromSeconds(seconds);
        return new FlowTiming(flow, 1, time, time, time);
    }
}
