using SfMarketo.Harness.OrgData;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Marketo;

namespace SfMarketo.Tests.Simulators.Control;

/// <summary>What people do in Marketo, by the control API.</summary>
public sealed class MarketoActionTests
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

    [Theory]
    [InlineData("sendEmail", """{"person":"ada@lovelace.example","email":"Spring Launch"}""", 6)]
    [InlineData("openEmail", """{"person":1001,"email":4001,"bot":true}""", 10)]
    [InlineData("clickEmail", """{"person":1001,"email":"Spring Launch","link":"https://www.example.com/demo"}""", 11)]
    [InlineData("bounceEmail", """{"person":1001,"email":"Spring Launch"}""", 8)]
    [InlineData("bounceEmail", """{"person":1001,"email":"Spring Launch","soft":true}""", 27)]
    [InlineData("fillOutForm", """{"person":1001,"form":"Contact Us","fields":{"firstName":"Ada"}}""", 2)]
    [InlineData("unsubscribe", """{"person":1001,"email":"Spring Launch","reason":"too many"}""", 9)]
    [InlineData("interestingMoment", """{"person":1001,"type":"Milestone","description":"Asked for a demo"}""", 46)]
    [InlineData("score", """{"person":1001,"change":10}""", 22)]
    [InlineData("edit", """{"person":1001,"fields":{"lastName":"King"}}""", 13)]
    [InlineData("addToList", """{"list":"Newsletter Subscribers","person":1001}""", 24)]
    [InlineData("setProgramStatus", """{"program":"Spring Nurture","person":1001,"status":"Engaged"}""", 104)]
    [InlineData("runCampaign", """{"campaign":"Request Demo Follow-Up","people":[1001]}""", 46)]
    [InlineData("delete", """{"person":1001}""", 37)]
    public async Task Each_action_writes_its_activity(string action, string body, int type)
    {
        await using var marketo = await ControlledMarketo.StartAsync(Options);
        await marketo.DoAsync("POST", "/actions/create", """{"fields":{"email":"ada@lovelace.example"}}""");

        await marketo.DoAsync("POST", "/actions/" + action, body);

        marketo.Host.Instance.Activities.Select(activity => activity.TypeId).Should().Contain(type);
    }

    [Fact]
    public async Task An_email_to_a_list_goes_to_its_members_and_comes_to_something_by_the_clock()
    {
        await using var marketo = await ControlledMarketo.StartAsync(Options);
        var ids = await marketo.Host.CreateAsync("ada@lovelace.example", "ada@king.example");
        await marketo.DoAsync("POST", "/actions/addToList", $$"""{"list":"Newsletter Subscribers","person":{{ids[0]}}}""");

        var sent = await marketo.DoAsync("POST", "/actions/sendEmailToList", """{"list":"Newsletter Subscribers","email":"Spring Launch","hardBounces":0,"softBounces":0,"opens":1,"clicks":0,"botOpens":0}""");
        marketo.Host.Time.Advance(TimeSpan.FromDays(5));

        sent.GetProperty("sent").GetInt32().Should().Be(1);
        marketo.Host.Instance.Activities.Where(activity => activity.PersonId == ids[0]).Select(activity => activity.TypeId).Should().ContainInOrder(6, 7, 10);
    }

    [Fact]
    public async Task Merging_ends_the_loser()
    {
        await using var marketo = await ControlledMarketo.StartAsync(Options);
        var ids = await marketo.Host.CreateAsync("ada@lovelace.example", "ada@king.example");

        await marketo.DoAsync("POST", "/actions/merge", $$"""{"winner":{{ids[0]}},"loser":"ada@king.example"}""");

        marketo.Host.Instance.FindPerson(ids[1])!.MergedInto.Should().Be(ids[0]);
    }

    [Fact]
    public async Task Spent_calls_and_ended_tokens_are_met_by_the_next_call()
    {
        await using var marketo = await ControlledMarketo.StartAsync(Options);

        await marketo.DoAsync("POST", "/actions/spendCalls", """{"calls":50000}""");
        var spent = await marketo.ReadAsync();
        await marketo.DoAsync("POST", "/actions/expireTokens", "{}");

        (spent, await marketo.ReadAsync()).Should().Be(("607", "602"));
    }

    [Theory]
    [InlineData("openEmail", """{"person":1001,"email":"Spring Lunch"}""", "email 'Spring Lunch' does not exist")]
    [InlineData("openEmail", """{"person":1001}""", "email is missing")]
    [InlineData("score", """{"person":1001}""", "change is missing")]
    [InlineData("setProgramStatus", """{"program":"Spring Nurture","person":1001,"status":"Attended"}""", "Program 1001 has no status 'Attended'.")]
    [InlineData("merge", """{"winner":1001,"loser":1001}""", "loser is the winner")]
    public async Task What_cannot_be_done_is_said(string action, string body, string error)
    {
        await using var marketo = await ControlledMarketo.StartAsync(Options);
        await marketo.Host.CreateAsync("ada@lovelace.example");

        var (status, answer) = await marketo.CallAsync("POST", "/actions/" + action, body);

        (status, answer.GetProperty("error").GetString()).Should().Be((400, error));
    }
}
