using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Leads")]
public sealed class LeadSyncTests
{
    private const string Leads = "/rest/v1/leads.json";

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    public async Task An_upsert_creates_then_updates_by_email_whatever_its_case()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var created = (await marketo.PostAsync(Leads, """{"input":[{"email":"Ann@example.invalid","firstName":"Ann"}]}""")).Result().Single();
        var updated = (await marketo.PostAsync(Leads, """{"input":[{"email":"ANN@EXAMPLE.INVALID","lastName":"Lee"}]}""")).Result().Single();

        created.Text("status").Should().Be("created");
        updated.Text("status").Should().Be("updated");
        updated.Id().Should().Be(created.Id());
        var person = await marketo.PersonAsync(created.Id(), "firstName,lastName,email");
        person.Text("firstName").Should().Be("Ann");
        person.Text("lastName").Should().Be("Lee");
        person.Text("email").Should().BeEquivalentTo("ANN@EXAMPLE.INVALID");
    }

    [Theory]
    [InlineData(true, "updated")]
    [InlineData(false, "created")]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.emailCase")]
    [Unverified]
    public async Task Switch_lead_emailCase(bool ignoreCase, string status)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadEmailIgnoreCase = ignoreCase });
        await marketo.CreateAsync("ann@example.invalid");

        (await marketo.PostAsync(Leads, """{"input":[{"email":"ANN@example.invalid"}]}""")).Result().Single().Text("status").Should().Be(status);
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "action", "input")]
    [Proves("code 1005")]
    public async Task Results_come_in_the_order_of_the_input()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var known = (await marketo.CreateAsync("b@example.invalid"))[0];

        var results = (await marketo.PostAsync(Leads, """
            {"action":"createOnly","input":[{"email":"a@example.invalid"},{"email":"b@example.invalid"},{"email":"c@example.invalid"}]}
            """)).Result().ToArray();

        results.Should().HaveCount(3);
        results[0].Text("status").Should().Be("created");
        results[1].ShouldBeSkipped("1005", "Lead already exists");
        results[2].Text("status").Should().Be("created");
        results.Where(result => result.TryGetProperty("id", out _)).Select(result => result.Id()).Should().OnlyHaveUniqueItems().And.NotContain(known);
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "action", "input")]
    [Proves("code 1004")]
    public async Task An_update_only_miss_is_1004()
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.PostAsync(Leads, """{"action":"updateOnly","input":[{"email":"a@example.invalid"}]}""")).Result().Single().ShouldBeSkipped("1004", "Lead not found");
        (await marketo.CountAsync("a@example.invalid")).Should().Be(0);
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("code 1007")]
    public async Task Two_people_with_one_email_are_1007_and_nothing_is_written()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync("a@example.invalid", "A@example.invalid");

        (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","firstName":"X"}]}""")).Result().Single().ShouldBeSkipped("1007");

        ids.Should().OnlyHaveUniqueItems();
        (await marketo.FieldAsync(ids[0], "firstName")).Should().BeNull();
        (await marketo.FieldAsync(ids[1], "firstName")).Should().BeNull();
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "action", "input", "input.id", "lookupField")]
    [Proves("code 1003")]
    public async Task Id_goes_with_updateOnly_and_lookup_by_id_only()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        (await marketo.PostAsync(Leads, $$"""{"action":"updateOnly","lookupField":"id","input":[{"id":{{id}},"email":"b@example.invalid"},{"id":{{id + 1}}}]}""")).Result()
            .Select(record => record.Text("status")).Should().Equal("updated", "skipped");
        (await marketo.PostAsync(Leads, $$"""{"lookupField":"id","input":[{"id":{{id}}}]}""")).ShouldFail("1003");
        (await marketo.PostAsync(Leads, $$"""{"input":[{"id":{{id}},"email":"b@example.invalid"}]}""")).Result().Single().ShouldBeSkipped("1003");
        (await marketo.PostAsync(Leads, $$"""{"action":"createOnly","input":[{"id":{{id}},"email":"c@example.invalid"}]}""")).Result().Single().ShouldBeSkipped("1003");
        (await marketo.FieldAsync(id, "email")).Should().Be("b@example.invalid");
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input", "lookupField")]
    public async Task A_custom_key_finds_people_without_an_email()
    {
        await using var marketo = await MarketoHost.StartAsync();
        const string Body = """{"lookupField":"sfdcPersonId","input":[{"sfdcPersonId":"00Q000000000001AAA","lastName":"Lee"}]}""";

        var first = (await marketo.PostAsync(Leads, Body)).Result().Single();
        var second = (await marketo.PostAsync(Leads, Body)).Result().Single();

        first.Text("status").Should().Be("created");
        second.Text("status").Should().Be("updated");
        second.Id().Should().Be(first.Id());
    }

    [Theory]
    [InlineData("firstName")]
    [InlineData("nonsense")]
    [Proves("POST /rest/v1/leads.json", "input", "lookupField")]
    [Proves("code 1011")]
    public async Task A_lookup_field_that_is_not_searchable_is_1011(string field)
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.PostAsync(Leads, $$"""{"lookupField":"{{field}}","input":[{"email":"a@example.invalid"}]}""")).ShouldFail("1011", $"Lookup field '{field}' not supported");
    }

    // All unverified: the defaults of the strict profile.
    [Theory]
    [InlineData("""{"email":"a@example.invalid","createdAt":"2026-01-01T00:00:00Z"}""", "1003")]
    [InlineData("""{"email":"a@example.invalid","leadScore":"many"}""", "1001")]
    [InlineData("""{"email":"a@example.invalid","leadScore":1.5}""", "1001")]
    [InlineData("""{"email":"a@example.invalid","unsubscribed":"perhaps"}""", "1001")]
    [InlineData("""{"email":"a@example.invalid","firstName":["Ann"]}""", "1001")]
    [InlineData("""{"email":"a@example.invalid","dateOfBirth":"31.12.1999"}""", "1001")]
    [InlineData("""{"email":"not an address"}""", "1003")]
    [InlineData("""{"email":"jürgen@example.invalid"}""", "1003")]
    [InlineData("""{"email":"a@example.invalid","externalCompanyId":"unknown"}""", "1013")]
    [InlineData("""{"email":null}""", "1002")]
    [InlineData("""{"email":""}""", "1002")]
    [InlineData("""{"firstName":"Ann"}""", "1002")]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.badEmail")]
    [Proves("switch lead.typeMismatch")]
    [Proves("switch lead.readOnlyField")]
    [Proves("code 1001")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1013")]
    [Unverified]
    public async Task A_bad_record_fails_alone(string record, string code)
    {
        await using var marketo = await MarketoHost.StartAsync();

        var results = (await marketo.PostAsync(Leads, $$"""{"input":[{{record}},{"email":"good@example.invalid"}]}""")).Result().ToArray();

        results[0].ShouldBeSkipped(code);
        results[1].Text("status").Should().Be("created");
        (await marketo.CountAsync("a@example.invalid", "good@example.invalid")).Should().Be(1);
    }

    [Theory]
    [InlineData(UnknownField.Response, "1006", 0)]
    [InlineData(UnknownField.Record, "1006", 1)]
    [InlineData(UnknownField.Ignore, null, 2)]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.unknownField")]
    [Proves("code 1006")]
    [Unverified]
    public async Task Switch_lead_unknownField(UnknownField setting, string? code, int created)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadUnknownField = setting });

        var answer = await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid"},{"email":"b@example.invalid","Company":"wrong case"}]}""");

        (await marketo.CountAsync("a@example.invalid", "b@example.invalid")).Should().Be(created);
        if (setting == UnknownField.Response)
        {
            answer.ShouldFail(code!, "Field 'Company' not found");
        }
        else if (setting == UnknownField.Record)
        {
            answer.Result().Last().ShouldBeSkipped(code!, "Field 'Company' not found");
        }
    }

    [Theory]
    [InlineData(Overlong.Skip, null)]
    [InlineData(Overlong.Truncate, 255)]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.overlong")]
    [Proves("code 1003")]
    [Unverified]
    public async Task Switch_lead_overlong(Overlong setting, int? length)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadOverlong = setting });

        var result = (await marketo.PostAsync(Leads, $$"""{"input":[{"email":"a@example.invalid","firstName":"{{new string('x', 256)}}"}]}""")).Result().Single();

        if (length is null)
        {
            result.ShouldBeSkipped("1003");
        }
        else
        {
            (await marketo.FieldAsync(result.Id(), "firstName")).Should().HaveLength(length.Value);
        }
    }

    [Theory]
    [InlineData(MissingKey.Skip, "skipped")]
    [InlineData(MissingKey.Create, "created")]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.missingKey")]
    [Unverified]
    public async Task Switch_lead_missingKey(MissingKey setting, string status)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadMissingKey = setting });

        (await marketo.PostAsync(Leads, """{"input":[{"lastName":"Lee"}]}""")).Result().Single().Text("status").Should().Be(status);
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.sameKeyInBatch")]
    [Unverified]
    public async Task One_key_twice_in_a_call_creates_then_updates()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var results = (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid"},{"email":"a@example.invalid","firstName":"Ann"}]}""")).Result().ToArray();

        results.Select(result => result.Text("status")).Should().Equal("created", "updated");
        results[1].Id().Should().Be(results[0].Id());
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch batch.over300")]
    public async Task A_call_takes_300_records(int records, bool taken)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var input = string.Join(',', Enumerable.Range(0, records).Select(number => $$"""{"email":"p{{number}}@example.invalid"}"""));

        var answer = await marketo.PostAsync(Leads, $$"""{"input":[{{input}}]}""");

        answer.GetProperty("success").GetBoolean().Should().Be(taken);
        (await marketo.CountAsync("p0@example.invalid", "p150@example.invalid", "p299@example.invalid")).Should().Be(taken ? Math.Min(records, 3) : 0);
    }

    [Theory]
    [InlineData("""{"input":[]}""", "1002")]
    [InlineData("{}", "1002")]
    [InlineData("""{"action":"upsert","input":[{"email":"a@example.invalid"}]}""", "1003")]
    [InlineData("""{"partitionName":"Europe","input":[{"email":"a@example.invalid"}]}""", "1008")]
    [InlineData("""{"input":[{"email":"a@example.invalid"}]""", "609")]
    [InlineData("""{"input":[{"email":"a@example.invalid"}]}}""", "609")]
    [InlineData("""{"input":[{"email":"\ud800"}]}""", "609")]
    [InlineData("""{"input":[{"\ud800":"x"}]}""", "609")]
    [InlineData("""{"\ud800":1,"input":[{"email":"a@example.invalid"}]}""", "609")]
    [InlineData("""{"action":"\ud800","input":[{"email":"a@example.invalid"}]}""", "609")]
    [InlineData("""[1]""", "609")]
    [InlineData("", "609")]
    [Proves("POST /rest/v1/leads.json", "input", "action", "partitionName")]
    [Proves("switch batch.empty")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1008")]
    [Proves("code 609")]
    public async Task A_bad_body_fails_the_whole_call(string body, string code)
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.PostAsync(Leads, body)).ShouldFail(code);

        (await marketo.CountAsync("a@example.invalid")).Should().Be(0);
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("code 612")]
    public async Task A_body_without_the_JSON_header_is_612()
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.SendAsync(HttpMethod.Post, Leads, """{"input":[{"email":"a@example.invalid"}]}""", "text/plain")).ShouldFail("612", "Invalid Content Type");
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "action", "input", "input.id", "lookupField")]
    public async Task Action_and_lookup_may_follow_the_input()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var result = (await marketo.PostAsync(Leads, $$"""{"input":[{"id":{{id}},"firstName":"Ann"}],"lookupField":"id","action":"updateOnly"}""")).Result().Single();

        result.Text("status").Should().Be("updated");
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.noopUpdate")]
    [Unverified]
    [SimulatorOnly]
    public async Task A_write_that_changes_nothing_says_updated_and_leaves_no_trace()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","leadScore":5}]}""");
        var (commits, activities) = (marketo.Records.Commits.Count, marketo.Instance.Activities.Count());
        marketo.Time.Advance(TimeSpan.FromMinutes(1));

        var result = (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","leadScore":5}]}""")).Result().Single();

        result.Text("status").Should().Be("updated");
        marketo.Records.Commits.Should().HaveCount(commits);
        marketo.Instance.Activities.Should().HaveCount(activities);
        marketo.Instance.FindPerson(result.Id())!.Get("updatedAt").Should().Be("2026-03-02T12:00:00Z");
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.emptyString")]
    public async Task Null_and_empty_clear_a_field_and_an_absent_one_stays()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","firstName":"Ann","lastName":"Lee","title":"CTO"}]}""");

        var id = (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","firstName":null,"lastName":""}]}""")).Result().Single().Id();

        (await marketo.FieldAsync(id, "firstName")).Should().BeNull();
        (await marketo.FieldAsync(id, "lastName")).Should().BeNull();
        (await marketo.FieldAsync(id, "title")).Should().Be("CTO");
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    [SimulatorOnly]
    public async Task The_visible_updatedAt_follows_standard_fields_only()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        marketo.Time.Advance(TimeSpan.FromMinutes(1));
        await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","lifecycleStage":"MQL"}]}""");
        marketo.Instance.FindPerson(id)!.Get("updatedAt").Should().Be("2026-03-02T12:00:00Z");

        await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","title":"CTO"}]}""");

        marketo.Instance.FindPerson(id)!.Get("updatedAt").Should().Be("2026-03-02T12:01:00Z");
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.upsertRace")]
    [SimulatorOnly]
    public async Task Switch_lead_upsertRace(bool race, int people)
    {
        var slow = Kernel.Randomness.LatencyDistribution.Constant(TimeSpan.FromSeconds(1));
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { Switches = new MarketoSwitches { LeadUpsertRace = race }, ServiceTime = slow }, signIn: false);
        var signIn = marketo.SignInAsync();
        marketo.Time.Advance(TimeSpan.FromSeconds(1));
        await signIn;

        const string Body = """{"input":[{"email":"a@example.invalid"}]}""";
        var first = marketo.PostAsync(Leads, Body);
        marketo.Time.Advance(TimeSpan.FromSeconds(0.5));
        var second = marketo.PostAsync(Leads, Body);
        marketo.Time.Advance(TimeSpan.FromSeconds(0.5));
        await first;
        marketo.Time.Advance(TimeSpan.FromSeconds(0.5));
        await second;

        marketo.Instance.LiveCount.Should().Be(people);
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    [SimulatorOnly]
    public async Task Commits_tell_the_client_and_old_and_new_values()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","leadScore":5}]}""");
        await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","leadScore":8}]}""");

        marketo.Records.Commits.Should().HaveCount(2);
        var update = marketo.Records.Commits[1];
        (update.Object, update.Id, update.Op, update.Cause, update.Call).Should().Be(("Person", "1001", "update", "sync-engine", 3L));
        update.Fields.Should().Equal(new Kernel.Recording.FieldChange("leadScore", 5, 8));
        marketo.Instance.FindPerson(1001)!.Version.Should().Be(2);
    }
}
