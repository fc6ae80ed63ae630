using SfMarketo.Kernel.Randomness;

namespace SfMarketo.SalesforceSim.OutboundMessages;

/// <summary>The waiting messages of one definition. A slow listener holds up its own line only.</summary>
internal sealed class OutboundLine(OutboundTarget target)
{
    /// <summary>Messages of one definition that may be on the wire at once.</summary>
    private const int MostAtOnce = 5;

    // Ties of one instant are broken by a draw: there is no order.
    private readonly PriorityQueue<OutboundMessage, (long Due, ulong Tie)> waiting = new();
    private readonly List<OutboundMessage> sending = [];
    private OutboundMessage? open;

    public OutboundTarget Target { get; } = target;

    /// <summary>The first due time of what may be sent; null when nothing waits or the line is full.</summary>
    public long? NextDue => sending.Count < MostAtOnce && waiting.TryPeek(out _, out var priority) ? priority.Due : null;

    /// <summary>All messages that are not delivered, by number.</summary>
    public IEnumerable<OutboundMessage> Messages => waiting.UnorderedItems.Select(item => item.Element).Concat(sending).OrderBy(message => message.Number);

    /// <summary>The message that takes the next notification, or null.</summary>
    public OutboundMessage? Open => open is { Notifications.Count: < OutboundMessage.MostNotifications } ? open : null;

    /// <summary>A new message that takes notifications until it is sent.</summary>
    public void Start(OutboundMessage message, Draws draws)
    {
        open = message;
        Wait(message, draws);
    }

    public void Wait(OutboundMessage message, Draws draws) => waiting.Enqueue(message, (message.NextAttemptAt, draws.NextUInt64()));

    /// <summary>The next message that is due, now on the wire; null when there is none.</summary>
    public OutboundMessage? Take(long now)
    {
        if (NextDue is not { } due || due > now)
        {
            return null;
        }

        var message = waiting.Dequeue();
        open = open == message ? null : open;
        sending.Add(message);
        return message;
    }

    /// <summary>Its attempt has ended; false when a reset has taken it away meanwhile.</summary>
    public bool End(OutboundMessage message) => sending.Remove(message);

    public OutboundLine Fork(Draws draws)
    {
        var fork = new OutboundLine(Target);
        foreach (var message in Messages)
        {
            var copy = message.Copy();
            fork.Wait(copy, draws);
            fork.open = message == open ? copy : fork.open;
        }

        return fork;
    }
}
