using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce REST API Developer Guide, sObject Get Updated; sObject Get Deleted")]
public sealed class ReplicationTests
{
    private const string FromThree = "start=2026-03-11T15:00:59Z&end=2026-03-11T15:31:30Z";

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/updated", "start", "end")]
    [SimulatorOnly]
    public async Task Updated_lists_created_and_changed_rows_once_and_not_deleted_ones()
    {
        await using var host = await OrgHost.StartAsync();
        var (changed, deleted) = (await host.CreateLead(), await host.CreateLead());
        await host.Call("PATCH", "sobjects/Lead/" + changed, """{"Phone":"1"}""");
        host.Org.DeleteRow(deleted, "test");
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        var answer = await host.Call("GET", "sobjects/Lead/updated/?" + FromThree);

        answer.Body.Should().Be($$"""{"ids":["{{changed}}"],"latestDateCovered":"2026-03-11T15:31:00.000+0000"}""");
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/deleted", "start", "end")]
    [SimulatorOnly]
    public async Task Deleted_lists_ids_with_their_dates()
    {
        await using var host = await OrgHost.StartAsync();
        var lead = await host.CreateLead();
        host.Org.DeleteRow(lead, "test");
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        var answer = await host.Call("GET", "sobjects/Lead/deleted?" + FromThree);

        answer.Body.Should().Be($$"""{"deletedRecords":[{"id":"{{lead}}","deletedDate":"2026-03-11T15:30:00.000+0000"}],"earliestDateAvailable":"2026-02-24T15:32:00.000+0000","latestDateCovered":"2026-03-11T15:31:00.000+0000"}""");
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/updated", "start", "end")]
    [Proves("GET /services/data/{version}/sobjects/{object}/deleted", "start", "end")]
    [SimulatorOnly]
    public async Task Undeleted_rows_are_updated_ones_and_no_longer_deleted_ones()
    {
        await using var host = await OrgHost.StartAsync();
        var lead = await host.CreateLead();
        host.Org.DeleteRow(lead, "test");
        host.Org.UndeleteRow(lead, "test");

        (await host.Call("GET", "sobjects/Lead/updated?" + FromThree))["ids"].GetArrayLength().Should().Be(1);
        (await host.Call("GET", "sobjects/Lead/deleted?" + FromThree))["deletedRecords"].GetArrayLength().Should().Be(0);
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/updated", "start", "end")]
    [SimulatorOnly("the instants are those of the clock that stands still")]
    public async Task What_is_covered_never_lies_after_now()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", "sobjects/Lead/updated?start=2026-03-11T15:00:00%2B00:00&end=2026-03-12T15:00:00%2B0000"))["latestDateCovered"].GetString().Should().Be("2026-03-11T15:30:00.000+0000");
    }

    [Theory]
    [InlineData("updated", "2026-03-11T15:30:10Z", "2026-03-11T15:30:50Z")]
    [InlineData("updated", "2026-03-11T15:31:00Z", "2026-03-11T15:30:00Z")]
    [InlineData("updated", "2026-02-01T00:00:00Z", "2026-03-11T15:30:00Z")]
    [InlineData("deleted", "2026-02-20T00:00:00Z", "2026-03-11T15:30:00Z")]
    [InlineData("deleted", "2026-03-11", "2026-03-11T15:30:00Z")]
    [Proves("GET /services/data/{version}/sobjects/{object}/updated", "start", "end")]
    [Proves("GET /services/data/{version}/sobjects/{object}/deleted", "start", "end")]
    [Proves("code INVALID_REPLICATION_DATE")]
    [SimulatorOnly("the instants are those of the clock that stands still")]
    public async Task Spans_that_are_too_short_too_old_or_no_instants_are_refused(string resource, string start, string end)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", $"sobjects/Lead/{resource}?start={start}&end={end}");

        answer.Status.Should().Be(400);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_REPLICATION_DATE");
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/deleted", "start", "end")]
    [Proves("switch replication.endAfterCovered")]
    [Proves("code INVALID_REPLICATION_DATE")]
    [Unverified]
    public async Task Deleted_past_what_is_covered_answers_or_fails_by_switch()
    {
        const string Path = "sobjects/Lead/deleted?start=2026-03-11T15:00:00Z&end=2026-03-12T00:00:00Z";
        await using var answers = await OrgHost.StartAsync();
        await using var fails = await OrgHost.StartAsync(new SalesforceSwitches { ReplicationEndAfterCoveredAnswers = false });

        (await answers.Call("GET", Path)).Status.Should().Be(200);
        (await fails.Call("GET", Path)).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_REPLICATION_DATE");
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/updated", "start", "end")]
    [Proves("code NOT_FOUND")]
    public async Task Objects_that_are_not_replicateable_are_not_found()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", "sobjects/User/updated?" + FromThree)).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }
}
