using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Emails")]
public sealed class EmailTests
{
    private const string DesignStudio = """{"id":2,"type":"Folder"}""";
    private const string Hello = """[{"type":"HTML","value":"<p>Hello</p>"},{"type":"Text","value":"Hello"}]""";
    private const string Edited = """[{"type":"HTML","value":"<h1>A & B</h1>"},{"type":"Text","value":"A & B"}]""";

    [Fact]
    [Proves("GET /rest/asset/v1/emails.json", "status", "folder", "offset", "maxReturn", "earliestUpdatedAt", "latestUpdatedAt")]
    public async Task Emails_are_browsed_by_status_folder_and_date()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.AssetIdsAsync("emails.json")).Should().Contain([AssetExamples.Email, AssetExamples.Draft]);
        (await marketo.AssetIdsAsync("emails.json?status=Approved")).Should().Contain(AssetExamples.Email).And.NotContain(AssetExamples.Draft);
        (await marketo.AssetIdsAsync("emails.json?status=draft")).Should().Contain(AssetExamples.Draft).And.NotContain(AssetExamples.Email);
        (await marketo.AssetIdsAsync("emails.json?maxReturn=1&offset=1&folder=" + Uri.EscapeDataString(DesignStudio))).Should().HaveCount(1);
        (await marketo.AssetAsync("emails.json?folder=" + Uri.EscapeDataString(AssetForms.Webinar))).ShouldFindNothing();
        (await marketo.AssetAsync("emails.json?earliestUpdatedAt=2099-01-01T00:00:00Z")).ShouldFindNothing();
        (await marketo.AssetAsync("emails.json?latestUpdatedAt=2001-01-01T00:00:00Z")).ShouldFindNothing();
        (await marketo.AssetAsync("emails.json?status=sleeping")).ShouldFail("1001");
    }

    [Fact]
    [Proves("GET /rest/asset/v1/email/{id}.json", "status")]
    [Proves("GET /rest/asset/v1/email/byName.json", "name", "status", "folder")]
    public async Task An_email_shows_its_header_fields()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var email = (await marketo.AssetAsync("email/501.json")).Result().Single();

        (email.Text("name"), email.Text("status"), email.GetProperty("subject").ToString()).Should().Be(("Spring Launch", "approved", """{"type":"Text","value":"See what is new"}"""));
        email.GetProperty("folder").ToString().Should().Be("""{"type":"Folder","value":2,"folderName":"Design Studio"}""");
        (await marketo.AssetAsync("email/501.json?status=draft")).ShouldFindNothing();
        (await marketo.AssetAsync("email/502.json?status=draft")).Result().Single().Text("status").Should().Be("draft");
        (await marketo.AssetIdsAsync($"email/byName.json?name=Spring%20Launch&status=approved&folder={Uri.EscapeDataString(DesignStudio)}")).Should().Equal(501);
        (await marketo.AssetAsync("email/byName.json?name=Spring%20Launch&folder=" + Uri.EscapeDataString(AssetForms.Webinar))).ShouldFindNothing();
        (await marketo.AssetAsync("email/byName.json")).ShouldFail("701");
    }

    [Fact]
    [Proves("GET /rest/asset/v1/email/{id}/content.json", "status")]
    [Proves("POST /rest/asset/v1/email/{id}/content/{htmlId}.json", "type", "value", "textValue")]
    [Proves("POST /rest/asset/v1/email/{id}/approveDraft.json")]
    [Proves("code 709")]
    public async Task A_section_is_edited_in_a_draft_until_that_is_approved()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        await marketo.FormAsync("email/501/content/edit_text_1.json", ("type", "Text"), ("value", "<h1>A & B</h1>"), ("textValue", "A & B"));

        (await ContentAsync(marketo, "")).Should().Be(Hello);
        (await ContentAsync(marketo, "?status=approved")).Should().Be(Hello);
        (await ContentAsync(marketo, "?status=draft")).Should().Be(Edited);
        (await marketo.AssetIdsAsync("emails.json?status=draft")).Should().Contain(501);
        (await marketo.FormAsync("email/501/approveDraft.json")).Result().Single().Id().Should().Be(501);
        (await ContentAsync(marketo, "")).Should().Be(Edited);
        (await marketo.AssetAsync("email/501/content.json?status=draft")).ShouldFindNothing();
        (await marketo.FormAsync("email/501/approveDraft.json")).ShouldFail("709");
    }

    [Fact]
    [Proves("POST /rest/asset/v1/email/{id}/approveDraft.json")]
    [Proves("code 709")]
    public async Task An_email_without_a_subject_is_not_approved()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.FormAsync("email/502/approveDraft.json")).ShouldFail("709");
    }

    [Fact]
    [Proves("POST /rest/asset/v1/email/{id}/unapprove.json")]
    [Proves("POST /rest/asset/v1/email/{id}/discardDraft.json")]
    [Proves("code 702")]
    public async Task An_approved_email_is_unapproved_and_a_draft_beside_it_discarded()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.FormAsync("email/501/discardDraft.json")).ShouldFail("709");
        await marketo.FormAsync("email/501/content/edit_text_1.json", ("value", "<p>Bye</p>"));
        (await marketo.FormAsync("email/501/discardDraft.json")).Result().Single().Id().Should().Be(501);
        (await ContentAsync(marketo, "")).Should().Be(Hello);
        (await marketo.FormAsync("email/501/unapprove.json")).Result().Single().Id().Should().Be(501);
        (await marketo.AssetAsync("email/501.json")).Result().Single().Text("status").Should().Be("draft");
        (await marketo.FormAsync("email/501/unapprove.json")).ShouldFail("709");
        (await marketo.FormAsync("email/99/unapprove.json")).ShouldFail("702");
        (await marketo.AssetAsync("email/99.json")).ShouldFindNothing();
    }

    private static async Task<string> ContentAsync(MarketoHost marketo, string query) =>
        (await marketo.AssetAsync("email/501/content.json" + query)).Result().Single(section => section.Text("htmlId") == "edit_text_1").GetProperty("value").ToString();
}
