namespace SfMarketo.SalesforceSim.Errors;

/// <summary>Why a row was not written.</summary>
/// <param name="Status">HTTP status when the row was alone in its request.</param>
/// <param name="Code"><c>errorCode</c> of a single row, <c>statusCode</c> in collections.</param>
/// <param name="Message">The vendor's text.</param>
/// <param name="Fields">API names; null for errors that have no <c>fields</c> member when the row was alone.</param>
internal sealed record RowError(int Status, string Code, string Message, IReadOnlyList<string>? Fields)
{
    /// <summary>Further errors of the same row: each validation rule that fails has an entry of its own.</summary>
    public IReadOnlyList<RowError> Also { get; init; } = [];

    /// <summary>The rows that a duplicate rule found; null for other errors.</summary>
    public DuplicateFinding? Duplicates { get; init; }
}
