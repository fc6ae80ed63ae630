namespace SfMarketo.Sync.Sources;

/// <summary>A source of changes in Marketo that is asked again and again.</summary>
internal interface IMarketoStream
{
    /// <summary>True when the last read found nothing new.</summary>
    bool IsIdle { get; }

    /// <summary>Reads once, until nothing more follows.</summary>
    /// <returns>Null, or why the read stopped; the next one starts where this one got to.</returns>
    Task<CallFailure?> ReadAsync(CancellationToken cancellationToken);
}
