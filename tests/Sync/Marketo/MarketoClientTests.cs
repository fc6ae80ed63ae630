using System.Text;
using SfMarketo.Sync;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Tests.Sync.Marketo;

public sealed class MarketoClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_that_would_be_too_long_a_uri_goes_into_the_body()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Success("[]"));
        var values = Enumerable.Range(0, 300).Select(i => $"some.rather.long.name.{i}@example.com").ToArray();

        await bench.Client.GetLeadsByFilterAsync("email", values, "id", Lane.Mql, Cancel);

        var call = bench.Calls.Should().ContainSingle().Subject;
        call.Method.Should().Be("POST");
        call.Uri.PathAndQuery.Should().Be("/rest/v1/leads.json?_method=GET");
        call.Body.Should().StartWith("filterType=email&filterValues=some.rather.long.name.0%40example.com,");
    }

    [Fact]
    public async Task Leads_are_read_to_the_last_page_though_moreResult_is_missing()
    {
        using var bench = new MarketoBench(request => request.Uri.Query.Contains("nextPageToken", StringComparison.Ordinal)
            ? MarketoBench.Success("""[{"id":3}]""")
            : StubServer.Json("""{"success":true,"nextPageToken":"A=B","result":[{"id":1,"email":null},{"id":2}]}"""));

        var leads = await bench.Client.GetLeadsByFilterAsync("email", ["a@example.com"], "id,email", Lane.Mql, Cancel);

        leads.Value.Select(lead => lead["id"].AsNumber()).Should().Equal(1, 2, 3);
        bench.Calls.Last().Uri.Query.Should().EndWith("&nextPageToken=A%3DB");
    }

    [Fact]
    public async Task Each_record_of_a_sync_has_its_own_outcome()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Success(
            """[{"id":50,"status":"created"},{"status":"skipped","reasons":[{"code":"1007","message":"Multiple leads match"}]},{"id":51,"status":"updated"}]"""));

        var outcomes = (await bench.Client.SyncLeadsAsync("createOrUpdate", "email", [Lead(1), Lead(2), Lead(3)], Lane.Mql, Cancel)).Value;

        outcomes.Select(outcome => (outcome.Index, outcome.Status, outcome.Id, outcome.Created)).Should().Equal(
            (0, "created", "50", true), (1, "skipped", null, false), (2, "updated", "51", false));
        outcomes[1].Failure!.Value.Action.Should().Be(ErrorAction.ManyMatches);
        bench.Calls.Single().Body.Should().Be(
            """{"action":"createOrUpdate","lookupField":"email","input":[{"email":"é1@example.com"},{"email":"é2@example.com"},{"email":"é3@example.com"}]}""");
    }

    [Fact]
    public async Task A_status_that_was_reached_before_counts_as_done()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Success(
            """[{"seq":1,"status":"updated","leadId":1801},{"seq":0,"status":"skipped","reasons":[{"code":"1037","message":"Lead skipped because it is already in or past this status"}]}]"""));

        var outcomes = (await bench.Client.SetProgramMemberStatusAsync(7, "Influenced", [new(1800), new(1801)], Lane.Suppression, Cancel)).Value;

        outcomes.Should().OnlyContain(outcome => outcome.IsDone);
        outcomes[1].Id.Should().Be("1801", "results that say their place are put there");
    }

    [Fact]
    public async Task Lead_changes_and_new_leads_are_read_from_one_page()
    {
        using var bench = new MarketoBench(_ => StubServer.Json("""
            {"requestId":"a","result":[
             {"id":1078,"marketoGUID":"1078","leadId":775,"activityDate":"2014-09-17T22:31:49+0000","activityTypeId":13,
              "fields":[{"id":48,"name":"firstName","newValue":"B","oldValue":"A"},{"id":49,"name":"title","newValue":null}],
              "attributes":[{"name":"Reason","value":"Web service API"},{"name":"Source","value":"Web service API"},{"name":"Lead ID","value":775}]},
             {"id":12024682,"leadId":318581,"activityDate":"2015-03-17T00:18:41Z","activityTypeId":12,"primaryAttributeValueId":318581,"primaryAttributeValue":"A B",
              "attributes":[{"name":"Created Date","value":"2015-03-16"},{"name":"Source Type","value":"New lead"}]}],
             "success":true,"nextPageToken":"N","moreResult":true}
            """));

        var page = (await bench.Client.GetLeadChangesAsync("T", "firstName,title", Lane.Activities, Cancel)).Value;

        page.NextToken.Should().Be("N");
        page.More.Should().BeTrue();
        page.Rows[0].Fields.Should().Equal(new FieldChange("firstName", "A", "B"), new FieldChange("title", null, null));
        page.Rows[0].Source.Should().Be("Web service API");
        page.Rows[1].Should().BeEquivalentTo(new { MarketoGuid = "12024682", LeadId = new MarketoLeadId(318581), ActivityTypeId = 12, Source = "New lead" });
        page.Rows[1].Fields.Should().BeEmpty();
    }

    [Fact]
    public async Task An_activity_keeps_its_attributes_in_order_and_by_type()
    {
        using var bench = new MarketoBench(_ => StubServer.Json("""
            {"result":[{"id":102988,"marketoGUID":"x1","leadId":1,"activityDate":"2023-01-16T23:32:19Z","activityTypeId":11,"campaignId":8497,"primaryAttributeValueId":71,
             "primaryAttributeValue":"Mail","attributes":[{"name":"Link","value":"https://a"},{"name":"Is Mobile Device","value":false},{"name":"Choice","value":3}]}],
             "success":true,"nextPageToken":"N","moreResult":false}
            """));

        var activity = (await bench.Client.GetActivitiesAsync("T", [10, 11], Lane.Activities, Cancel)).Value.Rows.Single();

        activity.Should().BeEquivalentTo(new { MarketoGuid = "x1", TypeId = 11, CampaignId = 8497, PrimaryAttributeValueId = 71, PrimaryAttributeValue = "Mail" });
        activity.Attributes.Should().Equal(new Field("Link", "https://a"), new Field("Is Mobile Device", false), new Field("Choice", 3));
        bench.Calls.Single().Uri.Query.Should().StartWith("?activityTypeIds=10,11&batchSize=300&nextPageToken=T");
    }

    [Fact]
    public async Task A_call_without_an_answer_is_given_up_after_the_servers_own_timeout_and_leaves_the_write_in_doubt()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Success("[]"));
        await bench.Tokens.GetAsync(Cancel);
        bench.Server.Hold = new TaskCompletionSource().Task;

        var write = bench.Client.SyncLeadsAsync("createOrUpdate", "email", [Lead(1)], Lane.Mql, Cancel);
        bench.Clock.Advance(TimeSpan.FromSeconds(94));
        write.IsCompleted.Should().BeFalse("the server may take 90 s");
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        var failure = (await write).Failure;
        failure.Code.Should().Be(LocalCodes.Timeout);
        failure.Action.Should().Be(ErrorAction.Ambiguous);
    }

    [Fact]
    public async Task A_refused_connection_gives_token_and_permit_back_at_once()
    {
        using var bench = new MarketoBench(_ => throw new HttpRequestException(HttpRequestError.ConnectionError));
        await bench.Tokens.GetAsync(Cancel);

        var failure = (await bench.Client.SyncLeadsAsync("createOrUpdate", "email", [Lead(1)], Lane.Mql, Cancel)).Failure;

        failure.Action.Should().Be(ErrorAction.NotExecuted);
        bench.Budget.Sent.Should().Be(0);
        bench.Budget.Ledger.Calls.Should().Be(0);
    }

    [Fact]
    public async Task A_607_closes_the_budget()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Failed("607", "Daily quota reached"));

        var failure = (await bench.Client.GetLeadsByFilterAsync("id", ["1"], "id", Lane.Mql, Cancel)).Failure;

        failure.Action.Should().Be(ErrorAction.QuotaExhausted);
        bench.Budget.Ledger.Exhausted.Should().BeTrue();
    }

    [Fact]
    public void A_batch_says_its_exact_size_and_stops_at_the_byte_limit()
    {
        var batch = new MarketoBatch("createOrUpdate", "email");
        var record = new FieldBag { { "email", "a@example.com" }, { "note", new string('é', 5_000) } };
        while (batch.TryAdd(record))
        {
        }

        var expected = Encoding.UTF8.GetByteCount($$"""{"action":"createOrUpdate","lookupField":"email","input":[{{string.Join(',', Enumerable.Repeat($$"""{"email":"a@example.com","note":"{{new string('é', 5_000)}}"}""", batch.Count))}}]}""");
        batch.ByteCount.Should().Be(expected);
        batch.ByteCount.Should().BeInRange(MarketoBatch.MaxBytes - 10_100, MarketoBatch.MaxBytes);
        batch.Count.Should().Be(99, "of 10,039 bytes each, with its comma");
    }

    [Fact]
    public void A_batch_stops_at_300_records()
    {
        var batch = new MarketoBatch("createOrUpdate", "email");
        Enumerable.Range(0, 301).Count(i => batch.TryAdd(Lead(i))).Should().Be(300);
    }

    [Fact]
    public async Task More_than_one_call_can_hold_is_not_sent()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Success("[]"));
        var huge = new FieldBag { { "note", new string('x', MarketoBatch.MaxBytes) } };

        (await bench.Client.SyncLeadsAsync("createOrUpdate", "email", [huge], Lane.Mql, Cancel)).Failure.Action.Should().Be(ErrorAction.Split);
        bench.Calls.Should().BeEmpty();
    }

    private static FieldBag Lead(int number) => new() { { "email", $"é{number}@example.com" } };
}
