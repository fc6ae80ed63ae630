using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Planning;

namespace SfMarketo.SalesforceSim.Query.Results;

/// <summary>A result of more than one page: its rows are fixed when the query runs.</summary>
/// <param name="Locator">18 characters.</param>
/// <param name="Owner">Who ran the query; nobody else may read on.</param>
/// <param name="Plan">The plan that ran.</param>
/// <param name="IncludeDeleted">It was queryAll: later pages show deleted rows too, whichever path they are read by.</param>
/// <param name="Rows">Row numbers, in order.</param>
/// <param name="PageSize">Rows a page.</param>
internal sealed record QueryCursor(string Locator, string Owner, QueryPlan Plan, bool IncludeDeleted, int[] Rows, int PageSize)
{
    /// <summary>Microseconds since 1970 UTC.</summary>
    public long ExpiresAt { get; set; }

    /// <summary>The rows as of the query's run (<c>query.laterPages = snapshot</c>); null when values are read with the page.</summary>
    public SRow[]? Snapshot { get; init; }
}
