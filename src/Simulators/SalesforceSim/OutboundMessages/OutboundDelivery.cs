using System.Net.Http.Headers;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.SalesforceSim.OutboundMessages;

/// <summary>Sends the org's outbound messages to their listeners, at least once, until they are acknowledged or 24 h old (salesforce-data.md section 6.3).</summary>
/// <remarks>Nothing is sent unless <see cref="RunAsync"/> runs; messages wait meanwhile, and grow old. All members take the org's gate themselves.</remarks>
public sealed class OutboundDelivery
{
    private const int LargestAnswer = 64 * 1024;

    private readonly SalesforceOrg org;
    private readonly Dictionary<string, string> sessions = new(StringComparer.Ordinal);
    private TaskCompletionSource? signal;

    internal OutboundDelivery(SalesforceOrg org, OutboundQueue queue) => (this.org, Queue) = (org, queue);

    /// <summary>Messages that are neither delivered nor given up, by number; those on the wire among them.</summary>
    public IReadOnlyList<OutboundMessageView> PendingMessages
    {
        get
        {
            lock (org.Gate)
            {
                return [.. Queue.Lines.SelectMany(line => line.Messages).OrderBy(message => message.Number).Select(message => message.View())];
            }
        }
    }

    /// <summary>Messages that were given up in the last 7 days, of definitions with a dead letter queue, in the order in which they failed.</summary>
    public IReadOnlyList<OutboundMessageView> FailedMessages
    {
        get
        {
            lock (org.Gate)
            {
                Queue.Turn(org.NowMicros);
                return [.. Queue.Failed.Select(message => message.View() with { NextAttemptAt = message.FailedAt })];
            }
        }
    }

    internal OutboundQueue Queue { get; private set; }

    /// <summary>What an administrator does with a failed message: it is sent again at once and has another 24 h.</summary>
    /// <returns>False when there is no such failed message.</returns>
    public bool RetryFailed(long number)
    {
        lock (org.Gate)
        {
            var found = Queue.RetryFailed(number, org.NowMicros);
            Wake();
            return found;
        }
    }

    /// <summary>Sends what is due, now and from now on, until it is told to stop. One runs at a time.</summary>
    /// <param name="invoker">The way to the listeners; it must not follow redirects and must have no time-out of its own.</param>
    /// <param name="cancellationToken">Stops: what is on the wire is broken off and stays in the queue, its attempt uncounted.</param>
    /// <exception cref="InvalidOperationException">It runs already.</exception>
    public async Task RunAsync(HttpMessageInvoker invoker, CancellationToken cancellationToken)
    {
        if (signal is not null)
        {
            throw new InvalidOperationException("The outbound messages of this org are being delivered already.");
        }

        var running = new List<Task>();
        using var timer = org.Time.CreateTimer(static state => ((OutboundDelivery)state!).WakeUnderGate(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            signal = NewSignal();
            await using var stop = cancellationToken.UnsafeRegister(static state => ((OutboundDelivery)state!).WakeUnderGate(), this);
            while (!cancellationToken.IsCancellationRequested)
            {
                Task woken;
                lock (org.Gate)
                {
                    signal = signal.Task.IsCompleted ? NewSignal() : signal;
                    woken = signal.Task;
                }

                StartDue(running, invoker, cancellationToken);
                SetTimer(timer);
                await woken;
                await EndFinished(running);
            }

            await Task.WhenAll(running);
        }
        finally
        {
            signal = null;
        }
    }

    /// <summary>Sends what is due at this instant and waits for the answers: one step of <see cref="RunAsync"/>, for tests that move the clock by hand.</summary>
    internal Task SendDueAsync(HttpMessageInvoker invoker, CancellationToken cancellationToken)
    {
        var running = new List<Task>();
        StartDue(running, invoker, cancellationToken);
        return Task.WhenAll(running);
    }

    /// <summary>There may be something new to send. Under the gate.</summary>
    internal void Wake() => signal?.TrySetResult();

    /// <summary>Another queue takes the place of the present one: a reset. What is on the wire is forgotten when it ends.</summary>
    internal void Replace(OutboundQueue queue)
    {
        queue.ContinueFrom(Queue);
        Queue = queue;
        sessions.Clear();
        Wake();
    }

    private void WakeUnderGate()
    {
        lock (org.Gate)
        {
            Wake();
        }
    }

    private void StartDue(List<Task> running, HttpMessageInvoker invoker, CancellationToken cancellationToken)
    {
        while (true)
        {
            OutboundMessage? message;
            byte[] body = [];
            MessageEntry entry = default;
            lock (org.Gate)
            {
                var now = org.NowMicros;
                message = Queue.Take(now);
                if (message is null)
                {
                    return;
                }

                if (now >= message.EndsAt)
                {
                    Drop(message, now);
                    continue;
                }

                (body, entry) = Compose(message, now);
            }

            running.Add(SendAsync(message, body, entry, invoker, cancellationToken));
        }
    }

    private void Drop(OutboundMessage message, long now)
    {
        Queue.Drop(message, now);
        if (!message.Delivered)
        {
            var items = message.Notifications.Select(notification => new NotificationItem(notification.Id, message.Target.Type.Name, notification.RowId, 0));
            org.Recorder.Message(new MessageEntry(0, "", now, message.Target.Definition.Name, message.Number, [.. items], 0, "dropped", 0, 0));
        }
    }

    private (byte[] Body, MessageEntry Entry) Compose(OutboundMessage message, long now)
    {
        var definition = message.Target.Definition;
        var envelope = new OutboundEnvelope(org.OrganizationId, org.InstanceUrl, org.Switches.OutboundNullFieldsOmitted);
        var (body, items) = envelope.Write(message, org.Store, definition.IncludeSessionId ? SessionOf(definition.IntegrationUser, now) : null);
        return (body, new MessageEntry(0, "", now, definition.Name, message.Number, items, message.Attempts + 1, "", 0, 0));
    }

    /// <summary>One live session for each user, opened anew when it has ended.</summary>
    private string SessionOf(string? username, long now)
    {
        var key = username ?? "";
        if (!sessions.TryGetValue(key, out var token) || !org.Sessions.TryUse(token, now, out _))
        {
            sessions[key] = token = org.OpenSession(username, now);
        }

        return token;
    }

    private async Task SendAsync(OutboundMessage message, byte[] body, MessageEntry entry, HttpMessageInvoker invoker, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(org.Switches.OutboundTimeout, org.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var answer = await AskAsync(message.Target.Endpoint, body, invoker, either.Token);
        lock (org.Gate)
        {
            var now = org.NowMicros;
            if (answer == OutboundAnswer.Timeout && cancellationToken.IsCancellationRequested)
            {
                Queue.Return(message, now);
                return;
            }

            org.Recorder.Message(entry with { Answer = answer.Kind, Status = answer.Status, TookMicros = now - entry.At });
            Queue.End(message, answer, org.Switches.OutboundRetriesExponential, now);
            Wake();
        }
    }

    private static async Task<OutboundAnswer> AskAsync(Uri endpoint, byte[] body, HttpMessageInvoker invoker, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "UTF-8");
            request.Headers.TryAddWithoutValidation("SOAPAction", "\"\"");
            using var response = await invoker.SendAsync(request, cancellationToken);
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[LargestAnswer];
            var length = await stream.ReadAtLeastAsync(buffer, LargestAnswer, throwOnEndOfStream: false, cancellationToken);
            return OutboundAnswer.Read((int)response.StatusCode, buffer[..length]);
        }
        catch (OperationCanceledException)
        {
            return OutboundAnswer.Timeout;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return OutboundAnswer.Refused;
        }
    }

    private void SetTimer(ITimer timer)
    {
        lock (org.Gate)
        {
            // Whole milliseconds, rounded up: timers know no less, and one that fires early would only be set again.
            var wait = Queue.NextDue - org.NowMicros;
            timer.Change(wait is { } micros ? TimeSpan.FromMilliseconds(Math.Max(0, (micros + 999) / 1000)) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private static async Task EndFinished(List<Task> running)
    {
        for (var i = running.Count - 1; i >= 0; i--)
        {
            if (running[i].IsCompleted)
            {
                var ended = running[i];
                running.RemoveAt(i);
                await ended;
            }
        }
    }

    // Continuations run on the pool, never inside whoever commits.
    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
