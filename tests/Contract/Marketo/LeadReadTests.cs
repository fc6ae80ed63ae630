using System.Text.Json;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Leads")]
public sealed class LeadReadTests
{
    private const string Leads = "/rest/v1/leads.json";

    [Fact]
    [Proves("GET /rest/v1/lead/{leadId}.json")]
    public async Task By_id_gives_the_six_default_fields()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var person = (await marketo.GetAsync($"/rest/v1/lead/{id}.json")).Result().Single();

        person.ToString().Should().MatchRegex($$"""^\{"id":{{id}},"email":"a@example\.invalid","updatedAt":"[^"]+Z","createdAt":"[^"]+Z","firstName":null,"lastName":null}$""");
    }

    [Theory]
    [InlineData(LeadByIdMissing.Error)]
    [InlineData(LeadByIdMissing.Empty)]
    [Proves("GET /rest/v1/lead/{leadId}.json")]
    [Proves("switch lead.byIdMissing")]
    [Proves("code 1004")]
    [Unverified]
    public async Task Switch_lead_byIdMissing(LeadByIdMissing setting)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadByIdMissing = setting });

        var answer = await marketo.GetAsync("/rest/v1/lead/77.json");

        if (setting == LeadByIdMissing.Error)
        {
            answer.ShouldFail("1004", "Lead '77' not found");
        }
        else
        {
            answer.Result().Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData(NullFields.Explicit, true)]
    [InlineData(NullFields.Omit, false)]
    [Proves("GET /rest/v1/lead/{leadId}.json", "fields")]
    [Proves("switch lead.nullFields")]
    [Unverified]
    public async Task Switch_lead_nullFields(NullFields setting, bool written)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadNullFields = setting });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        (await marketo.GetAsync($"/rest/v1/lead/{id}.json?fields=company")).Result().Single().TryGetProperty("company", out _).Should().Be(written);
    }

    [Fact]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues", "fields")]
    public async Task Values_come_in_their_types()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var created = await marketo.PostAsync(Leads, """
            {"input":[{"email":"a@example.invalid","leadScore":7,"annualRevenue":1604.47,"unsubscribed":true,"dateOfBirth":"1990-05-07","firstName":"Žofie \"Z\""}]}
            """);

        var person = (await marketo.GetAsync(Leads + "?filterType=email&filterValues=A@example.invalid&fields=leadScore,annualRevenue,unsubscribed&fields=dateOfBirth,firstName,doNotCall"))
            .Result().Single();

        person.ToString().Should().Be($$"""{"id":{{created.Result().Single().Id()}},"leadScore":7,"annualRevenue":1604.47,"unsubscribed":true,"dateOfBirth":"1990-05-07","firstName":"Žofie \"Z\"","doNotCall":false}""");
    }

    [Fact]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues", "fields")]
    [Proves("code 1006")]
    public async Task An_unknown_field_is_1006()
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.GetAsync(Leads + "?filterType=id&filterValues=1&fields=email,nonsense")).ShouldFail("1006", "Field 'nonsense' not found");
    }

    [Theory]
    [InlineData("filterType=createdAt&filterValues=x", "1011", "Lookup field 'createdAt' not supported")]
    [InlineData("filterType=updatedAt&filterValues=x", "1011", "Lookup field 'updatedAt' not supported")]
    [InlineData("filterValues=x", "1002", "Missing value for the required parameter 'filterType'")]
    [InlineData("filterType=email", "1002", "Missing value for the required parameter 'filterValues'")]
    [InlineData("filterType=email&filterValues=", "1002", "Missing value for the required parameter 'filterValues'")]
    [InlineData("filterType=id&filterValues=abc", "1001", "Invalid value 'abc'. Required of type 'Integer'")]
    [InlineData("filterType=id&filterValues=1&batchSize=many", "1001", "Invalid value 'many'. Required of type 'Integer'")]
    [InlineData("filterType=id&filterValues=1&nextPageToken=ABC", "1003", null)]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues", "batchSize", "nextPageToken")]
    [Proves("code 1001")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1011")]
    public async Task A_bad_filter_fails_the_call(string query, string code, string? text)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.VendorForms);

        (await marketo.GetAsync(Leads + "?" + query)).ShouldFail(code, text);
    }

    [Fact]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues")]
    public async Task No_match_is_an_empty_result()
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.GetAsync(Leads + "?filterType=email&filterValues=nobody@example.invalid")).Result().Should().BeEmpty();
    }

    [Fact]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues")]
    public async Task One_value_may_give_several_people_and_dead_ones_are_not_found()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync("a@example.invalid", "a@example.invalid", "a@example.invalid");
        await marketo.PostAsync($"/rest/v1/leads/delete.json?id={ids[1]}", "");

        var found = await marketo.GetAsync(Leads + "?filterType=email&filterValues=a@example.invalid,A@EXAMPLE.INVALID");

        found.Result().Select(person => person.Id()).Should().Equal(ids[0], ids[2]);
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues")]
    public async Task A_query_takes_300_values(int values, bool taken)
    {
        await using var marketo = await MarketoHost.StartAsync();

        var answer = await marketo.GetAsync(Leads + "?filterType=id&filterValues=" + string.Join(',', Enumerable.Range(1, values)));

        answer.GetProperty("success").GetBoolean().Should().Be(taken);
    }

    [Fact]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues", "fields", "nextPageToken")]
    [Proves("code 1003")]
    public async Task A_thousand_matches_come_in_pages_and_one_more_is_1003()
    {
        await using var marketo = await MarketoHost.StartAsync();
        for (var batch = 0; batch < 4; batch++)
        {
            await marketo.CreateAsync([.. Enumerable.Repeat("a@example.invalid", 250)]);
        }

        var query = Leads + "?filterType=email&filterValues=a@example.invalid&fields=id";
        var seen = new List<int>();
        var pages = 0;
        string? token = "";
        while (token is not null)
        {
            var page = await marketo.GetAsync(query + (token.Length == 0 ? "" : "&nextPageToken=" + Uri.EscapeDataString(token)));
            seen.AddRange(page.Result().Select(person => person.Id()));
            token = page.TryGetProperty("nextPageToken", out var next) ? next.GetString() : null;
            pages++;
        }

        pages.Should().Be(4);
        seen.Should().HaveCount(1000).And.OnlyHaveUniqueItems().And.BeInAscendingOrder();
        await marketo.CreateAsync("a@example.invalid");
        (await marketo.GetAsync(query)).ShouldFail("1003", "Too many results match the filter");
    }

    [Theory]
    [InlineData(OverMax.Clamp, true)]
    [InlineData(OverMax.Error, false)]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues", "batchSize")]
    [Proves("switch paging.overMax")]
    [Unverified]
    public async Task Switch_paging_overMax(OverMax setting, bool taken)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { PagingOverMax = setting });

        (await marketo.GetAsync(Leads + "?filterType=id&filterValues=1&batchSize=301")).GetProperty("success").GetBoolean().Should().Be(taken);
    }

    [Fact]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues")]
    [SimulatorOnly]
    public async Task Reads_are_recorded_as_deliveries_in_the_version_they_showed()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","firstName":"Ann"}]}""");

        await marketo.GetAsync(Leads + $"?filterType=id&filterValues={ids[0]},{ids[1]}");

        var delivered = marketo.Records.Delivered.Should().ContainSingle().Subject;
        delivered.Call.Should().Be(marketo.Records.Calls[^1].Call);
        delivered.Items.Should().Equal(new DeliveredItem("Person", "1001", 3), new DeliveredItem("Person", "1002", 2));
    }

    [Fact]
    [Proves("GET /rest/v1/leads/describe.json")]
    public async Task Describe_names_fields_by_their_REST_names()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var fields = (await marketo.GetAsync("/rest/v1/leads/describe.json")).Result().ToDictionary(field => field.GetProperty("rest").Text("name")!);

        fields["company"].Text("displayName").Should().Be("Company Name");
        fields["company"].GetProperty("length").GetInt32().Should().Be(255);
        fields["createdAt"].GetProperty("rest").GetProperty("readOnly").GetBoolean().Should().BeTrue();
        fields["leadScore"].Text("dataType").Should().Be("score");
        fields["leadScore"].TryGetProperty("length", out _).Should().BeFalse();
    }

    [Fact]
    [Proves("GET /rest/v1/leads/describe2.json")]
    [SimulatorOnly]
    public async Task Describe2_is_one_object_and_knows_what_is_searchable()
    {
        var options = MarketoHost.Options with { CustomFields = [new CustomField("sfdc_contact_id", SfMarketo.MarketoSim.Instance.PersonFieldType.String, "SFDC contact")] };
        await using var marketo = await MarketoHost.StartAsync(options);

        var described = (await marketo.GetAsync("/rest/v1/leads/describe2.json")).Result().Single();

        var searchable = described.GetProperty("searchableFields").EnumerateArray().Select(key => key.EnumerateArray().Single().GetString());
        searchable.Should().Contain(["id", "email", "sfdcPersonId", "sfdcAccountKey", "sfdc_contact_id"]).And.NotContain("updatedAt");
        described.GetProperty("fields").EnumerateArray().Should().Contain(field => field.Text("name") == "lifecycleStage" && field.GetProperty("updateable").GetBoolean());
    }

    [Fact]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues")]
    public async Task The_envelope_has_a_request_id_of_two_hex_parts()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var answer = await marketo.GetAsync(Leads + "?filterType=id&filterValues=1");

        answer.Text("requestId").Should().MatchRegex("^[0-9a-f]{1,5}#[0-9a-f]+$");
        answer.EnumerateObject().Select(member => member.Name).Should().Equal("requestId", "result", "success");
        answer.GetProperty("result").ValueKind.Should().Be(JsonValueKind.Array);
    }
}
