namespace SfMarketo.Sync;

/// <summary>What a failure is about.</summary>
public enum FailureScope
{
    /// <summary>What was sent, or the right to send it.</summary>
    Content,

    /// <summary>The moment: it passes by itself, and no record is given up for it.</summary>
    Moment,

    /// <summary>The endpoint is out of reach or down: no record is given up for it, and failures in a row open its breaker.</summary>
    Endpoint,
}
