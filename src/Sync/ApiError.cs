namespace SfMarketo.Sync;

/// <summary>A row of an API's error table.</summary>
/// <param name="Code">The vendor's code or the HTTP status.</param>
/// <param name="Text">The vendor's documented text.</param>
/// <param name="Action">What the engine does about one record that failed this way.</param>
/// <param name="Remark">Why, and what to look at.</param>
public sealed record ApiError(string Code, string Text, ErrorAction Action, string Remark)
{
    /// <summary>What the engine does when the whole request failed this way; null when it is the same.</summary>
    public ErrorAction? WholeRequest { get; init; }

    /// <summary>True when repeated failures of this kind mean that the endpoint is down, so that a breaker should open.</summary>
    public bool TripsBreaker { get; init; }

    /// <summary>True when it passes by itself and says nothing about the record: it is tried again however long it lasts.</summary>
    public bool Passes { get; init; }

    /// <summary>What a failure of this kind is about.</summary>
    public FailureScope Scope => TripsBreaker ? FailureScope.Endpoint : Passes ? FailureScope.Moment : FailureScope.Content;
}
