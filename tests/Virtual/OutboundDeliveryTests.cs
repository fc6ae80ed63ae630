using System.Net;
using System.Text;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Tests.Virtual;

/// <summary>Outbound messages over two virtual days: listeners that are slow, refuse and time out.</summary>
public sealed class OutboundDeliveryTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task One_seed_gives_the_same_deliveries()
    {
        var first = await RunAsync(seed: 5);
        var second = await RunAsync(seed: 5);
        var other = await RunAsync(seed: 6);

        second.Should().Equal(first);
        other.Should().NotEqual(first);
    }

    [Fact]
    public async Task Every_notification_arrives_or_is_given_up_and_a_slow_listener_holds_up_nobody_else()
    {
        var lines = await RunAsync(seed: 7);

        lines.Select(line => line.Answer).Distinct().Should().BeEquivalentTo(["ack", "status", "timeout", "dropped"]);
        var taken = lines.Where(line => line.Answer == "ack").SelectMany(line => line.Ids.Split(',')).ToHashSet();
        var dropped = lines.Where(line => line.Answer == "dropped").SelectMany(line => line.Ids.Split(',')).ToHashSet();
        taken.Should().HaveCount(300);
        dropped.Should().HaveCount(300).And.NotIntersectWith(taken);
        lines.Where(line => line.Definition == "Fast").Max(line => line.TookMicros).Should().BeLessThan(60_000_000);
    }

    private static async Task<List<Line>> RunAsync(ulong seed)
    {
        var clock = new VirtualClock(Start);
        var draws = new Draws(seed);
        var lines = new List<Line>();
        var org = new SalesforceOrg(
            new SalesforceSimOptions
            {
                OutboundMessages = [Definition("Fast", "Lead"), Definition("Dead", "Contact")],
                WorkflowRules = [new WorkflowRule { Name = "L", Object = "Lead", Messages = ["Fast"] }, new WorkflowRule { Name = "C", Object = "Contact", Messages = ["Dead"] }],
            },
            clock,
            draws.Fork("org"));
        org.Recorder.Add(new Sink(lines));
        using var invoker = new HttpMessageInvoker(new Target(clock, draws.Fork("listener")));
        await VirtualPump.RunAsync(clock, async () =>
        {
            using var stop = new CancellationTokenSource();
            var delivery = org.OutboundDelivery.RunAsync(invoker, stop.Token);
            var people = draws.Fork("people");
            for (var i = 0; i < 300; i++)
            {
                org.CreateRow("Lead", [new("LastName", "L" + i), new("Company", "Acme")], "test");
                org.CreateRow("Contact", [new("LastName", "C" + i)], "test");
                await Task.Delay(people.NextExponential(TimeSpan.FromSeconds(20)), clock);
            }

            await Task.Delay(TimeSpan.FromHours(30), clock);
            org.OutboundDelivery.PendingMessages.Should().BeEmpty();
            await stop.CancelAsync();
            await delivery;
        });
        return lines;
    }

    private static OutboundMessageDefinition Definition(string name, string @object) => new() { Name = name, Object = @object, EndpointUrl = $"http://{name}.example/", Fields = ["LastName"] };

    private sealed record Line(long At, string Definition, long Message, string Ids, int Attempt, string Answer, long TookMicros);

    private sealed class Sink(List<Line> lines) : IRecordSink
    {
        public void OnCall(in CallEntry entry)
        {
        }

        public void OnCommit(in CommitEntry entry)
        {
        }

        public void OnDelivered(in DeliveredEntry entry)
        {
        }

        public void OnMessage(in MessageEntry entry) =>
            lines.Add(new Line(entry.At, entry.Definition, entry.Message, string.Join(',', entry.Notifications.Select(each => each.Id)), entry.Attempt, entry.Answer, entry.TookMicros));
    }

    /// <summary>Answers one in three with 503; the dead one never answers.</summary>
    private sealed class Target(TimeProvider clock, Draws draws) : HttpMessageHandler
    {
        private const string Ack = """
            <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></e:Body></e:Envelope>
            """;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(request.RequestUri!.Host == "dead.example" ? TimeSpan.FromHours(1) : TimeSpan.FromMilliseconds(draws.Next(50, 4000)), clock, cancellationToken);
            return new HttpResponseMessage(draws.Chance(0.33) ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK) { Content = new StringContent(Ack, Encoding.UTF8, "text/xml") };
        }
    }
}
