using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.OutboundMessages;

/// <summary>All notifications that are not delivered yet, as messages with their next attempts, and those that were given up. Use it under the org's gate.</summary>
/// <remarks>Source: salesforce-data.md section 6.3.</remarks>
internal sealed class OutboundQueue
{
    public const long FirstSerial = 1_000_000;
    public static readonly int Node = SalesforceId.PackPrefix("5g0");

    private const long FirstRetry = 5_000_000;
    private const long LongestRetry = 2 * 3_600_000_000L;
    private const long FixedRetry = 60_000_000;
    private static readonly long FailedKept = (long)TimeSpan.FromDays(7).TotalMicroseconds;

    private readonly Draws draws;
    private readonly LatencyDistribution delay;
    private readonly double repeats;
    private readonly List<OutboundMessage> failed;
    private long messages;
    private long notifications;

    public OutboundQueue(IReadOnlyList<OutboundTarget> targets, SalesforceSimOptions options, Draws draws)
    {
        this.draws = draws;
        (delay, repeats) = (options.OutboundDelay, options.OutboundRepeats);
        Lines = [.. targets.Select(target => new OutboundLine(target))];
        failed = [];
    }

    private OutboundQueue(OutboundQueue other)
    {
        draws = other.draws.Copy();
        (delay, repeats, messages, notifications) = (other.delay, other.repeats, other.messages, other.notifications);
        Lines = [.. other.Lines.Select(line => line.Fork(draws))];
        failed = [.. other.failed.Select(message => message.Copy())];
    }

    /// <summary>By the definition's number.</summary>
    public IReadOnlyList<OutboundLine> Lines { get; }

    public IReadOnlyList<OutboundMessage> Failed => failed;

    /// <summary>The next instant at which there is something to send.</summary>
    public long? NextDue => Lines.Min(line => line.NextDue);

    /// <summary>Puts a committed change of a row in the open message of its definition.</summary>
    public void Add(OutboundLine line, string rowId, string rule, long now)
    {
        var message = line.Open;
        if (message is null)
        {
            message = new OutboundMessage(++messages, line.Target, now) { NextAttemptAt = now + (long)delay.Next(draws).TotalMicroseconds };
            line.Start(message, draws);
        }

        message.Add(new OutboundNotification(OutboundNotification.NewId(++notifications), rowId, now, rule));
    }

    /// <summary>A message that is due; null when there is none.</summary>
    public OutboundMessage? Take(long now)
    {
        // The line that has waited longest comes first, so that none starves.
        OutboundLine? first = null;
        foreach (var line in Lines)
        {
            if (line.NextDue is { } due && due <= now && (first is null || due < first.NextDue))
            {
                first = line;
            }
        }

        var message = first?.Take(now);
        if (message is { Attempts: 0 })
        {
            message.Shuffle(draws);
        }

        return message;
    }

    /// <summary>Settles an attempt: gone, once more for no reason, or again later.</summary>
    public void End(OutboundMessage message, OutboundAnswer answer, bool exponential, long now)
    {
        var line = LineOf(message);
        if (!line.End(message))
        {
            return;
        }

        message.Attempts++;
        message.LastAnswer = answer;
        if (answer.Delivered || message.Delivered)
        {
            if (!answer.Delivered || repeats <= 0 || !draws.Chance(repeats))
            {
                return;
            }

            message.Delivered = true;
            message.NextAttemptAt = now + FirstRetry;
        }
        else
        {
            message.NextAttemptAt = now + (exponential ? Interval(message.Attempts) : FixedRetry);
        }

        // Its end is a moment of its own, not the first retry after it.
        message.NextAttemptAt = Math.Min(message.NextAttemptAt, Math.Max(now, message.EndsAt));
        line.Wait(message, draws);
    }

    /// <summary>An attempt that the end of the run broke off does not count.</summary>
    public void Return(OutboundMessage message, long now)
    {
        var line = LineOf(message);
        if (line.End(message))
        {
            message.NextAttemptAt = now;
            line.Wait(message, draws);
        }
    }

    /// <summary>Gives a taken message up; it is kept when its definition says so.</summary>
    public void Drop(OutboundMessage message, long now)
    {
        if (LineOf(message).End(message) && message.Target.Definition.UseDeadLetterQueue && !message.Delivered)
        {
            message.FailedAt = now;
            failed.Add(message);
        }
    }

    /// <summary>Lets failed messages go after 7 days.</summary>
    public void Turn(long now) => failed.RemoveAll(message => now - message.FailedAt >= FailedKept);

    /// <summary>An administrator's retry: the message is new again. False when it is not in the list.</summary>
    public bool RetryFailed(long number, long now)
    {
        Turn(now);
        if (failed.Find(message => message.Number == number) is not { } message)
        {
            return false;
        }

        failed.Remove(message);
        message.CreatedAt = message.NextAttemptAt = now;
        LineOf(message).Wait(message, draws);
        return true;
    }

    /// <summary>The same messages, those on the wire waiting again.</summary>
    public OutboundQueue Fork() => new(this);

    /// <summary>Goes on with the numbers of a queue that this one takes the place of: notification ids are never given twice.</summary>
    public void ContinueFrom(OutboundQueue other) => (messages, notifications) = (other.messages, other.notifications);

    /// <summary>After the n-th failed attempt: 5 s doubled each time, at most 2 h.</summary>
    private static long Interval(int attempts) => attempts >= 12 ? LongestRetry : Math.Min(LongestRetry, FirstRetry << (attempts - 1));

    private OutboundLine LineOf(OutboundMessage message)
    {
        foreach (var line in Lines)
        {
            if (line.Target == message.Target)
            {
                return line;
            }
        }

        throw new InvalidOperationException();
    }
}
