namespace SfMarketo.Sync.Pacing;

/// <summary>How a permitted call ended, as far as we can know.</summary>
public enum CallEnd
{
    /// <summary>The whole answer was read: the server is done with it.</summary>
    ResponseRead,

    /// <summary>No connection was made, so the server never saw it.</summary>
    NotSent,

    /// <summary>We gave up or the connection broke: the server may still be running it until its own time-out.</summary>
    Unknown,
}
