using System.Net;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Sync.Sources.OutboundMessages;

namespace SfMarketo.Tests.Virtual;

/// <summary>Outbound messages of the simulated org at the engine's receiver: changes come at once, and none is lost or done twice when messages are.</summary>
public sealed class OutboundMessageTests
{
    [Fact]
    public async Task A_message_brings_a_change_long_before_the_next_poll()
    {
        await using var stage = await Stage.SetAsync(shape: WithMessages);
        using var listener = new Listener(stage);
        var counts = default(OutboundCounts);
        await stage.PlayAsync(async () =>
        {
            var lead = stage.CreateLead("Ada");
            await stage.StartEngineAsync(settings => settings with { SalesforcePoll = TimeSpan.FromHours(2) });
            (await stage.Life.Engine.SignInAsync(CancellationToken.None)).Should().BeNull();
            var delivering = stage.World.Salesforce.OutboundDelivery.RunAsync(listener.Invoker, listener.Ending.Token);
            await stage.WaitAsync(TimeSpan.FromHours(2.2));
            stage.Edit(lead, "MobilePhone", "+1 555 1234");
            await stage.WaitAsync(TimeSpan.FromMinutes(1));

            stage.PersonOf(lead).Get("mobilePhone").Should().Be("+1 555 1234");
            counts = stage.Life.Engine.OutboundMessages;
            await listener.Ending.CancelAsync();
            await delivering;
            await stage.Life.StopAsync();
        });

        counts!.Notifications.Should().BePositive();
        counts.Refused.Should().BeEmpty("they are the vendor's");
        listener.Longest.Should().BeLessThan(TimeSpan.FromSeconds(30), "the seed asks for an answer within 30 s");
    }

    [Fact]
    public async Task Messages_that_come_twice_or_find_the_engine_dead_lose_and_double_nothing()
    {
        await using var stage = await Stage.SetAsync(shape: WithMessages);
        using var listener = new Listener(stage) { LosesEverySecondAnswer = true };
        var (writes, counts) = (stage.Record().Calls, default(OutboundCounts));
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var delivering = stage.World.Salesforce.OutboundDelivery.RunAsync(listener.Invoker, listener.Ending.Token);
            var leads = new List<string>();
            for (var i = 0; i < 20; i++)
            {
                leads.Add(stage.CreateLead("Human" + i));
                stage.Edit(leads[i / 2], "MobilePhone", "+1 555 " + (1000 + i));
                await stage.WaitAsync(TimeSpan.FromSeconds(20));
                if (i == 10)
                {
                    stage.Life.Kill();
                    await stage.WaitAsync(TimeSpan.FromMinutes(3));
                    await stage.StartEngineAsync();
                }
            }

            await stage.WaitAsync(TimeSpan.FromMinutes(30));
            counts = stage.Life.Engine.OutboundMessages;
            await stage.EndAsync(TimeSpan.FromMinutes(30));
            await listener.Ending.CancelAsync();
            await delivering;
        });

        stage.ShouldBeInStep();
        stage.World.Salesforce.OutboundDelivery.PendingMessages.Should().BeEmpty();
        counts!.Repeated.Should().BePositive("answers were lost");
        writes.Where(call => call.Method == "POST" && call.Path == "/rest/v1/leads.json").Sum(call => call.Records).Should().BeLessThan(20 * 4, "a repeated message is no new change");
    }

    private static StageShape WithMessages(StageShape shape) => shape with
    {
        OutboundMessages = [new OutboundMessageDefinition { Name = "Lead to sync", Object = "Lead", EndpointUrl = "https://sync.example.invalid/outbound-messages", Fields = ["Email", "MobilePhone", "IsConverted"] }],
        WorkflowRules = [new WorkflowRule { Name = "Lead changed", Object = "Lead", Messages = ["Lead to sync"] }],
    };

    /// <summary>The host of the receiver, with an unreliable way back.</summary>
    private sealed class Listener : HttpMessageHandler
    {
        private readonly Stage stage;
        private int calls;

        public Listener(Stage stage)
        {
            this.stage = stage;
            Invoker = new HttpMessageInvoker(this, disposeHandler: false);
        }

        public HttpMessageInvoker Invoker { get; }

        public CancellationTokenSource Ending { get; } = new();

        public bool LosesEverySecondAnswer { get; init; }

        public TimeSpan Longest { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (stage.Life.IsDead)
            {
                throw new HttpRequestException("Connection refused.");
            }

            var started = stage.World.Clock.GetUtcNow();
            var answer = await stage.Life.Engine.ReceiveOutboundMessageAsync(await request.Content!.ReadAsStreamAsync(cancellationToken), cancellationToken);
            var took = stage.World.Clock.GetUtcNow() - started;
            Longest = took > Longest ? took : Longest;
            if (LosesEverySecondAnswer && ++calls % 2 == 0)
            {
                throw new HttpRequestException("The connection broke.");
            }

            var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new ReadOnlyMemoryContent(answer.Body) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
            return response;
        }

        protected override void Dispose(bool disposing)
        {
            Invoker.Dispose();
            Ending.Dispose();
            base.Dispose(disposing);
        }
    }
}
