using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>Tokens of requests, and the clone form of the schedule.</summary>
[Source("Marketo REST API, Campaigns")]
public sealed class CampaignFlowTests
{
    private static readonly MarketoSimOptions Options = AssetExamples.Options with
    {
        Programs = [.. AssetExamples.Options.Programs, new MarketoProgram(1050, "Inner", "Webinar") { FolderId = AssetExamples.Nurture, IsNested = true }],
        Campaigns =
        [
            new MarketoCampaign
            {
                Id = 4100,
                Name = "Greet",
                Requestable = true,
                ProgramId = AssetExamples.Webinar,
                ProgramName = "Spring Webinar",
                FlowSteps = [new FlowStep.ChangeDataValue("title", "{{my.greeting}} {{lead.firstName}}{{my.unknown}}")],
            },
            new MarketoCampaign { Id = 4101, Name = "Inside", Requestable = true, ProgramId = 1050, ProgramName = "Inner", FlowSteps = [new FlowStep.ChangeScore(1)] },
            new MarketoCampaign
            {
                Id = 4102,
                Name = "Nightly Cast",
                Type = MarketoCampaignType.Batch,
                ProgramId = AssetExamples.Webinar,
                ProgramName = "Spring Webinar",
                Filters = [new SmartListFilter.FieldIs("country", "Austria")],
                FlowSteps = [new FlowStep.ChangeProgramStatus(AssetExamples.Webinar, "Invited"), new FlowStep.ChangeDataValue("title", "{{my.greeting}}")],
            },
        ],
    };

    [Theory]
    [InlineData("{{my.greeting}}")]
    [InlineData("my.greeting")]
    [Proves("POST /rest/v1/campaigns/{campaignId}/trigger.json", "input.tokens")]
    [SimulatorOnly]
    public async Task A_requests_token_wins_over_the_programs_and_unknown_ones_stay(string name)
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.FormAsync("folder/28/tokens.json", ("folderType", "Folder"), ("name", "greeting"), ("type", "text"), ("value", "Hello"));
        await marketo.PostAsync("/rest/v1/leads.json", $$"""{"action":"updateOnly","lookupField":"id","input":[{"id":{{id}},"firstName":"Ada"}]}""");

        await marketo.PostAsync("/rest/v1/campaigns/4100/trigger.json", $$$"""{"input":{"leads":[{"id":{{{id}}}}]}}""");
        var before = await marketo.FieldAsync(id, "title");
        await marketo.PostAsync("/rest/v1/campaigns/4100/trigger.json", $$$"""{"input":{"leads":[{"id":{{{id}}}}],"tokens":[{"name":"{{{name}}}","value":"Good day"}]}}""");

        before.Should().Be("Hello Ada{{my.unknown}}");
        (await marketo.FieldAsync(id, "title")).Should().Be("Good day Ada{{my.unknown}}");
    }

    [Fact]
    [Proves("POST /rest/v1/campaigns/{campaignId}/trigger.json", "input.tokens")]
    [Proves("code 611")]
    [SimulatorOnly]
    [Source("client: field report")]
    public async Task Tokens_for_a_campaign_in_a_nested_program_are_a_system_error()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        (await marketo.PostAsync("/rest/v1/campaigns/4101/trigger.json", $$$"""{"input":{"leads":[{"id":{{{id}}}}],"tokens":[{"name":"my.x","value":"v"}]}}""")).ShouldFail("611");
        (await marketo.PostAsync("/rest/v1/campaigns/4101/trigger.json", $$$"""{"input":{"leads":[{"id":{{{id}}}}]}}""")).Result().Single().Id().Should().Be(4101);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    [Proves("POST /rest/v1/campaigns/{campaignId}/trigger.json", "input.tokens")]
    [Proves("code 1003")]
    public async Task A_request_takes_100_tokens(int tokens, bool taken)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        var list = string.Join(',', Enumerable.Range(1, tokens).Select(number => $$"""{"name":"my.t{{number}}","value":"v"}"""));

        var answer = await marketo.PostAsync("/rest/v1/campaigns/3712/trigger.json", $$$"""{"input":{"leads":[{"id":{{{id}}}}],"tokens":[{{{list}}}]}}""");

        answer.GetProperty("success").GetBoolean().Should().Be(taken);
    }

    [Fact]
    [Proves("POST /rest/v1/campaigns/{campaignId}/schedule.json", "input.cloneToProgramName", "input.tokens", "input.runAt")]
    [SimulatorOnly]
    public async Task The_clone_form_copies_the_program_and_runs_the_copys_campaign_with_the_tokens()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync("/rest/v1/leads.json", $$"""{"action":"updateOnly","lookupField":"id","input":[{"id":{{id}},"country":"Austria"}]}""");

        var run = (await marketo.PostAsync("/rest/v1/campaigns/4102/schedule.json", """{"input":{"cloneToProgramName":"May Webinar","tokens":[{"name":"{{my.greeting}}","value":"Salve"}]}}""")).Result().Single().Id();
        var clone = (await marketo.AssetAsync("program/byName.json?name=May%20Webinar")).Result().Single();
        marketo.Time.Advance(TimeSpan.FromMinutes(6));

        run.Should().NotBe(4102);
        (await marketo.AssetAsync($"smartCampaign/{run}.json")).Result().Single().GetProperty("parentProgramId").GetInt32().Should().Be(clone.Id());
        (await marketo.FieldAsync(id, "title")).Should().Be("Salve");
        marketo.Instance.FindMember(clone.Id(), id)!.Status.Should().Be("Invited");
        marketo.Instance.FindMember(AssetExamples.Webinar, id).Should().BeNull();
    }

    [Fact]
    [Proves("POST /rest/v1/campaigns/{campaignId}/schedule.json", "input.cloneToProgramName")]
    [Proves("code 1020")]
    [Proves("code 709")]
    [SimulatorOnly]
    public async Task The_clone_form_works_20_times_a_day_and_with_a_free_name()
    {
        await using var marketo = await MarketoHost.StartAsync(Options with { TokenLifetime = 1_000_000 });

        for (var number = 0; number < 20; number++)
        {
            (await CloneAsync(marketo, $"Copy {number}")).GetProperty("success").GetBoolean().Should().BeTrue();
        }

        (await CloneAsync(marketo, "Copy 20")).ShouldFail("1020", "Too many clones to program");
        marketo.Time.Advance(TimeSpan.FromDays(1));
        (await CloneAsync(marketo, "Copy 3")).ShouldFail("709");
        (await CloneAsync(marketo, "Copy 20")).GetProperty("success").GetBoolean().Should().BeTrue();
    }

    private static Task<System.Text.Json.JsonElement> CloneAsync(MarketoHost marketo, string name) =>
        marketo.PostAsync("/rest/v1/campaigns/4102/schedule.json", $$$"""{"input":{"cloneToProgramName":"{{{name}}}"}}""");
}
