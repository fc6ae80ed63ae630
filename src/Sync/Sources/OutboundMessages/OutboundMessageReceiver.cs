using Microsoft.Data.Sqlite;
using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Sources.OutboundMessages;

/// <summary>Takes outbound messages: what changed is stored, then acknowledged, then read from Salesforce itself.</summary>
/// <remarks>
/// Salesforce delivers at least once, in no order and with the values of the moment of sending, so a message says who is to be read and nothing else. What was
/// acknowledged is never sent again: the ids of its notifications and the reads they ask for are durable before. Thread-safe; a host calls it for each request.
/// </remarks>
internal sealed class OutboundMessageReceiver(StateStore store, Outgoing outgoing, OutboundMessageSettings settings, Func<SalesforceId> signedInTo, TimeProvider time)
{
    public const string StreamName = "salesforce.outbound";

    private readonly Lock gate = new();
    private readonly SortedDictionary<OutboundRefusal, long> refused = [];
    private long acknowledged;
    private Stored stored;

    public OutboundCounts Counts
    {
        get
        {
            lock (gate)
            {
                return new OutboundCounts(acknowledged, stored.Fresh, stored.Repeated, stored.Unused, new SortedDictionary<OutboundRefusal, long>(refused));
            }
        }
    }

    /// <summary>Reads a message, stores it and answers, in the time set for it whatever happens.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<OutboundAnswer> ReceiveAsync(Stream body, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(settings.AnswerWithin, time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var capped = new CappedStream(body, settings.MaxBytes, deadline.Token);
            var message = await OutboundMessageReader.ReadAsync(capped);
            if (settings.OrganizationId is null && signedInTo().IsEmpty)
            {
                return Refuse(OutboundRefusal.NotSignedIn, "The organisation is not known yet.");
            }

            if (message.OrganizationId != Organization)
            {
                return Refuse(OutboundRefusal.WrongOrganization, "Messages of this organisation are not taken here.");
            }

            // A commit that comes too late to be acknowledged does no harm: the message comes again and finds its notifications known.
            var done = await store.CommitAsync(state => Store(state, message)).WaitAsync(deadline.Token);
            lock (gate)
            {
                acknowledged++;
                stored = stored.Plus(done);
            }

            return OutboundAnswer.Acknowledged;
        }
        catch (OutboundRefusedException no)
        {
            return Refuse(no.Reason, no.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Refuse(OutboundRefusal.TooLate, "The message could not be stored in time.");
        }
        catch (IOException)
        {
            return Refuse(OutboundRefusal.TooLate, "The message did not arrive whole.");
        }
        catch (Exception failure) when (failure is SqliteException or StaleOwnerException or ObjectDisposedException)
        {
            return Refuse(OutboundRefusal.NotStored, "The message could not be stored.");
        }
    }

    /// <summary>A set id that is none lets no message in.</summary>
    private SalesforceId Organization => settings.OrganizationId is null ? signedInTo() : SalesforceId.TryParse(settings.OrganizationId, out var id) ? id : default;

    private Stored Store(StateTransaction state, OutboundMessage message)
    {
        var now = time.NowMicros();
        var done = default(Stored);
        foreach (var notification in message.Notifications)
        {
            if (!state.Inbox.AddDone(StreamName, notification.Id.ToString(), now))
            {
                done = done with { Repeated = done.Repeated + 1 };
                continue;
            }

            done = done with { Fresh = done.Fresh + 1 };
            if (!notification.RecordId.IsEmpty && OutboundObjects.ReadOf(notification.RecordId) is { } read)
            {
                outgoing.Want(state, new Effect(read, Subject.Of(notification.RecordId), Lane.Conversion, new FieldBag()) { After = TimeSpan.Zero }, now);
            }
            else
            {
                done = done with { Unused = done.Unused + 1 };
            }
        }

        return done;
    }

    private OutboundAnswer Refuse(OutboundRefusal reason, string text)
    {
        lock (gate)
        {
            refused[reason] = refused.GetValueOrDefault(reason) + 1;
        }

        return OutboundAnswer.Refused(reason, text);
    }

    private readonly record struct Stored(long Fresh, long Repeated, long Unused)
    {
        public Stored Plus(Stored other) => new(Fresh + other.Fresh, Repeated + other.Repeated, Unused + other.Unused);
    }
}
