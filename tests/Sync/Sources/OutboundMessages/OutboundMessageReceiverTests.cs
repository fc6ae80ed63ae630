using System.Text;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Sync;
using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Sources.OutboundMessages;
using SfMarketo.Sync.State;

namespace SfMarketo.Tests.Sync.Sources.OutboundMessages;

/// <summary>A message is stored, then acknowledged; whatever is not the vendor's is refused and leaves no trace but a count.</summary>
public sealed class OutboundMessageReceiverTests : IAsyncDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db");
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private SalesforceId signedInTo;
    private StateStore store;
    private OutboundMessageReceiver receiver;
    private Func<string, ValueTask> passage = static _ => ValueTask.CompletedTask;

    public OutboundMessageReceiverTests()
    {
        store = OpenStore();
        receiver = Receiver();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(path + suffix);
        }
    }

    [Fact]
    public async Task A_message_is_acknowledged_and_its_records_are_to_be_read()
    {
        var answer = await ReceiveAsync(Messages.Of(Messages.Contact(1), Messages.Contact(2)));

        answer.Status.Should().Be(200);
        answer.ContentType.Should().StartWith("text/xml");
        Text(answer).Should().Contain("""<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse>""");
        (await WantedAsync()).Should().Equal("sf:" + Messages.Id("003", 1), "sf:" + Messages.Id("003", 2));
        receiver.Counts.Should().BeEquivalentTo(new { Acknowledged = 1L, Notifications = 2L, Repeated = 0L, Unused = 0L });
    }

    [Fact]
    public async Task The_read_is_wanted_at_once()
    {
        await ReceiveAsync(Messages.Of(Messages.Notification(1, "sf:Lead", Messages.Id("00Q", 1))));

        var row = await store.CommitAsync(state => state.Outbox.Find(EffectKind.SalesforceRead, "sf:" + Messages.Id("00Q", 1)));
        row!.Due.Should().Be(time.NowMicros());
    }

    [Theory]
    [InlineData("Lead", "00Q", "SalesforceRead")]
    [InlineData("Contact", "003", "SalesforceRead")]
    [InlineData("Opportunity", "006", "SalesforceReadRoles")]
    [InlineData("Account", "001", "SalesforceReadAccount")]
    public async Task Each_object_that_a_flow_follows_has_its_read(string name, string prefix, string read)
    {
        await ReceiveAsync(Messages.Of(Messages.Notification(1, "sf:" + name, Messages.Id(prefix, 1))));

        var wanted = await store.CommitAsync(state => state.Outbox.All(Enum.Parse<EffectKind>(read)));
        wanted.Should().ContainSingle().Which.Subject.Should().Be("sf:" + Messages.Id(prefix, 1));
        receiver.Counts.Unused.Should().Be(0);
    }

    [Fact]
    public async Task The_values_of_a_message_are_not_kept()
    {
        await ReceiveAsync(Messages.Of(Messages.Contact(1, "<sf:Email>ann@example.invalid</sf:Email>")));

        var row = await store.CommitAsync(state => state.Outbox.Find(EffectKind.SalesforceRead, "sf:" + Messages.Id("003", 1)));
        row!.Fields.Count.Should().Be(0);
        (await store.CommitAsync(state => state.Inbox.CountPending())).Should().Be(0);
    }

    [Fact]
    public async Task It_is_durable_before_it_is_acknowledged()
    {
        var written = new TaskCompletionSource();
        passage = name => name == "commit.after" ? new ValueTask(written.Task) : ValueTask.CompletedTask;
        await store.DisposeAsync();
        store = OpenStore();
        receiver = Receiver();

        var receiving = ReceiveAsync(Messages.Of(Messages.Contact(1)));

        receiving.IsCompleted.Should().BeFalse("the commit has not come back");
        written.SetResult();
        (await receiving).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_message_sent_again_is_acknowledged_and_wants_nothing()
    {
        await ReceiveAsync(Messages.Of(Messages.Contact(1)));
        await ReadsAreDoneAsync();

        (await ReceiveAsync(Messages.Of(Messages.Contact(1)))).Status.Should().Be(200);

        (await WantedAsync()).Should().BeEmpty();
        receiver.Counts.Repeated.Should().Be(1);
    }

    [Fact]
    public async Task A_message_sent_again_after_a_restart_is_known()
    {
        await ReceiveAsync(Messages.Of(Messages.Contact(1)));
        await ReadsAreDoneAsync();
        await store.DisposeAsync();
        store = OpenStore();
        receiver = Receiver();

        (await ReceiveAsync(Messages.Of(Messages.Contact(1), Messages.Contact(2)))).Status.Should().Be(200);

        (await WantedAsync()).Should().Equal("sf:" + Messages.Id("003", 2));
        receiver.Counts.Should().BeEquivalentTo(new { Notifications = 1L, Repeated = 1L });
    }

    [Fact]
    public async Task What_was_acknowledged_is_still_wanted_after_a_restart()
    {
        await ReceiveAsync(Messages.Of(Messages.Contact(1)));
        await store.DisposeAsync();
        store = OpenStore();

        (await WantedAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("00D240000000001")]
    [InlineData("00D240000000001EAA")]
    public async Task The_organisation_is_known_in_both_forms_of_its_id(string sent) =>
        (await ReceiveAsync(Messages.From(sent, Messages.Contact(1)))).Status.Should().Be(200);

    [Fact]
    public async Task A_record_deleted_before_the_message_was_sent_asks_for_no_read()
    {
        var answer = await ReceiveAsync(Messages.Of(Messages.WithoutRecord(1), Messages.Contact(2)));

        answer.Status.Should().Be(200);
        (await WantedAsync()).Should().ContainSingle();
        receiver.Counts.Unused.Should().Be(1);
    }

    [Fact]
    public async Task A_message_of_an_object_that_no_flow_follows_is_acknowledged_and_counted()
    {
        var answer = await ReceiveAsync(Messages.Of(Messages.Notification(1, "sf:Invoice__c", Messages.Id("a0B", 1))));

        answer.Status.Should().Be(200);
        receiver.Counts.Unused.Should().Be(1);
    }

    [Fact]
    public async Task A_hundred_notifications_are_taken_and_one_more_is_not()
    {
        (await ReceiveAsync(Messages.Of([.. Enumerable.Range(0, 100).Select(i => Messages.Contact(i))]))).Status.Should().Be(200);

        await ShouldBeRefusedAsync(Messages.Of([.. Enumerable.Range(200, 101).Select(i => Messages.Contact(i))]), OutboundRefusal.TooLarge, stored: 100);
    }

    [Theory]
    [InlineData("", OutboundRefusal.NotXml)]
    [InlineData("{\"json\": true}", OutboundRefusal.NotXml)]
    [InlineData("<a", OutboundRefusal.NotXml)]
    [InlineData("<html/>", OutboundRefusal.NotAnOutboundMessage)]
    [InlineData("<Envelope xmlns=\"http://www.w3.org/2003/05/soap-envelope\"/>", OutboundRefusal.NotAnOutboundMessage)]
    [InlineData("<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"><Body><login xmlns=\"urn:enterprise.soap.sforce.com\"/></Body></Envelope>", OutboundRefusal.NotAnOutboundMessage)]
    public Task Posts_that_are_no_outbound_message_are_refused(string body, OutboundRefusal reason) => ShouldBeRefusedAsync(body, reason);

    [Fact]
    public Task A_message_with_a_document_type_is_refused() => ShouldBeRefusedAsync(
        Messages.Of(Messages.Contact(1, "<sf:LastName>&secret;</sf:LastName>"))
            .Replace("<soapenv:Envelope", "<!DOCTYPE soapenv:Envelope [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]><soapenv:Envelope", StringComparison.Ordinal),
        OutboundRefusal.NotXml);

    [Fact]
    public Task A_message_cut_short_is_refused() => ShouldBeRefusedAsync(Messages.Of(Messages.Contact(1))[..^20], OutboundRefusal.NotXml);

    [Fact]
    public Task Another_organisation_is_refused() => ShouldBeRefusedAsync(Messages.From("00D240000000002EAA", Messages.Contact(1)), OutboundRefusal.WrongOrganization);

    [Fact]
    public async Task Without_a_set_organisation_nothing_is_taken_before_the_sign_in_tells_it()
    {
        receiver = Receiver(new OutboundMessageSettings());

        Text(await ReceiveAsync(Messages.Of(Messages.Contact(1)))).Should().Contain("soapenv:Server");
        receiver.Counts.Refused.Should().ContainKey(OutboundRefusal.NotSignedIn);
        signedInTo = SalesforceId.Parse(Messages.Organization);
        (await ReceiveAsync(Messages.Of(Messages.Contact(1)))).Status.Should().Be(200);
    }

    [Fact]
    public Task A_message_without_notifications_is_refused() => ShouldBeRefusedAsync(Messages.Of(), OutboundRefusal.NotAnOutboundMessage);

    [Fact]
    public Task Records_of_two_objects_are_refused() => ShouldBeRefusedAsync(
        Messages.Of(Messages.Contact(1), Messages.Notification(2, "sf:Lead", Messages.Id("00Q", 2))), OutboundRefusal.NotAnOutboundMessage);

    [Fact]
    public Task A_type_that_does_not_fit_the_id_is_refused() => ShouldBeRefusedAsync(
        Messages.Of(Messages.Notification(1, "sf:Lead", Messages.Id("003", 1))), OutboundRefusal.NotAnOutboundMessage);

    [Fact]
    public Task A_record_in_a_foreign_namespace_is_refused() => ShouldBeRefusedAsync(
        Messages.Of(Messages.Contact(1)).Replace("urn:sobject.enterprise.soap.sforce.com", "urn:other", StringComparison.Ordinal), OutboundRefusal.NotAnOutboundMessage);

    [Fact]
    public Task A_foreign_notification_namespace_is_refused() => ShouldBeRefusedAsync(
        Messages.Of(Messages.Contact(1)).Replace("http://soap.sforce.com/2005/09/outbound", "http://soap.example.invalid/outbound", StringComparison.Ordinal), OutboundRefusal.NotAnOutboundMessage);

    [Fact]
    public async Task A_message_that_is_too_long_is_refused()
    {
        receiver = Receiver(new OutboundMessageSettings { OrganizationId = Messages.Organization, MaxBytes = 10_000 });

        await ShouldBeRefusedAsync(Messages.Of(Messages.Contact(1, $"<sf:Description>{new string('x', 10_000)}</sf:Description>")), OutboundRefusal.TooLarge);
    }

    [Fact]
    public Task A_message_that_is_too_deep_is_refused() => ShouldBeRefusedAsync(
        Messages.Of(Messages.Contact(1, string.Concat(Enumerable.Repeat("<sf:a>", 50)) + string.Concat(Enumerable.Repeat("</sf:a>", 50)))), OutboundRefusal.TooLarge);

    [Fact]
    public Task A_message_with_endless_elements_is_refused() => ShouldBeRefusedAsync(
        Messages.Of(Messages.Contact(1, string.Concat(Enumerable.Repeat("<sf:a/>", 60_001)))), OutboundRefusal.TooLarge);

    [Fact]
    public async Task A_message_that_comes_too_slowly_is_answered_in_time()
    {
        var receiving = receiver.ReceiveAsync(new SilentStream(), Cancel);
        time.Advance(TimeSpan.FromSeconds(20));

        (await receiving).Status.Should().Be(500);
        receiver.Counts.Refused.Should().ContainKey(OutboundRefusal.TooLate);
    }

    [Fact]
    public async Task A_state_that_cannot_be_written_in_time_gives_no_acknowledgement()
    {
        var reached = new TaskCompletionSource();
        var written = new TaskCompletionSource();
        passage = async name =>
        {
            if (name == "commit.before")
            {
                reached.TrySetResult();
                await written.Task;
            }
        };
        await store.DisposeAsync();
        store = OpenStore();
        receiver = Receiver();

        var receiving = ReceiveAsync(Messages.Of(Messages.Contact(1)));
        await reached.Task;
        time.Advance(TimeSpan.FromSeconds(20));

        Text(await receiving).Should().Contain("soapenv:Server").And.NotContain("Ack");
        written.SetResult();
    }

    [Fact]
    public async Task An_engine_that_is_ending_acknowledges_nothing()
    {
        await store.DisposeAsync();

        (await ReceiveAsync(Messages.Of(Messages.Contact(1)))).Status.Should().Be(500);

        receiver.Counts.Refused.Should().ContainKey(OutboundRefusal.NotStored);
        store = OpenStore();
    }

    private async Task ShouldBeRefusedAsync(string body, OutboundRefusal reason, int stored = 0)
    {
        var answer = await ReceiveAsync(body);

        answer.Status.Should().Be(500);
        Text(answer).Should().Contain("<faultcode>soapenv:Client</faultcode>").And.NotContain("Ack");
        receiver.Counts.Refused.Should().Equal(new Dictionary<OutboundRefusal, long> { [reason] = 1 });
        (await WantedAsync()).Should().HaveCount(stored);
    }

    private Task<OutboundAnswer> ReceiveAsync(string body) => receiver.ReceiveAsync(Messages.Body(body), Cancel);

    private async Task<IReadOnlyList<string>> WantedAsync() => [.. (await store.CommitAsync(state => state.Outbox.All(EffectKind.SalesforceRead))).Select(row => row.Subject)];

    private Task ReadsAreDoneAsync() => store.CommitAsync(state =>
    {
        foreach (var row in state.Outbox.All(EffectKind.SalesforceRead))
        {
            state.Outbox.Remove(row.Kind, row.Subject);
        }
    });

    private StateStore OpenStore() => StateStore.Open(path, Durability.Normal, FieldMap.Seed, static () => 0.5, passage);

    private OutboundMessageReceiver Receiver(OutboundMessageSettings? settings = null) =>
        new(store, new Outgoing(BenchSettings.Any, new Signals()), settings ?? new OutboundMessageSettings { OrganizationId = Messages.Organization }, () => signedInTo, time);

    private static string Text(OutboundAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);

    /// <summary>A connection over which nothing comes.</summary>
    private sealed class SilentStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return 0;
        }
    }
}
