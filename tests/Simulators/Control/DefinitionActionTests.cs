using SfMarketo.Harness.OrgData;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Marketo;

namespace SfMarketo.Tests.Simulators.Control;

/// <summary>Campaigns, e-mails and forms that are defined by the control API.</summary>
public sealed class DefinitionActionTests
{
    private static readonly MarketoSimOptions Options = MarketoHost.Options with
    {
        Channels = StandardAssets.Channels,
        Programs = StandardAssets.Programs,
        Campaigns = StandardAssets.DemoCampaigns,
        Lists = StandardAssets.Lists,
        Emails = StandardAssets.Emails,
        Forms = StandardAssets.Forms,
    };

    [Fact]
    public async Task A_defined_campaign_is_requested_and_does_what_its_flow_says()
    {
        await using var marketo = await ControlledMarketo.StartAsync(Options);
        await marketo.DoAsync("POST", "/actions/defineEmail", """{"name":"Welcome","opens":1,"clicks":1,"links":["https://www.example.com/w"]}""");
        var campaign = (await marketo.DoAsync("POST", "/actions/defineCampaign", """
            {"name":"Welcome","requestable":true,"program":"Spring Nurture","qualification":"once","filters":[{"field":"country","is":"Austria"},{"notInList":"Newsletter Subscribers"}],
             "flow":[{"changeScore":5},{"wait":"PT1H"},{"sendEmail":"Welcome"},{"addToList":"Newsletter Subscribers"},{"changeProgramStatus":"Spring Nurture","status":"Member"},{"changeDataValue":"title","value":"CTO"}]}
            """)).GetProperty("campaign").GetInt32();
        await marketo.DoAsync("POST", "/actions/create", """{"fields":{"email":"ada@lovelace.example","country":"Austria"}}""");
        await marketo.DoAsync("POST", "/actions/create", """{"fields":{"email":"bob@lovelace.example","country":"Peru"}}""");

        for (var time = 0; time < 2; time++)
        {
            (await marketo.Host.PostAsync($"/rest/v1/campaigns/{campaign}/trigger.json", """{"input":{"leads":[{"id":1001},{"id":1002}]}}""")).Result().Should().ContainSingle();
        }

        marketo.Host.Time.Advance(TimeSpan.FromDays(2));
        var person = marketo.Host.Instance.FindPerson(1001)!;
        (person.Get("leadScore"), person.Get("title"), marketo.Host.Instance.FindPerson(1002)!.Get("leadScore")).Should().Be((5, "CTO", null));
        marketo.Host.Instance.Activities.Select(activity => activity.TypeId).Should().Contain([6, 7, 10, 11, 24, 104]);
    }

    [Theory]
    [InlineData("""{"flow":[]}""", "name is missing")]
    [InlineData("""{"name":"X","flow":[{"changeScroe":5}]}""", "is no flow step")]
    [InlineData("""{"name":"X","flow":[{"changeScore":5,"by":1}]}""", "unknown member 'by'")]
    [InlineData("""{"name":"X","flow":[{"sendEmail":"Nothing"}]}""", "does not exist")]
    [InlineData("""{"name":"X","filters":[{"fields":"country"}]}""", "is no filter")]
    [InlineData("""{"name":"X","triggers":[{"opens":"x"}]}""", "is no trigger")]
    [InlineData("""{"name":"X","flow":[{"changeDataValue":"nonsense","value":"1"}]}""", "no field 'nonsense'")]
    [InlineData("""{"name":"X","filters":[{"field":"nonsense","is":"1"}]}""", "no field 'nonsense'")]
    public async Task A_bad_definition_is_refused_with_its_place(string body, string error)
    {
        await using var marketo = await ControlledMarketo.StartAsync(Options);

        var (status, answer) = await marketo.CallAsync("POST", "/actions/defineCampaign", body);

        status.Should().Be(400);
        answer.ToString().Replace("\\u0027", "'", StringComparison.Ordinal).Should().Contain(error);
    }

    [Fact]
    public async Task A_defined_form_is_filled_in()
    {
        await using var marketo = await ControlledMarketo.StartAsync(Options);
        await marketo.DoAsync("POST", "/actions/create", """{"fields":{"email":"ada@lovelace.example"}}""");
        await marketo.DoAsync("POST", "/actions/defineForm", """{"name":"Short","fields":["title"]}""");

        await marketo.DoAsync("POST", "/actions/fillOutForm", """{"person":1001,"form":"Short","fields":{"title":"CTO"}}""");

        marketo.Host.Instance.FindPerson(1001)!.Get("title").Should().Be("CTO");
    }
}
