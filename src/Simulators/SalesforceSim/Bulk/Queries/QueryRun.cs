using System.Runtime.InteropServices;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;
using SfMarketo.SalesforceSim.Query.Planning;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Bulk.Queries;

/// <summary>A query of the Bulk APIs under way: its rows are those of the instant at which it began, and are written bit by bit.</summary>
internal sealed class QueryRun
{
    private readonly List<SRow> rows;

    private QueryRun(List<SRow> rows, QueryPlan plan, ResultFile file, bool includeDeleted) => (this.rows, Plan, File, IncludeDeleted) = (rows, plan, file, includeDeleted);

    /// <summary>What is found of each row.</summary>
    public QueryPlan Plan { get; }

    public SObjectType Object => Plan.Object;

    /// <summary>All rows of the result, as they were when the query began.</summary>
    public IReadOnlyList<SRow> Rows => rows;

    /// <summary>What has been written so far.</summary>
    public ResultFile File { get; }

    public int Count => rows.Count;

    public bool IsDone => File.Count == rows.Count;

    private bool IncludeDeleted { get; }

    /// <summary>A statement that the Bulk APIs run, with its plan and the columns of its result.</summary>
    /// <exception cref="SoqlException">The statement is refused.</exception>
    public static (BulkStatement Statement, QueryPlan Plan, IReadOnlyList<QueryColumn> Columns) Read(SalesforceOrg org, string text, string timeZone, long wallNow)
    {
        var statement = BulkStatement.Read(text);
        var plan = org.Soql.PlanOf(text, wallNow, timeZone);
        return (statement, plan, QueryColumn.Of(plan, statement));
    }

    /// <summary>Finds the rows.</summary>
    /// <param name="org">The org.</param>
    /// <param name="text">SOQL.</param>
    /// <param name="includeDeleted">queryAll.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="format">Of the result.</param>
    /// <param name="at">Microseconds since 1970 UTC.</param>
    /// <param name="only">Which of the rows are wanted; null for all.</param>
    /// <exception cref="SoqlException">The statement is refused.</exception>
    public static QueryRun Start(SalesforceOrg org, string text, bool includeDeleted, BulkOrigin origin, BulkFormat format, long at, Predicate<SRow>? only = null)
    {
        var wallNow = at + org.Faults.SkewAt(at);
        var (_, plan, columns) = Read(org, text, origin.TimeZone, wallNow);
        org.Store.Late.Turn(at);
        var rows = plan.Run(new QueryScope(org.Store, includeDeleted, RecycleBin.From(at)));
        return new QueryRun(only is null ? rows : rows.FindAll(only), plan, new ResultFile(columns, format.Dialect), includeDeleted);
    }

    /// <summary>Writes the next rows.</summary>
    public void WriteNext(SalesforceOrg org, int count, long at)
    {
        var next = CollectionsMarshal.AsSpan(rows).Slice(File.Count, Math.Min(count, rows.Count - File.Count));
        File.Add(next, new QueryScope(org.Store, IncludeDeleted, RecycleBin.From(at)));
    }

    /// <summary>The same, going on by itself.</summary>
    public QueryRun Fork() => new(rows, Plan, File.Fork(), IncludeDeleted);
}
