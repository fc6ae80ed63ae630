namespace SfMarketo.MarketoSim.Engagement;

/// <summary>What is still to come of sent e-mails, in the order of instants and then of planning.</summary>
internal sealed class MailingQueue
{
    private readonly PriorityQueue<MailingEvent, (long At, long Number)> events;
    private long planned;

    public MailingQueue() => events = new PriorityQueue<MailingEvent, (long, long)>();

    private MailingQueue(MailingQueue other) => (events, planned) = (new PriorityQueue<MailingEvent, (long, long)>(other.events.UnorderedItems), other.planned);

    /// <summary>The first event's instant, microseconds; null when there is none.</summary>
    public long? NextAt => events.TryPeek(out var next, out _) ? next.At : null;

    public int Count => events.Count;

    public void Add(in MailingEvent planning) => events.Enqueue(planning, (planning.At, planned++));

    public MailingEvent Take() => events.Dequeue();

    public MailingQueue Fork() => new(this);
}
