using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Bulk.Ingest;

/// <summary>What became of a row of a job; empty for a row that was not tried.</summary>
/// <param name="Id">The row's id, 18 characters; of a row that failed, the one that was sent, where it could be read.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
/// <param name="Created">It was made, not changed.</param>
internal readonly record struct RowOutcome(string? Id, RowError? Error, bool Created)
{
    /// <summary><c>CODE:message:Field1,Field2 --</c>, without fields <c>CODE:message:--</c>.</summary>
    public string ErrorText => Error is null ? "" : $"{Error.Code}:{Error.Message}:{(Error.Fields is { Count: > 0 } fields ? string.Join(',', fields) + " --" : "--")}";
}
