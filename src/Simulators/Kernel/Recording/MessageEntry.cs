namespace SfMarketo.Kernel.Recording;

/// <summary>One line of the message log: one attempt to hand a message to a listener of the vendor's own pushes (Salesforce outbound messages), or the end of one that was given up.</summary>
/// <param name="Seq">Number of the line, from 1.</param>
/// <param name="Sim">The simulator's name.</param>
/// <param name="At">Start of the attempt, microseconds since 1970 UTC; the message's content is of this instant.</param>
/// <param name="Definition">Name of the message's definition.</param>
/// <param name="Message">Number of the message, the same in all attempts.</param>
/// <param name="Notifications">In the order of the message.</param>
/// <param name="Attempt">From 1; 0 for a line of an end without an attempt.</param>
/// <param name="Answer"><c>ack</c>, <c>nack</c>, <c>fault</c>, <c>refused</c>, <c>timeout</c>, <c>status</c>, or <c>dropped</c> when the message was given up.</param>
/// <param name="Status">HTTP status of the answer, 0 when there was none.</param>
/// <param name="TookMicros">From the start of the attempt to the end of the answer.</param>
public readonly record struct MessageEntry(
    long Seq,
    string Sim,
    long At,
    string Definition,
    long Message,
    IReadOnlyList<NotificationItem> Notifications,
    int Attempt,
    string Answer,
    int Status,
    long TookMicros);

/// <summary>One notification of a message: its own id, and the record in the version that was sent; version 0 when it was sent without data, because the record is deleted.</summary>
public readonly record struct NotificationItem(string Id, string Object, string RowId, long Version);
