using SfMarketo.SalesforceSim.Query.Planning;

namespace SfMarketo.SalesforceSim.Query.Results;

/// <summary>A result of more than one page: its rows are fixed when the query runs, their values are read when a page is (<c>query.laterPages = readAtFetch</c>).</summary>
/// <param name="Locator">18 characters.</param>
/// <param name="Owner">Who ran the query; nobody else may read on.</param>
/// <param name="Plan">The plan that ran.</param>
/// <param name="IncludeDeleted">It was queryAll: later pages show deleted rows too, whichever path they are read by.</param>
/// <param name="Rows">Row numbers, in order.</param>
/// <param name="PageSize">Rows a page.</param>
/// <param name="ExpiresAt">Microseconds since 1970 UTC.</param>
internal sealed record QueryCursor(string Locator, string Owner, QueryPlan Plan, bool IncludeDeleted, int[] Rows, int PageSize, long ExpiresAt);
