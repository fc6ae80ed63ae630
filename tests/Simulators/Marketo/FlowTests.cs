using System.Net;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>What flows do beyond one instant: waits, rules, requests, tokens, opens, webhooks.</summary>
public sealed class FlowTests
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.Parse("2026-03-02T12:00:00Z", null));

    [Fact]
    public void A_wait_step_ends_by_the_clock_and_the_flow_goes_on_as_of_then()
    {
        var marketo = Start(new MarketoCampaign { Id = 1, Name = "Welcome", FlowSteps = [new FlowStep.ChangeScore(1), new FlowStep.Wait(TimeSpan.FromHours(2)), new FlowStep.ChangeScore(10)] });
        var id = Person(marketo);

        marketo.RunCampaign(1, [id]);

        marketo.FindPerson(id)!.Get("leadScore").Should().Be(1);
        marketo.NextDue.Should().Be(DateTimeOffset.Parse("2026-03-02T14:00:00Z", null));
        time.Advance(TimeSpan.FromHours(3));
        marketo.FindPerson(id)!.Get("leadScore").Should().Be(11);
        marketo.Activities.Last().At.Should().Be(DateTimeOffset.Parse("2026-03-02T14:00:00Z", null).ToUnixTimeMilliseconds() * 1000);
        marketo.NextDue.Should().BeNull();
    }

    [Fact]
    public void A_fork_waits_for_itself()
    {
        var marketo = Start(new MarketoCampaign { Id = 1, Name = "Welcome", FlowSteps = [new FlowStep.Wait(TimeSpan.FromHours(2)), new FlowStep.ChangeScore(10)] });
        var id = Person(marketo);
        marketo.RunCampaign(1, [id]);

        var fork = marketo.Fork(time);
        fork.DeletePerson(id, "delete");
        time.Advance(TimeSpan.FromHours(3));

        marketo.FindPerson(id)!.Get("leadScore").Should().Be(10);
        fork.FindPerson(id)!.Get("leadScore").Should().BeNull();
    }

    [Theory]
    [InlineData("any", 3)]
    [InlineData("once", 1)]
    [InlineData("interval", 2)]
    public void A_qualification_rule_says_how_often_a_person_enters(string type, int times)
    {
        var rule = type switch { "any" => QualificationRule.EveryTime, "once" => QualificationRule.Once, _ => QualificationRule.Every(1, "day") };
        var marketo = Start(new MarketoCampaign { Id = 1, Name = "Score", Qualification = rule, FlowSteps = [new FlowStep.ChangeScore(1)] });
        var id = Person(marketo);

        marketo.RunCampaign(1, [id]);
        time.Advance(TimeSpan.FromHours(23));
        marketo.RunCampaign(1, [id]);
        time.Advance(TimeSpan.FromHours(1));
        marketo.RunCampaign(1, [id]);

        marketo.FindPerson(id)!.Get("leadScore").Should().Be(times);
    }

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, null)]
    public void A_step_asks_into_another_campaign_that_can_be_requested(bool requestable, int? score)
    {
        var marketo = Start(
            new MarketoCampaign { Id = 2, Name = "Inner", Requestable = requestable, FlowSteps = [new FlowStep.ChangeScore(5)] },
            new MarketoCampaign { Id = 1, Name = "Outer", FlowSteps = [new FlowStep.RequestCampaign(2)] });
        var id = Person(marketo);

        marketo.RunCampaign(1, [id]);

        marketo.FindPerson(id)!.Get("leadScore").Should().Be(score);
        marketo.Activities.Count(activity => activity.TypeId == 47).Should().Be(requestable ? 1 : 0);
    }

    [Fact]
    public void Two_campaigns_that_ask_one_another_for_ever_are_cut_off()
    {
        var marketo = Start(
            new MarketoCampaign { Id = 1, Name = "Ping", Requestable = true, FlowSteps = [new FlowStep.RequestCampaign(2)] },
            new MarketoCampaign { Id = 2, Name = "Pong", Requestable = true, FlowSteps = [new FlowStep.RequestCampaign(1)] });

        marketo.RunCampaign(1, [Person(marketo)]);

        marketo.StoppedCampaignChains.Should().Be(1);
    }

    [Fact]
    public void Opens_and_clicks_follow_a_send_by_the_assets_rates_the_same_in_each_fork()
    {
        var origin = Start(new MarketoCampaign { Id = 1, Name = "Send", FlowSteps = [new FlowStep.SendEmail(5)] });
        var ids = Enumerable.Range(0, 200).Select(number => Person(origin, number)).ToList();
        var fork = origin.Fork(time);

        origin.RunCampaign(1, ids);
        fork.RunCampaign(1, ids);
        time.Advance(TimeSpan.FromDays(2));

        Counts(origin).Should().Equal(Counts(fork));
        Count(origin, 6).Should().Be(200);
        (Count(origin, 7) + Count(origin, 27)).Should().Be(200);
        Count(origin, 27).Should().BeInRange(5, 40);
        Count(origin, 10).Should().BeInRange(60, 130);
        Count(origin, 11).Should().BeInRange(25, 75);
    }

    [Fact]
    public void Without_rates_nobody_opens()
    {
        var marketo = Start(new MarketoCampaign { Id = 1, Name = "Send", FlowSteps = [new FlowStep.SendEmail(6)] });

        marketo.RunCampaign(1, [Person(marketo)]);

        marketo.NextDue.Should().BeNull();
        Count(marketo, 7).Should().Be(1);
    }

    [Theory]
    [InlineData("{\"score\":{\"value\":77}}", 200, 77, "")]
    [InlineData("<r><score><value>78</value></score></r>", 200, 78, "")]
    [InlineData("{\"score\":{\"value\":77}}", 500, null, "500")]
    [InlineData("", 200, null, "1001")]
    [InlineData("nonsense", 200, null, "")]
    public async Task A_webhook_is_called_once_and_a_good_answer_is_mapped(string answer, int status, int? score, string error)
    {
        var sender = new Sender((HttpStatusCode)status, answer);
        var marketo = Start(new MarketoCampaign
        {
            Id = 1,
            Name = "Enrich",
            FlowSteps = [new FlowStep.CallWebhook(new MarketoWebhook("Clear", "https://hooks.example.com/{{lead.id}}") { Body = "{{lead.email}}", Mapping = new Dictionary<string, string> { ["leadScore"] = "score.value" } })],
        });
        using var invoker = new HttpMessageInvoker(sender);
        marketo.UseWebhookSender(invoker);
        var id = Person(marketo);

        marketo.RunCampaign(1, [id]);
        await sender.Answered.WaitAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => Count(marketo, 110) > 0);

        // Waits for the gate: the fields follow the activity.
        marketo.RunDue();

        sender.Calls.Should().Equal($"POST https://hooks.example.com/{id} p0@example.invalid");
        marketo.FindPerson(id)!.Get("leadScore").Should().Be(score);
        marketo.Activities.Single(activity => activity.TypeId == 110).Attribute("Error Type").Should().Be(error);
    }

    [Theory]
    [InlineData(MarketoCampaignType.Trigger, "NotSent")]
    [InlineData(MarketoCampaignType.Batch, "1000")]
    public void Without_a_way_out_and_in_batch_campaigns_a_webhook_fails(MarketoCampaignType type, string error)
    {
        var marketo = Start(new MarketoCampaign { Id = 1, Name = "Enrich", Type = type, FlowSteps = [new FlowStep.CallWebhook(new MarketoWebhook("Clear", "https://hooks.example.com/"))] });

        marketo.RunCampaign(1, [Person(marketo)]);

        marketo.Activities.Single(activity => activity.TypeId == 110).Attribute("Error Type").Should().Be(error);
    }

    [Fact]
    public void Members_of_an_engagement_program_get_their_streams_emails_by_casts_until_they_are_exhausted()
    {
        var marketo = Start();
        var ids = Enumerable.Range(0, 2).Select(number => Person(marketo, number)).ToList();

        marketo.SetProgramStatus(1, ids[0], "Member", "enrol");
        marketo.SetProgramStatus(1, ids[1], "Member", "enrol");
        marketo.DefineCampaign(new MarketoCampaign { Id = 9, Name = "Pause", FlowSteps = [new FlowStep.ChangeCadence(1, "paus"), new FlowStep.ChangeStream(1, 12)] });
        marketo.RunCampaign(9, [ids[1]]);
        time.Advance(TimeSpan.FromDays(8));
        Count(marketo, 6).Should().Be(1);
        marketo.FindMember(1, ids[0])!.IsExhausted.Should().BeFalse();
        time.Advance(TimeSpan.FromDays(30));

        Count(marketo, 6).Should().Be(2);
        marketo.FindMember(1, ids[0])!.IsExhausted.Should().BeTrue();
        marketo.FindMember(1, ids[1])!.Nurture.Should().BeEquivalentTo(new { StreamId = 12, Cadence = "paus", IsExhausted = false });
        (Count(marketo, 113), Count(marketo, 114), Count(marketo, 115)).Should().Be((2, 1, 1));
        marketo.NextDue.Should().BeNull();
    }

    [Fact]
    public void A_program_that_acquires_a_person_is_their_acquisition_program()
    {
        var marketo = Start();
        var id = Person(marketo);

        marketo.SetProgramStatus(1, id, "Member", "enrol", acquires: true);

        marketo.FindMember(1, id)!.AcquiredBy.Should().BeTrue();
        marketo.FindPerson(id)!.Get("acquisitionProgramId").Should().Be(1);
    }

    [Theory]
    [InlineData("nonsense", "*no field 'nonsense'*")]
    public void A_campaign_that_names_nothing_real_is_refused_when_it_is_defined(string field, string message)
    {
        var marketo = Start();

        marketo.Invoking(it => it.DefineCampaign(new MarketoCampaign { Id = 3, Name = "X", FlowSteps = [new FlowStep.ChangeDataValue(field, "1")] })).Should().Throw<ArgumentException>().WithMessage(message);
        marketo.SmartCampaigns.Should().BeEmpty();
    }

    private MarketoInstance Start(params MarketoCampaign[] campaigns) => new(
        new MarketoSimOptions
        {
            Channels = [new MarketoChannel("Nurture", [new("Member", 10), new("Engaged", 20)])],
            Programs = [new MarketoProgram(1, "Spring", "Nurture") { Type = "Engagement", Status = "on", Streams = [new EngagementStream(11, "Early", [5, 6]), new EngagementStream(12, "Late", [6])] }],
            Emails = [new MarketoEmail(5, "Launch") { Rates = MailingRates.None with { SoftBounces = 0.1, Opens = 0.5, Clicks = 0.5 } }, new MarketoEmail(6, "Thanks")],
            Campaigns = campaigns,
        },
        time,
        new Draws(7));

    private static int Person(MarketoInstance marketo, int number = 0) => marketo.CreatePerson([new("email", $"p{number}@example.invalid")], "create");

    private static int Count(MarketoInstance marketo, int type) => marketo.Activities.Count(activity => activity.TypeId == type);

    private static IEnumerable<int> Counts(MarketoInstance marketo) => new[] { 6, 7, 27, 10, 11 }.Select(type => Count(marketo, type));

    private static async Task UntilAsync(Func<bool> done)
    {
        while (!done())
        {
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private sealed class Sender(HttpStatusCode status, string body) : HttpMessageHandler
    {
        private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Calls { get; } = [];

        public Task Answered => answered.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add($"{request.Method} {request.RequestUri} {(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken))}");
            answered.SetResult();
            return new HttpResponseMessage(status) { Content = new StringContent(body) };
        }
    }
}
