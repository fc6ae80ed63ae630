using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Query;

/// <summary>The query resources.</summary>
[Source("Salesforce REST API Developer Guide, Query; QueryAll")]
[SimulatorOnly("the org is filled from inside")]
public sealed class QueryTests : IAsyncLifetime
{
    private QueryOrg org = null!;

    public async ValueTask InitializeAsync() => org = await QueryOrg.StartAsync();

    public ValueTask DisposeAsync() => org.DisposeAsync();

    [Fact]
    [Proves("GET /services/data/{version}/query", "q")]
    public async Task Fields_come_in_schema_spelling_and_select_order_with_attributes_first()
    {
        var id = org.AddLead("Ann", new("MarketoPersonId__c", "7"), new("Lead_Score__c", 50));

        var answer = await org.Query("select lead_score__c, lastname, EMAIL, isconverted, id, createddate from lead");

        answer.Status.Should().Be(200);
        answer.Body.Should().Be(
            $$"""{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Lead","url":"/services/data/v59.0/sobjects/Lead/{{id}}"},"Lead_Score__c":50.0,"LastName":"Ann","Email":null,"IsConverted":false,"Id":"{{id}}","CreatedDate":"2026-03-11T15:30:00.000+0000"}]}""");
    }

    [Fact]
    [Proves("soql parent path")]
    public async Task Paths_with_one_parent_share_an_object_and_a_missing_parent_is_null()
    {
        var account = org.Org.CreateRow("Account", [new("Name", "Acme")], "test");
        org.Org.CreateRow("Contact", [new("LastName", "Ann"), new("AccountId", account)], "test");
        org.Org.CreateRow("Contact", [new("LastName", "Bob")], "test");

        var answer = await org.Query("SELECT Account.Name, LastName, Account.Id FROM Contact ORDER BY LastName");

        answer.Records.First().ToString().Should().EndWith(
            $$""","Account":{"attributes":{"type":"Account","url":"/services/data/v59.0/sobjects/Account/{{account}}"},"Name":"Acme","Id":"{{account}}"},"LastName":"Ann"}""");
        answer.Records.Last().ToString().Should().EndWith(""","Account":null,"LastName":"Bob"}""");
    }

    [Fact]
    [Proves("soql parent path")]
    public async Task A_polymorphic_parent_says_its_real_type()
    {
        var lead = org.AddLead("Ann");
        org.Org.CreateRow("Task", [new("Subject", "Call"), new("WhoId", lead)], "test");

        var answer = await org.Query("SELECT Who.Type, Who.Name FROM Task");

        answer.Records.Single().GetProperty("Who").ToString().Should().Be(
            $$"""{"attributes":{"type":"Lead","url":"/services/data/v59.0/sobjects/Lead/{{lead}}"},"Type":"Lead","Name":"Ann"}""");
    }

    [Fact]
    [Proves("soql COUNT()")]
    public async Task Count_answers_in_totalSize_without_records()
    {
        org.AddLead("Ann");
        org.AddLead("Bob");

        (await org.Query("SELECT COUNT() FROM Lead")).Body.Should().Be("""{"totalSize":2,"done":true,"records":[]}""");
        (await org.Query("SELECT count() FROM Lead LIMIT 1")).Body.Should().Be("""{"totalSize":1,"done":true,"records":[]}""");
    }

    [Fact]
    [Proves("GET /services/data/{version}/query/{locator}")]
    public async Task Pages_follow_nextRecordsUrl_and_totalSize_stays()
    {
        AddLeads(450);

        var first = await org.Query("SELECT LastName FROM Lead ORDER BY LastName", options: "batchSize=200");
        var second = await org.Get(first.Next!);
        var third = await org.Get(second.Next!);

        first.Next.Should().MatchRegex("^/services/data/v59.0/query/01g[0-9A-Za-z]{15}-200$");
        new[] { first, second, third }.Select(page => page.Json.GetProperty("totalSize").GetInt32()).Should().AllBeEquivalentTo(450);
        third.Json.GetProperty("done").GetBoolean().Should().BeTrue();
        third.Next.Should().BeNull();
        first.Records.Concat(second.Records).Concat(third.Records).Select(row => row.GetProperty("LastName").GetString()).Should().HaveCount(450).And.BeInAscendingOrder();
    }

    [Theory]
    [InlineData("batchSize=1", 200)]
    [InlineData("batchSize=500", 500)]
    [InlineData("batchSize=9999", 2000)]
    [InlineData(null, 2000)]
    [Proves("header Sforce-Query-Options")]
    public async Task A_page_has_200_to_2000_rows(string? options, int rows)
    {
        AddLeads(2001);

        (await org.Query("SELECT Id FROM Lead", options: options)).Records.Should().HaveCount(rows);
    }

    [Fact]
    [Proves("GET /services/data/{version}/query/{locator}")]
    public async Task A_cursor_keeps_its_rows_but_reads_values_late()
    {
        var ids = AddLeads(400);
        var first = await org.Query("SELECT LastName FROM Lead ORDER BY Id", options: "batchSize=200");
        org.AddLead("new");
        org.Org.UpdateRow(ids[399], [new("LastName", "changed")], "test");
        org.Org.DeleteRow(ids[398], "test");

        var second = await org.Get(first.Next!);

        second.Json.GetProperty("totalSize").GetInt32().Should().Be(400);
        second.Records.Should().HaveCount(199);
        second.Records.Last().GetProperty("LastName").GetString().Should().Be("changed");
        (await org.Get(first.Next!)).Body.Should().Be(second.Body, "a page can be read twice");
    }

    [Fact]
    [Proves("code INVALID_QUERY_LOCATOR")]
    [Proves("GET /services/data/{version}/query/{locator}")]
    public async Task A_locator_that_is_altered_old_or_another_users_is_refused()
    {
        AddLeads(201);
        var next = (await org.Query("SELECT Id FROM Lead", options: "batchSize=200")).Next!;
        const string refusal = """[{"message":"invalid query locator","errorCode":"INVALID_QUERY_LOCATOR"}]""";

        (await org.Get(next.Replace("-200", "-x", StringComparison.Ordinal))).Body.Should().Be(refusal);
        (await org.Get("/services/data/v59.0/query/01g000000000000AAA-200")).Body.Should().Be(refusal);
        (await org.Get(next, user: "other@example.invalid")).Body.Should().Be(refusal);
        (await org.Get(next.Replace("/query/", "/queryAll/", StringComparison.Ordinal))).Status.Should().Be(200, "both resources serve a locator");
        org.Clock.Advance(TimeSpan.FromDays(2));
        (await org.Get(next)).Should().Be(new QueryAnswer(400, refusal));
    }

    [Fact]
    [Proves("GET /services/data/{version}/queryAll", "q")]
    public async Task QueryAll_has_deleted_rows_and_query_by_id_has_not()
    {
        var id = org.AddLead("Ann");
        org.Org.DeleteRow(id, "test");
        var statement = $"SELECT Id, IsDeleted FROM Lead WHERE Id = '{id}'";

        (await org.Query(statement)).Json.GetProperty("totalSize").GetInt32().Should().Be(0);
        (await org.Query(statement, "queryAll")).Records.Single().GetProperty("IsDeleted").GetBoolean().Should().BeTrue();
    }

    [Fact]
    [Proves("soql ORDER BY")]
    [Proves("soql comparison")]
    public async Task More_rows_of_one_stamp_than_a_page_are_read_by_keyset()
    {
        AddLeads(2500);
        var first = await org.Query("SELECT Id, SystemModstamp FROM Lead WHERE SystemModstamp >= 2026-03-11T15:30:00Z ORDER BY SystemModstamp, Id LIMIT 2000");
        var last = first.Records.Last().GetProperty("Id").GetString();

        var second = await org.Query(
            $"SELECT Id FROM Lead WHERE (SystemModstamp = 2026-03-11T15:30:00Z AND Id > '{last}') OR SystemModstamp > 2026-03-11T15:30:00Z ORDER BY SystemModstamp, Id LIMIT 2000");

        second.Records.Should().HaveCount(500);
        second.Records.Concat(first.Records).Select(row => row.GetProperty("Id").GetString()).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("", "A query string has to be specified")]
    [InlineData("?q=", "SOQL statements cannot be empty or null")]
    [InlineData("?q=SELECT+Id+FROM+Lead+WHERE+CreatedDate+%3E+2020-03-17T21:04:32.000+0000", "line 1:63 no viable alternative at character ' '")]
    [Proves("code MALFORMED_QUERY")]
    public async Task A_bad_request_is_malformed(string query, string message)
    {
        var answer = await org.Get("/services/data/v59.0/query" + query);

        answer.Status.Should().Be(400);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be("MALFORMED_QUERY");
        answer.Json[0].GetProperty("message").GetString().Should().Be(message);
    }

    [Fact]
    [Proves("GET /services/data/{version}/query", "q")]
    public async Task Post_is_not_offered()
    {
        var answer = await org.Get("/services/data/v59.0/query", method: "POST");

        answer.Status.Should().Be(405);
        answer.Json[0].GetProperty("message").GetString().Should().StartWith("HTTP Method 'POST' not allowed. Allowed are ");
    }

    [Fact]
    public async Task Each_returned_row_is_in_the_records()
    {
        var id = org.AddLead("Ann");
        await org.Query("SELECT Id FROM Lead");

        org.Calls.Should().ContainSingle().Which.Records.Should().Be(1);
        org.Deliveries.Should().ContainSingle().Which.Items.Should().ContainSingle()
            .Which.Should().Match<Kernel.Recording.DeliveredItem>(item => item.Object == "Lead" && item.Id == id && item.Version == org.Org.Find(id)!.Version);
    }

    private List<string> AddLeads(int count) => [.. Enumerable.Range(0, count).Select(i => org.AddLead($"x{i:0000}"))];
}
