using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Leads (submit form)")]
public sealed class SubmitFormTests
{
    private const string Submit = "/rest/v1/leads/submitForm.json";

    [Fact]
    [Proves("POST /rest/v1/leads/submitForm.json", "input", "input.leadFormFields", "input.visitorData", "formId", "programId")]
    public async Task A_form_upserts_by_email_logs_the_visit_and_enrols()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        const string Visit = """{"pageURL":"https://www.example.invalid/contact","queryString":"a=1","leadClientIpAddress":"192.0.2.7","userAgentString":"Browser/1"}""";

        var created = (await SubmitAsync(marketo, $$"""{"leadFormFields":{"email":"a@example.invalid","title":"CTO"},"visitorData":{{Visit}}}""", $",\"programId\":{AssetExamples.Webinar}")).Result().Single();
        var updated = (await SubmitAsync(marketo, """{"leadFormFields":{"email":"A@example.invalid","title":"CEO"}}""")).Result().Single();

        created.Text("status").Should().Be("created");
        updated.ToString().Should().Be($$"""{"id":{{created.Id()}},"status":"updated"}""");
        (await marketo.FieldAsync(created.Id(), "title")).Should().Be("CEO");
        var rows = await marketo.FeedAsync("2,13", created.Id());
        rows.Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().StartWith([2, 13, 2], "the program acquires whom it makes, and that is logged");
        rows[0].GetProperty("primaryAttributeValueId").GetInt32().Should().Be(AssetExamples.Form);
        EngagementTests.Attribute(rows[0], "Client IP Address").Should().Be("192.0.2.7");
        EngagementTests.Attribute(rows[0], "Query Parameters").Should().Be("a=1");
        EngagementTests.Attribute(rows[0], "Referrer URL").Should().Be("https://www.example.invalid/contact");
        EngagementTests.Attribute(rows[0], "User Agent").Should().Be("Browser/1");
        EngagementTests.Attribute(rows.Single(row => row.Text("primaryAttributeValue") == "Job Title"), "Source").Should().Be("Web form fillout");
        (await marketo.GetAsync($"/rest/v1/leads/{created.Id()}/programMembership.json")).Result().Single().Id().Should().Be(AssetExamples.Webinar);
    }

    [Fact]
    [Proves("POST /rest/v1/leads/submitForm.json", "input", "formId", "programId")]
    [Unverified("answer.override")]
    public async Task The_program_of_a_form_acquires_those_whom_it_makes()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var known = (await marketo.CreateAsync("a@example.invalid"))[0];

        await SubmitAsync(marketo, """{"leadFormFields":{"email":"a@example.invalid"}}""", $",\"programId\":{AssetExamples.Webinar}");
        var made = (await SubmitAsync(marketo, """{"leadFormFields":{"email":"b@example.invalid"}}""", $",\"programId\":{AssetExamples.Webinar}")).Result().Single().Id();

        (await PushTests.AcquiredAsync(marketo, known)).Should().Be((null, false));
        (await PushTests.AcquiredAsync(marketo, made)).Should().Be(($"{AssetExamples.Webinar}", true));
    }

    [Theory]
    [InlineData("""{"email":"a@example.invalid","lastName":"not on the form"}""", "1003", "Form validation failed")]
    [InlineData("""{"email":"a@example.invalid","nonsense":"x"}""", "1003", "Form validation failed")]
    [InlineData("""{"email":"a@example.invalid","title":null}""", "1003", "Form validation failed")]
    [InlineData("""{"email":"not an address"}""", "1003", null)]
    [InlineData("""{"email":"a@example.invalid","unsubscribed":"perhaps"}""", "1001", null)]
    [InlineData("""{"title":"CTO"}""", "1002", null)]
    [Proves("POST /rest/v1/leads/submitForm.json", "input", "input.leadFormFields", "formId")]
    [Proves("code 1003")]
    public async Task A_form_that_does_not_validate_writes_nothing(string fields, string code, string? message)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await SubmitAsync(marketo, $$"""{"leadFormFields":{{fields}}}""")).Result().Single().ShouldBeSkipped(code, message);

        (await marketo.CountAsync("a@example.invalid")).Should().Be(0);
    }

    [Theory]
    [InlineData("""{"input":[{"leadFormFields":{"email":"a@example.invalid"}}]}""", "1002")]
    [InlineData("""{"formId":"x","input":[{"leadFormFields":{"email":"a@example.invalid"}}]}""", "1001")]
    [InlineData("""{"formId":9,"input":[{"leadFormFields":{"email":"a@example.invalid"}}]}""", "1013")]
    [InlineData("""{"formId":601,"programId":9,"input":[{"leadFormFields":{"email":"a@example.invalid"}}]}""", "1013")]
    [InlineData("""{"formId":601}""", "1002")]
    [InlineData("""{"formId":601,"input":[]}""", "1002")]
    [InlineData("""{"formId":601,"input":[{}]}""", "1002")]
    [InlineData("""{"formId":601,"input":[{"leadFormFields":[]}]}""", "1001")]
    [InlineData("""{"formId":601,"input":[{"leadFormFields":{"email":"a@example.invalid"},"visitorData":7}]}""", "1001")]
    [InlineData("""{"formId":601,"input":[{"leadFormFields":{"email":"a@example.invalid"},"cookie":"crumbs"}]}""", "1012")]
    [InlineData("""{"formId":601,"input":[{"leadFormFields":{"email":"a@example.invalid"}},{"leadFormFields":{"email":"b@example.invalid"}}]}""", "1003")]
    [InlineData("""{"formId":601,"input":[{"leadFormFields":{"email":"\ud800"}}]}""", "609")]
    [InlineData("""{"formId":601,"input":[{"leadFormFields":{"\ud800":"x"}}]}""", "609")]
    [Proves("POST /rest/v1/leads/submitForm.json", "input", "input.leadFormFields", "input.visitorData", "input.cookie", "formId", "programId")]
    [Proves("code 1012")]
    [Proves("code 1013")]
    [Unverified("answer.override")]
    public async Task A_bad_body_fails_the_call(string body, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.PostAsync(Submit, body)).ShouldFail(code);

        (await marketo.CountAsync("a@example.invalid")).Should().Be(0);
    }

    [Fact]
    [Proves("POST /rest/v1/leads/submitForm.json", "input", "input.leadFormFields", "formId")]
    public async Task Of_duplicates_the_most_recently_updated_one_is_taken()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "a@example.invalid", "a@example.invalid");
        await marketo.PostAsync("/rest/v1/leads.json", $$"""{"action":"updateOnly","lookupField":"id","input":[{"id":{{ids[1]}},"title":"CTO"}]}""");

        (await SubmitAsync(marketo, """{"leadFormFields":{"email":"a@example.invalid","title":"CEO"}}""")).Result().Single().Id().Should().Be(ids[1]);
    }

    [Fact]
    [Proves("POST /rest/v1/leads/submitForm.json", "input", "input.leadFormFields", "input.cookie", "formId")]
    [SimulatorOnly]
    public async Task The_cookies_visitor_is_the_lead_from_then_on()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        marketo.Instance.VisitPage(CookieTests.One, "Pricing");

        var id = (await SubmitAsync(marketo, $$"""{"leadFormFields":{"email":"a@example.invalid"},"cookie":"{{CookieTests.One}}"}""")).Result().Single().Id();

        (await marketo.FeedAsync("1", id)).Single().Text("primaryAttributeValue").Should().Be("Pricing");
        marketo.Instance.LiveCount.Should().Be(1);
    }

    [Fact]
    [Proves("POST /rest/v1/leads/submitForm.json", "input", "input.leadFormFields", "formId", "programId")]
    [SimulatorOnly]
    public async Task New_people_go_to_the_primary_partition_of_the_forms_workspace_and_member_fields_to_the_membership()
    {
        var options = AssetExamples.Options;
        await using var marketo = await MarketoHost.StartAsync(options with
        {
            Partitions = [new(1, "Default"), new(7, "Europe") { Workspace = "Europe" }],
            Forms = [options.Forms[0] with { Workspace = "Europe" }],
        });

        var id = (await SubmitAsync(marketo, """{"leadFormFields":{"email":"a@example.invalid","mealChoice":"Fish"}}""", $",\"programId\":{AssetExamples.Webinar}")).Result().Single().Id();

        (await marketo.FieldAsync(id, "leadPartitionId")).Should().Be("7");
        (await marketo.GetAsync($"/rest/v1/programs/{AssetExamples.Webinar}/members.json?filterType=leadId&filterValues={id}&fields=mealChoice")).Result().Single().Text("mealChoice").Should().Be("Fish");
    }

    private static Task<JsonElement> SubmitAsync(MarketoHost marketo, string record, string more = "") =>
        marketo.PostAsync(Submit, $$"""{"formId":{{AssetExamples.Form}}{{more}},"input":[{{record}}]}""");
}
