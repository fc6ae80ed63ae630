using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>Each setting of the switches about leads that Adobe leaves open.</summary>
[Source("Marketo REST API, Leads")]
public sealed class LeadSwitchTests
{
    private const string Leads = "/rest/v1/leads.json";

    [Theory]
    [InlineData(FieldMisfit.Record, "skipped", null)]
    [InlineData(FieldMisfit.Response, null, null)]
    [InlineData(FieldMisfit.Ignore, "created", "Ann")]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.readOnlyField")]
    [Unverified]
    public async Task Switch_lead_readOnlyField(FieldMisfit setting, string? status, string? firstName)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadReadOnlyField = setting });

        await JudgeMisfitAsync(marketo, "\"createdAt\":\"2020-01-01T00:00:00Z\"", "1003", status, firstName);
    }

    [Theory]
    [InlineData(FieldMisfit.Record, "skipped", null)]
    [InlineData(FieldMisfit.Response, null, null)]
    [InlineData(FieldMisfit.Ignore, "created", "Ann")]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.typeMismatch")]
    [Unverified]
    public async Task Switch_lead_typeMismatch(FieldMisfit setting, string? status, string? firstName)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadTypeMismatch = setting });

        await JudgeMisfitAsync(marketo, "\"leadScore\":\"many\"", "1001", status, firstName);
    }

    [Theory]
    [InlineData(BadEmail.Skip, "skipped")]
    [InlineData(BadEmail.Accept, "created")]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.badEmail")]
    [Unverified]
    public async Task Switch_lead_badEmail(BadEmail setting, string status)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadBadEmail = setting });

        (await marketo.PostAsync(Leads, """{"input":[{"email":"not an address"},{"email":"jürgen@example.invalid"}]}""")).Result().Select(record => record.Text("status")).Should().Equal(status, status);
    }

    [Theory]
    [InlineData(SameKeyInBatch.Update)]
    [InlineData(SameKeyInBatch.Skip)]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.sameKeyInBatch")]
    [Proves("code 1036")]
    [Unverified]
    public async Task Switch_lead_sameKeyInBatch(SameKeyInBatch setting)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadSameKeyInBatch = setting });

        var results = (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid"},{"email":"A@example.invalid","firstName":"Ann"},{"email":"b@example.invalid"}]}""")).Result().ToArray();

        results[0].Text("status").Should().Be("created");
        results[2].Text("status").Should().Be("created");
        if (setting == SameKeyInBatch.Skip)
        {
            results[1].ShouldBeSkipped("1036", "Duplicate object found in input");
        }
        else
        {
            results[1].Id().Should().Be(results[0].Id());
        }
    }

    [Theory]
    [InlineData(NoopUpdate.Quiet, "2026-03-02T12:00:00Z")]
    [InlineData(NoopUpdate.Touch, "2026-03-02T12:01:00Z")]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.noopUpdate")]
    [Unverified]
    [SimulatorOnly]
    public async Task Switch_lead_noopUpdate(NoopUpdate setting, string updatedAt)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadNoopUpdate = setting });
        await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","leadScore":5}]}""");
        marketo.Time.Advance(TimeSpan.FromMinutes(1));

        var id = (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","leadScore":5}]}""")).Result().Single().Id();

        (await marketo.FieldAsync(id, "updatedAt")).Should().Be(updatedAt);
        (await marketo.FeedAsync("13", id)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(EmptyText.Null, null)]
    [InlineData(EmptyText.Empty, "")]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.emptyString")]
    [Unverified]
    public async Task Switch_lead_emptyString(EmptyText setting, string? stored)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadEmptyString = setting });
        await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","firstName":"Ann","leadScore":5}]}""");

        var id = (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","firstName":"","leadScore":""}]}""")).Result().Single().Id();

        (await marketo.FieldAsync(id, "firstName")).Should().Be(stored);
        (await marketo.FieldAsync(id, "leadScore")).Should().BeNull();
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "asyncProcessing", "input")]
    public async Task An_asynchronous_sync_answers_with_success()
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.PostAsync(Leads, """{"asyncProcessing":true,"input":[{"email":"a@example.invalid"},{"email":"not an address"}]}""")).GetProperty("success").GetBoolean().Should().BeTrue();
    }

    [Fact]
    [Proves("GET /rest/v1/lead/{leadId}.json", "fields")]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues", "fields")]
    public async Task A_read_has_the_documented_six_fields_or_those_that_it_names()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","firstName":"Ann","lastName":"Lee","title":"CTO"}]}""")).Result().Single().Id();
        foreach (var path in (string[])[$"/rest/v1/lead/{id}.json?", $"{Leads}?filterType=id&filterValues={id}&"])
        {
            (await marketo.GetAsync(path)).Result().Single().EnumerateObject().Select(member => member.Name).Should().BeEquivalentTo("id", "email", "updatedAt", "createdAt", "firstName", "lastName");
            var named = (await marketo.GetAsync(path + "fields=title,lastName")).Result().Single();
            (named.Text("title"), named.Text("lastName")).Should().Be(("CTO", "Lee"));
            named.TryGetProperty("firstName", out _).Should().BeFalse();
        }
    }

    [Theory]
    [InlineData(AsyncResult.Empty, 0)]
    [InlineData(AsyncResult.Statuses, 1)]
    [Proves("POST /rest/v1/leads.json", "asyncProcessing", "input")]
    [Proves("switch lead.asyncResult")]
    [Unverified]
    public async Task Switch_lead_asyncResult(AsyncResult setting, int results)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadAsyncResult = setting });

        (await marketo.PostAsync(Leads, """{"asyncProcessing":true,"input":[{"email":"a@example.invalid"}]}""")).Result().Should().HaveCount(results);

        (await marketo.CountAsync("a@example.invalid")).Should().Be(1);
    }

    [Theory]
    [InlineData(BatchOver.InvalidData, "1003")]
    [InlineData(BatchOver.InvalidValue, "1001")]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues")]
    [Proves("POST /rest/v1/leads/delete.json", "input", "input.id")]
    [Proves("switch batch.over300")]
    [Unverified]
    public async Task Switch_batch_over300(BatchOver setting, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { BatchOver300 = setting });
        var records = Enumerable.Range(1, 301).ToArray();

        (await marketo.PostAsync(Leads, $$"""{"input":[{{string.Join(',', records.Select(number => $$"""{"email":"p{{number}}@example.invalid"}"""))}}]}""")).ShouldFail(code);
        (await marketo.GetAsync(Leads + "?filterType=id&filterValues=" + string.Join(',', records))).ShouldFail(code);
        (await marketo.PostAsync("/rest/v1/leads/delete.json", $$"""{"input":[{{string.Join(',', records.Select(number => $$"""{"id":{{number}}}"""))}}]}""")).ShouldFail(code);
    }

    [Theory]
    [InlineData(EmptyBatch.Missing)]
    [InlineData(EmptyBatch.Success)]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("POST /rest/v1/leads/delete.json", "input")]
    [Proves("switch batch.empty")]
    [Unverified]
    public async Task Switch_batch_empty(EmptyBatch setting)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { BatchEmpty = setting });
        foreach (var path in (string[])[Leads, "/rest/v1/leads/delete.json"])
        {
            var answer = await marketo.PostAsync(path, """{"input":[]}""");
            if (setting == EmptyBatch.Missing)
            {
                answer.ShouldFail("1002", "Missing value for the required parameter 'input'");
            }
            else
            {
                answer.Result().Should().BeEmpty();
            }
        }
    }

    [Theory]
    [InlineData("", "Web", "open")]
    [InlineData("leadSource", "Fair", "open")]
    [InlineData("leadStatus,leadSource", "Fair", "closed")]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch field.blockUpdates")]
    [Unverified]
    public async Task Switch_field_blockUpdates(string blocked, string source, string status)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { FieldBlockUpdates = blocked });
        var id = (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","leadSource":"Fair","leadStatus":"closed"}]}""")).Result().Single().Id();

        (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","leadSource":"Web","leadStatus":"open","title":"CTO"}]}""")).Result().Single().Text("status").Should().Be("updated");

        (await marketo.FieldAsync(id, "leadSource")).Should().Be(source);
        (await marketo.FieldAsync(id, "leadStatus")).Should().Be(status);
        (await marketo.FieldAsync(id, "title")).Should().Be("CTO");
        (await marketo.FeedAsync("13", id)).Any(row => row.Text("primaryAttributeValue") == "Person Source").Should().Be(source == "Web");
    }

    [Theory]
    [InlineData("id", "updateOnly")]
    [InlineData("email", "createOrUpdate")]
    [InlineData("facebookId", "createOrUpdate")]
    [InlineData("linkedInId", "createOrUpdate")]
    [InlineData("twitterId", "createOrUpdate")]
    [InlineData("sfdcAccountId", "createOrUpdate")]
    [InlineData("sfdcContactId", "createOrUpdate")]
    [InlineData("sfdcLeadId", "createOrUpdate")]
    [InlineData("sfdcLeadOwnerId", "createOrUpdate")]
    [InlineData("sfdcOpptyId", "createOrUpdate")]
    [Proves("POST /rest/v1/leads.json", "action", "input", "input.id", "lookupField")]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues")]
    public async Task Each_documented_lookup_field_finds_its_lead(string lookup, string action)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var known = (await marketo.CreateAsync("a@example.invalid"))[0];
        var key = lookup == "id" ? known.ToString(null, null) : lookup == "email" ? "\"a@example.invalid\"" : "\"00Q000000000001\"";
        var body = $$"""{"action":"{{action}}","lookupField":"{{lookup}}","input":[{"{{lookup}}":{{key}},"title":"CTO"}]}""";

        var first = (await marketo.PostAsync(Leads, body)).Result().Single().Id();
        var second = (await marketo.PostAsync(Leads, body)).Result().Single();

        second.ToString().Should().Be($$"""{"id":{{first}},"status":"updated"}""");
        (await marketo.GetAsync($"{Leads}?filterType={lookup}&filterValues={key.Trim('"')}")).Result().Single().Id().Should().Be(first);
        (await marketo.PostAsync(Leads, """{"lookupField":"leadPartitionId","input":[{"leadPartitionId":1}]}""")).ShouldFail("1011");
    }

    private static async Task JudgeMisfitAsync(MarketoHost marketo, string field, string code, string? status, string? firstName)
    {
        var answer = await marketo.PostAsync(Leads, $$"""{"input":[{"email":"a@example.invalid",{{field}},"firstName":"Ann"},{"email":"b@example.invalid"}]}""");
        if (status is null)
        {
            answer.ShouldFail(code);
            (await marketo.CountAsync("a@example.invalid", "b@example.invalid")).Should().Be(0);
            return;
        }

        var results = answer.Result().ToArray();
        results[0].Text("status").Should().Be(status);
        results[1].Text("status").Should().Be("created");
        if (firstName is null)
        {
            results[0].ShouldBeSkipped(code);
        }
        else
        {
            (await marketo.FieldAsync(results[0].Id(), "firstName")).Should().Be(firstName);
        }
    }
}
