using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Hosting;
using SfMarketo.Tests.Contract.Salesforce.OutboundMessages;

namespace SfMarketo.Tests.Simulators.Salesforce;

/// <summary>The loop that delivers, and what fork and reset make of the queue.</summary>
public sealed class OutboundRunTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly RecordList records = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_loop_sends_what_is_queued_before_and_while_it_runs_and_stops_when_told()
    {
        var org = NewOrg();
        using var listener = new Arrivals();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        AddLead(org, "Before");

        var run = org.OutboundDelivery.RunAsync(listener.Invoker, stop.Token);
        await listener.Next(Cancel);
        AddLead(org, "While");
        await listener.Next(Cancel);
        await stop.CancelAsync();
        await run;

        org.OutboundDelivery.PendingMessages.Should().BeEmpty();
        records.Messages.Select(entry => entry.Answer).Should().Equal("ack", "ack");
    }

    [Fact]
    public async Task The_loop_wakes_by_the_clock_for_a_retry()
    {
        var org = NewOrg();
        using var listener = new Arrivals { Answers = n => n == 0 ? "" : Listener.Ack };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        AddLead(org, "A");

        var run = org.OutboundDelivery.RunAsync(listener.Invoker, stop.Token);
        await listener.Next(Cancel);
        // The answer is settled on the pool; the clock moves until the retry has come.
        var retry = listener.Next(Cancel);
        while (!retry.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await retry;
        await stop.CancelAsync();
        await run;

        records.Messages.Select(entry => entry.Attempt).Should().Equal(1, 2);
    }

    [Fact]
    public async Task What_is_on_the_wire_when_the_loop_stops_stays_queued_and_its_attempt_does_not_count()
    {
        var org = NewOrg();
        using var listener = new Arrivals { Hang = true };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        AddLead(org, "A");

        var run = org.OutboundDelivery.RunAsync(listener.Invoker, stop.Token);
        await listener.Next(Cancel);
        await stop.CancelAsync();
        await run;

        org.OutboundDelivery.PendingMessages.Should().ContainSingle().Which.Attempts.Should().Be(0);
        records.Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task Two_loops_at_once_are_refused()
    {
        var org = NewOrg();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var run = org.OutboundDelivery.RunAsync(new Arrivals().Invoker, stop.Token);

        var second = () => org.OutboundDelivery.RunAsync(new Arrivals().Invoker, Cancel);

        await second.Should().ThrowAsync<InvalidOperationException>();
        await stop.CancelAsync();
        await run;
    }

    [Fact]
    public async Task A_fork_has_the_waiting_messages_and_neither_sees_the_others_deliveries()
    {
        var org = NewOrg();
        AddLead(org, "A");

        var fork = org.Fork(clock);
        await org.OutboundDelivery.SendDueAsync(new Arrivals().Invoker, Cancel);

        org.OutboundDelivery.PendingMessages.Should().BeEmpty();
        var waiting = fork.OutboundDelivery.PendingMessages.Should().ContainSingle().Subject;
        AddLead(fork, "B");
        fork.OutboundDelivery.PendingMessages.Single().Notifications.Should().HaveCount(2, "the message was still open");
        fork.OutboundDelivery.PendingMessages.Single().Notifications[0].Should().Be(waiting.Notifications[0]);
    }

    [Fact]
    public async Task A_reset_brings_the_queue_of_the_start_back_and_forgets_what_is_on_the_wire()
    {
        var org = NewOrg();
        using var listener = new Arrivals { Hang = true };
        var first = AddLead(org, "A");
        var sending = org.OutboundDelivery.SendDueAsync(listener.Invoker, Cancel);

        org.Reset();
        clock.Advance(TimeSpan.FromSeconds(60));
        await sending;

        org.OutboundDelivery.PendingMessages.Should().BeEmpty();
        AddLead(org, "B");
        org.OutboundDelivery.PendingMessages.Single().Number.Should().Be(2, "numbers and notification ids go on");
        first.Should().NotBeNull();
    }

    private SalesforceOrg NewOrg()
    {
        var org = new SalesforceOrg(new SalesforceSimOptions { OutboundMessages = [OutboundOrgDefinition], WorkflowRules = [new WorkflowRule { Name = "Tell", Object = "Lead", Messages = ["LeadChanged"] }], OutboundDelay = LatencyDistribution.None }, clock, new Draws(7));
        org.Recorder.Add(records);
        return org;
    }

    private static OutboundMessageDefinition OutboundOrgDefinition => new() { Name = "LeadChanged", Object = "Lead", EndpointUrl = "http://listener.example/sf", Fields = ["LastName"] };

    private static string AddLead(SalesforceOrg org, string name) => org.CreateRow("Lead", [new("LastName", name), new("Company", "Acme")], "test");
}
