namespace SfMarketo.SalesforceSim.OutboundMessages;

/// <summary>A message on its way: up to 100 notifications of one definition. It takes notifications until it is sent first.</summary>
internal sealed class OutboundMessage(long number, OutboundTarget target, long createdAt)
{
    /// <summary>Most notifications of one message.</summary>
    public const int MostNotifications = 100;

    /// <summary>What is so old is given up.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly List<OutboundNotification> notifications = [];

    public long Number { get; } = number;

    public OutboundTarget Target { get; } = target;

    /// <summary>Microseconds since 1970 UTC; a retry from the failed list starts anew.</summary>
    public long CreatedAt { get; set; } = createdAt;

    /// <summary>When it is given up.</summary>
    public long EndsAt => CreatedAt + (long)Lifetime.TotalMicroseconds;

    public IReadOnlyList<OutboundNotification> Notifications => notifications;

    public int Attempts { get; set; }

    public long NextAttemptAt { get; set; }

    /// <summary>Answer of the last attempt, or null.</summary>
    public OutboundAnswer? LastAnswer { get; set; }

    /// <summary>It was delivered before: what is sent now is a repeat, and nobody minds when that fails.</summary>
    public bool Delivered { get; set; }

    /// <summary>It was given up: when it left the queue.</summary>
    public long FailedAt { get; set; }

    public void Add(OutboundNotification notification) => notifications.Add(notification);

    /// <summary>Order means nothing: the vendor promises none.</summary>
    public void Shuffle(Kernel.Randomness.Draws draws)
    {
        for (var i = notifications.Count - 1; i > 0; i--)
        {
            var other = draws.Next(i + 1);
            (notifications[i], notifications[other]) = (notifications[other], notifications[i]);
        }
    }

    public OutboundMessage Copy()
    {
        var copy = new OutboundMessage(Number, Target, CreatedAt) { Attempts = Attempts, NextAttemptAt = NextAttemptAt, LastAnswer = LastAnswer, Delivered = Delivered, FailedAt = FailedAt };
        copy.notifications.AddRange(notifications);
        return copy;
    }

    public OutboundMessageView View() => new(Number, Target.Definition.Name, [.. notifications], CreatedAt, Attempts, NextAttemptAt, LastAnswer?.Kind);
}

/// <summary>A message as it stands in a queue.</summary>
/// <param name="Number">The same in all attempts; in the message log.</param>
/// <param name="Definition">Name of the definition.</param>
/// <param name="Notifications">1 to 100.</param>
/// <param name="CreatedAt">Its first notification, microseconds since 1970 UTC.</param>
/// <param name="Attempts">Attempts that have ended.</param>
/// <param name="NextAttemptAt">Microseconds since 1970 UTC; in the past while an attempt runs. Of a failed message: when it was given up.</param>
/// <param name="LastAnswer">As in the message log, or null before the first attempt has ended.</param>
public sealed record OutboundMessageView(
    long Number, string Definition, IReadOnlyList<OutboundNotification> Notifications, long CreatedAt, int Attempts, long NextAttemptAt, string? LastAnswer);
