namespace SfMarketo.Sync;

/// <summary>What became of one record of a call.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Status">The vendor's word: created, updated, skipped, deleted, added, removed; Salesforce, which has none, is given created, updated, deleted or skipped.</param>
/// <param name="Id">The vendor's id; null where the answer has none.</param>
/// <param name="Failure">Null when the record was taken. An action of <see cref="ErrorAction.Success"/> means that nothing needed doing.</param>
/// <param name="Created">True when this call made the record.</param>
public readonly record struct RecordOutcome(int Index, string Status, string? Id, CallFailure? Failure, bool Created)
{
    /// <summary>True when the record is as wanted now.</summary>
    public bool IsDone => Failure is null or { Action: ErrorAction.Success };
}
