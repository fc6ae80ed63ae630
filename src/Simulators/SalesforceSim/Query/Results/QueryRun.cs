using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Planning;

namespace SfMarketo.SalesforceSim.Query.Results;

/// <summary>What a query gave.</summary>
/// <param name="Plan">The plan that ran.</param>
/// <param name="Rows">All rows, in order; none for COUNT().</param>
/// <param name="PageSize">Rows of its first page.</param>
internal readonly record struct QueryRun(QueryPlan Plan, List<SRow> Rows, int PageSize);
