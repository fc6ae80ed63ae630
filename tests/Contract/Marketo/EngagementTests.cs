using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>What people do with e-mails and forms, as the activity feed shows it.</summary>
[Source("Marketo REST API, Activities")]
public sealed class EngagementTests
{
    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    [SimulatorOnly]
    public async Task Send_open_and_click_have_the_assets_name_the_run_and_the_bot_flag()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        marketo.Instance.SendEmail(id, AssetExamples.Email).Should().NotBeNull();
        marketo.Instance.OpenEmail(id, AssetExamples.Email, bot: true).Should().NotBeNull();
        marketo.Instance.ClickEmail(id, AssetExamples.Email, "https://www.example.invalid/offer", bot: false).Should().NotBeNull();

        var rows = await FeedAsync(marketo, "6,7,10,11");
        rows.Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().Equal(6, 7, 10, 11);
        rows.Should().OnlyContain(row => row.GetProperty("primaryAttributeValueId").GetInt32() == 501 && row.Text("primaryAttributeValue") == "Spring Launch"
            && row.GetProperty("campaignId").GetInt32() == 3712);
        Attribute(rows[0], "Campaign Run ID").Should().Be("3712");
        Attribute(rows[2], "Is Bot Activity").Should().Be("True");
        Attribute(rows[3], "Is Bot Activity").Should().Be("False");
        Attribute(rows[3], "Link").Should().Be("https://www.example.invalid/offer");
        marketo.Records.Commits.Where(commit => commit.Object == "Activity").Select(commit => (commit.Cause, commit.Actor)).Should().Equal(
            ("sendEmail", Actor.Human), ("sendEmail", Actor.Human), ("openEmail", Actor.Human), ("clickEmail", Actor.Human));
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    [SimulatorOnly]
    public async Task A_form_fill_is_logged_with_its_fields_and_changes_the_person_as_a_web_form()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        marketo.Instance.FillOutForm(id, AssetExamples.Form, [new("title", "CTO"), new("firstName", "Ann")]).Should().NotBeNull();

        var rows = await FeedAsync(marketo, "2,13");
        rows.Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().Equal(2, 13, 13);
        rows[0].Text("primaryAttributeValue").Should().Be("Contact Us");
        Attribute(rows[0], "Form Fields").Should().Be("a:2:{s:5:\"title\";s:3:\"CTO\";s:9:\"firstName\";s:3:\"Ann\";}");
        Attribute(rows[1], "Source").Should().Be("Web form fillout");
        Attribute(rows[1], "Reason").Should().Be("Form: Contact Us");
        marketo.Instance.FindPerson(id)!.Get("title").Should().Be("CTO");
        marketo.Instance.Invoking(it => it.FillOutForm(id, AssetExamples.Form, [new("lastName", "B")])).Should().Throw<ArgumentException>().WithMessage("*no field 'lastName'*");
    }

    [Fact]
    [SimulatorOnly]
    public async Task An_unsubscribe_is_logged_and_the_next_email_does_not_go_out()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        marketo.Instance.Unsubscribe(id, AssetExamples.Email, "No longer of interest").Should().NotBeNull();

        var person = marketo.Instance.FindPerson(id)!;
        (person.Get("unsubscribed"), person.Get("unsubscribedReason")).Should().Be((true, "No longer of interest"));
        marketo.Instance.Activities.Skip(1).Select(activity => activity.TypeId).Should().Equal(9, 13, 13);
        marketo.Instance.SendEmail(id, AssetExamples.Email).Should().BeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Proves("switch unsubscribe.durable")]
    public async Task Switch_unsubscribe_durable(bool durable)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { UnsubscribeDurable = durable });
        var ids = await marketo.CreateAsync("a@example.invalid", "a@example.invalid");

        await marketo.PostAsync("/rest/v1/leads.json", $$"""{"action":"updateOnly","lookupField":"id","input":[{"id":{{ids[0]}},"unsubscribed":true}]}""");

        var other = (await marketo.GetAsync($"/rest/v1/lead/{ids[1]}.json?fields=unsubscribed")).Result().Single();
        other.GetProperty("unsubscribed").GetBoolean().Should().Be(durable);
    }

    [Fact]
    [SimulatorOnly]
    public async Task The_dead_do_nothing_and_unknown_assets_are_mistakes()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        MarketoInstance it = marketo.Instance;

        it.OpenEmail(5, AssetExamples.Email, false).Should().BeNull();
        it.ClickEmail(5, AssetExamples.Email, "x", false).Should().BeNull();
        it.FillOutForm(5, AssetExamples.Form, []).Should().BeNull();
        it.Unsubscribe(5, null, "x").Should().BeNull();
        it.AddToList(AssetExamples.List, 5).Should().BeFalse();
        it.Invoking(that => that.SendEmail(5, 1)).Should().Throw<ArgumentException>().WithMessage("*no e-mail 1*");
        it.Invoking(that => that.FillOutForm(5, 1, [])).Should().Throw<ArgumentException>().WithMessage("*no form 1*");
        it.Invoking(that => that.AddToList(1, 5)).Should().Throw<ArgumentException>().WithMessage("*no list 1*");
    }

    internal static string? Attribute(System.Text.Json.JsonElement row, string name) =>
        row.GetProperty("attributes").EnumerateArray().Single(attribute => attribute.Text("name") == name).GetProperty("value").ToString();

    internal static Task<System.Text.Json.JsonElement[]> FeedAsync(MarketoHost marketo, string types) => marketo.FeedAsync(types);
}
