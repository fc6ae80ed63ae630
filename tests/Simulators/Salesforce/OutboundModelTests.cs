using System.Xml.Linq;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Hosting;
using SfMarketo.Tests.Contract.Salesforce.OutboundMessages;

namespace SfMarketo.Tests.Simulators.Salesforce;

/// <summary>Random saves, listeners and clocks: the promises of delivery hold in all of them.</summary>
public sealed class OutboundModelTests
{
    private const long Day = 24 * 3_600_000_000L;

    private static readonly string[] Answers = [Listener.Ack, Listener.Ack, "", Listener.Ack.Replace("true", "false", StringComparison.Ordinal), "503", "refuse"];

    private static readonly Gen<(int What, int Row, int Answer, int Seconds)[]> Steps =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 4], Gen.Int[0, 5], Gen.OneOf(Gen.Int[0, 20], Gen.Int[0, 20_000])).Array[1, 40];

    [Fact]
    public void Each_notification_is_acknowledged_or_given_up_after_24_hours_with_the_values_of_its_sending()
    {
        Steps.Sample(
            steps =>
            {
                using var world = new World();
                world.Play(steps);
            },
            iter: 60,
            threads: 1);
    }

    private sealed class World : IDisposable
    {
        private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        private readonly RecordList records = new();
        private readonly Listener listener = new();
        private readonly SalesforceOrg org;
        private readonly List<string> rows = [];
        private readonly Dictionary<string, long> queuedAt = [];
        private int names;
        private string answer = Listener.Ack;

        public World()
        {
            org = new SalesforceOrg(
                new SalesforceSimOptions
                {
                    OutboundMessages = [new OutboundMessageDefinition { Name = "M", Object = "Lead", EndpointUrl = "https://listener.example/", Fields = ["LastName"], UseDeadLetterQueue = true }],
                    WorkflowRules = [new WorkflowRule { Name = "R", Object = "Lead", Messages = ["M"] }],
                    OutboundRepeats = 0.2,
                },
                clock,
                new Draws(11));
            org.Recorder.Add(records);
            listener.Answer = (_, _) => answer switch
            {
                "refuse" => throw new HttpRequestException(answer),
                "503" => Listener.Said("", 503),
                _ => Listener.Said(answer),
            };
        }

        public void Play((int What, int Row, int Answer, int Seconds)[] steps)
        {
            foreach (var (what, row, reply, seconds) in steps)
            {
                answer = Answers[reply];
                Save(what, row);
                clock.Advance(TimeSpan.FromSeconds(seconds));
                Send();
            }

            while (org.OutboundDelivery.PendingMessages is { Count: > 0 } pending)
            {
                clock.Advance(TimeSpan.FromMicroseconds(Math.Max(1, pending.Min(message => message.NextAttemptAt) - org.NowMicros)));
                Send();
            }

            Judge();
        }

        public void Dispose() => listener.Dispose();

        private void Save(int what, int row)
        {
            if (what < 2 || rows.Count == 0)
            {
                rows.Add(org.CreateRow("Lead", [new("LastName", "N" + names++), new("Company", "Acme")], "test"));
            }
            else if (org.Find(rows[row % rows.Count]) is { Deleted: false } live)
            {
                if (what == 2)
                {
                    org.DeleteRow(live.Id, "test");
                }
                else
                {
                    org.UpdateRow(live.Id, [new("LastName", "N" + names++)], "test");
                }
            }

            foreach (var notification in org.OutboundDelivery.PendingMessages.SelectMany(message => message.Notifications))
            {
                queuedAt.TryAdd(notification.Id, notification.QueuedAt);
            }
        }

        private void Send()
        {
            var (before, bodies) = (records.Messages.Count, listener.Bodies.Count);
            org.OutboundDelivery.SendDueAsync(listener.Invoker, CancellationToken.None).IsCompletedSuccessfully.Should().BeTrue("the listener answers at once");
            var attempts = records.Messages.Skip(before).Where(entry => entry.Attempt > 0).ToList();
            listener.Bodies.Skip(bodies).Should().HaveCount(attempts.Count);
            foreach (var (entry, body) in attempts.Zip(listener.Bodies.Skip(bodies)))
            {
                CheckValues(entry, body);
            }
        }

        private void CheckValues(MessageEntry entry, string body)
        {
            var notifications = XDocument.Parse(body).Descendants(Listener.Outbound + "Notification").ToList();
            notifications.Select(each => each.Element(Listener.Outbound + "Id")!.Value).Should().Equal(entry.Notifications.Select(each => each.Id));
            foreach (var (sent, item) in notifications.Zip(entry.Notifications))
            {
                var row = org.Find(item.RowId)!;
                sent.Descendants(Listener.Objects + "LastName").SingleOrDefault()?.Value.Should().Be(row.Text("LastName"));
                item.Version.Should().Be(row.Deleted ? 0 : row.Version);
                sent.Descendants(Listener.Objects + "Id").Any().Should().Be(!row.Deleted);
            }
        }

        private void Judge()
        {
            var acknowledged = Ids("ack");
            var dropped = Ids("dropped");
            acknowledged.Overlaps(dropped).Should().BeFalse();
            queuedAt.Keys.Except(acknowledged).Except(dropped).Should().BeEmpty("nothing is lost silently");
            org.OutboundDelivery.FailedMessages.SelectMany(message => message.Notifications).Select(each => each.Id).Should().BeSubsetOf(dropped);
            foreach (var entry in records.Messages)
            {
                entry.Notifications.Count.Should().BeInRange(1, 100);
                var oldest = entry.Notifications.Min(each => queuedAt[each.Id]);
                (entry.At - oldest >= Day).Should().Be(entry.Answer == "dropped");
            }
        }

        private HashSet<string> Ids(string kind) => [.. records.Messages.Where(entry => entry.Answer == kind).SelectMany(entry => entry.Notifications).Select(each => each.Id)];
    }
}
