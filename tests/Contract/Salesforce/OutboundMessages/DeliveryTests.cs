using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.OutboundMessages;

/// <summary>Delivery.</summary>
[Source("Salesforce Help, Outbound Message Considerations; Tracking Outbound Message Delivery Status")]
[SimulatorOnly("messages are sent and received inside the process")]
public sealed class DeliveryTests
{
    [Theory]
    [InlineData("<x:notificationsResponse xmlns:x='http://soap.sforce.com/2005/09/outbound'><x:Ack>true</x:Ack></x:notificationsResponse>", 200, "ack")]
    [InlineData("<notificationsResponse xmlns='http://soap.sforce.com/2005/09/outbound'><Ack> 1 </Ack></notificationsResponse>", 200, "ack")]
    [InlineData("<notificationsResponse xmlns='http://soap.sforce.com/2005/09/outbound'><Ack>false</Ack></notificationsResponse>", 200, "nack")]
    [InlineData("<notificationsResponse><Ack>true</Ack></notificationsResponse>", 200, "nack")]
    [InlineData("<notificationsResponse xmlns='http://soap.sforce.com/2005/09/outbound'><Ack xmlns=''>true</Ack></notificationsResponse>", 200, "nack")]
    [InlineData("<e:Fault><faultcode>e:Server</faultcode><faultstring>no</faultstring></e:Fault>", 500, "fault")]
    [InlineData("<notificationsResponse xmlns='http://soap.sforce.com/2005/09/outbound'><Ack>true</Ack></notificationsResponse>", 202, "status")]
    [InlineData("", 503, "status")]
    [InlineData("", 302, "status")]
    [Proves("message acknowledgement")]
    public async Task Only_an_ack_in_the_right_namespace_with_200_is_a_delivery(string inner, int status, string answer)
    {
        await using var org = await OutboundOrg.StartAsync();
        org.AddLead();
        org.Listener.Answer = (_, _) => Listener.Said($"<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>{inner}</e:Body></e:Envelope>", status);

        await org.Send();

        var entry = org.Host.Records.Messages.Single();
        (entry.Answer, entry.Status, entry.Attempt, entry.Definition).Should().Be((answer, status, 1, "LeadChanged"));
        org.Org.OutboundDelivery.PendingMessages.Should().HaveCount(answer == "ack" ? 0 : 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ok")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    [Proves("message acknowledgement")]
    public async Task A_bare_200_is_no_delivery_and_the_whole_message_comes_again(string body)
    {
        await using var org = await OutboundOrg.StartAsync();
        org.AddLead("A");
        org.AddLead("B");
        org.Listener.Answer = (n, _) => Listener.Said(n == 0 ? body : Listener.Ack);

        await org.Send();
        await org.SendAfter(TimeSpan.FromSeconds(5));

        var sent = org.Listener.NotificationIds.ToList();
        sent.Should().HaveCount(2);
        sent[1].Should().Equal(sent[0]).And.HaveCount(2);
        org.Org.OutboundDelivery.PendingMessages.Should().BeEmpty();
    }

    [Fact]
    [Proves("message acknowledgement")]
    [Proves("message retry")]
    public async Task A_refused_connection_is_no_delivery()
    {
        await using var org = await OutboundOrg.StartAsync();
        org.AddLead();
        org.Listener.Answer = (_, _) => throw new HttpRequestException("refused");

        await org.Send();

        org.Org.OutboundDelivery.PendingMessages.Single().LastAnswer.Should().Be("refused");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(30)]
    [Proves("message acknowledgement")]
    [Proves("message retry")]
    [Proves("switch outbound.timeoutSeconds")]
    [Unverified]
    public async Task A_listener_has_so_many_seconds_by_switch(int seconds)
    {
        await using var org = await OutboundOrg.StartAsync(switches: new SalesforceSwitches { OutboundTimeout = TimeSpan.FromSeconds(seconds) });
        org.AddLead();
        org.Listener.Answer = async (_, cancel) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, org.Host.Clock, cancel);
            throw new InvalidOperationException();
        };

        var sending = org.Send();
        org.Host.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        sending.IsCompleted.Should().BeFalse();
        org.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await sending;

        var entry = org.Host.Records.Messages.Single();
        (entry.Answer, entry.Status, entry.TookMicros).Should().Be(("timeout", 0, seconds * 1_000_000L));
    }

    [Fact]
    [Proves("message retry")]
    [Proves("switch outbound.retry")]
    [Unverified]
    public async Task Retries_grow_from_5_seconds_to_2_hours_and_end_after_24_hours()
    {
        var gaps = await Gaps(new SalesforceSwitches());

        gaps.Take(11).Should().Equal(5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120);
        gaps.Skip(11).Should().NotBeEmpty().And.OnlyContain(gap => gap == 7200);
        gaps.Sum().Should().BeLessThan(24 * 3600);
    }

    [Fact]
    [Proves("message retry")]
    [Proves("switch outbound.retry")]
    [Unverified]
    public async Task Retries_keep_a_fixed_pace_by_switch()
    {
        var gaps = await Gaps(new SalesforceSwitches { OutboundRetriesExponential = false });

        gaps.Should().OnlyContain(gap => gap == 60).And.HaveCount(24 * 60 - 1);
    }

    [Fact]
    [Proves("message retry")]
    public async Task What_is_dropped_after_24_hours_can_be_retried_for_7_days_when_the_definition_keeps_it()
    {
        await using var org = await OutboundOrg.StartAsync(OutboundOrg.Definition with { UseDeadLetterQueue = true });
        org.AddLead();
        org.Listener.Answer = (n, _) => Listener.Said(n == 0 ? "" : Listener.Ack, n == 0 ? 500 : 200);
        await org.Send();

        await org.SendAfter(TimeSpan.FromHours(24));

        org.Org.OutboundDelivery.PendingMessages.Should().BeEmpty();
        var failed = org.Org.OutboundDelivery.FailedMessages.Single();
        (failed.Number, failed.Attempts, failed.LastAnswer).Should().Be((1, 1, "status"));
        org.Host.Records.Messages.Select(entry => entry.Answer).Should().Equal("status", "dropped");

        org.Org.OutboundDelivery.RetryFailed(1).Should().BeTrue();
        org.Org.OutboundDelivery.RetryFailed(1).Should().BeFalse();
        await org.Send();
        org.Listener.NotificationIds.Select(ids => ids.Single()).Distinct().Should().ContainSingle();
        org.Org.OutboundDelivery.FailedMessages.Should().BeEmpty();
        org.Org.OutboundDelivery.PendingMessages.Should().BeEmpty();
    }

    [Fact]
    [Proves("message retry")]
    public async Task Failed_messages_are_gone_after_7_days_and_at_once_without_a_dead_letter_queue()
    {
        await using var kept = await OutboundOrg.StartAsync(OutboundOrg.Definition with { UseDeadLetterQueue = true });
        await using var gone = await OutboundOrg.StartAsync();
        foreach (var org in (OutboundOrg[])[kept, gone])
        {
            org.AddLead();
            await org.SendAfter(TimeSpan.FromHours(24));
        }

        gone.Org.OutboundDelivery.FailedMessages.Should().BeEmpty();
        kept.Org.OutboundDelivery.FailedMessages.Should().ContainSingle();
        kept.Host.Clock.Advance(TimeSpan.FromDays(7));
        kept.Org.OutboundDelivery.FailedMessages.Should().BeEmpty();
        kept.Org.OutboundDelivery.RetryFailed(1).Should().BeFalse();
    }

    [Fact]
    [Proves("message batch")]
    public async Task Notifications_that_wait_together_go_in_one_message_of_at_most_100()
    {
        await using var org = await OutboundOrg.StartAsync(delay: LatencyDistribution.Constant(TimeSpan.FromSeconds(2)));
        for (var i = 0; i < 120; i++)
        {
            org.AddLead("L" + i);
        }

        await org.SendAfter(TimeSpan.FromSeconds(1));
        org.Listener.Bodies.Should().BeEmpty();
        await org.SendAfter(TimeSpan.FromSeconds(1));

        org.Listener.NotificationIds.Select(ids => ids.Length).Should().BeEquivalentTo([100, 20]);
        org.AddLead("Later");
        org.Org.OutboundDelivery.PendingMessages.Single().Notifications.Should().ContainSingle("a message that was sent takes no more");
    }

    [Fact]
    [Proves("message batch")]
    public async Task There_is_no_order_within_a_message_and_retries_are_overtaken()
    {
        await using var org = await OutboundOrg.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            org.AddLead("L" + i);
        }

        org.Listener.Answer = (n, _) => Listener.Said(n == 0 ? "" : Listener.Ack);
        await org.Send();
        org.Listener.NotificationIds.Single().Should().NotBeInAscendingOrder();

        org.AddLead("Newer");
        await org.Send();
        await org.SendAfter(TimeSpan.FromSeconds(5));
        org.Host.Records.Messages.Select(entry => entry.Message).Should().Equal(1, 2, 1);
    }

    [Fact]
    [Proves("message acknowledgement")]
    public async Task Messages_can_come_again_after_a_good_ack()
    {
        await using var org = await OutboundOrg.StartAsync(repeats: 1);
        org.AddLead();

        await org.Send();
        await org.SendAfter(TimeSpan.FromSeconds(5));

        org.Host.Records.Messages.Select(entry => (entry.Message, entry.Attempt, entry.Answer)).Should().Equal((1, 1, "ack"), (1, 2, "ack"));
        org.Listener.NotificationIds.Select(ids => ids.Single()).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Messages_cost_no_request_and_make_no_commit()
    {
        await using var org = await OutboundOrg.StartAsync();
        org.AddLead();
        var commits = org.Host.Records.Commits.Count;

        await org.Send();

        org.Org.RequestsUsed.Should().Be(0);
        org.Host.Records.Commits.Should().HaveCount(commits);
    }

    // Seconds between the attempts at one message that is never taken.
    private static async Task<List<int>> Gaps(SalesforceSwitches switches)
    {
        await using var org = await OutboundOrg.StartAsync(switches: switches);
        org.Listener.Answer = (_, _) => Listener.Said("", 503);
        org.AddLead();
        while (org.Org.OutboundDelivery.PendingMessages is [var message])
        {
            await org.SendAfter(TimeSpan.FromMicroseconds(Math.Max(0, message.NextAttemptAt - org.Org.NowMicros)));
        }

        var at = org.Host.Records.Messages.Where(entry => entry.Answer != "dropped").Select(entry => entry.At).ToList();
        return [.. at.Skip(1).Zip(at, (next, previous) => (int)((next - previous) / 1_000_000))];
    }
}
