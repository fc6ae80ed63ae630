using System.Runtime.InteropServices;
using NodaTime;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Writing;
using SfMarketo.SalesforceSim.Query.Binding;
using SfMarketo.SalesforceSim.Query.Planning;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Results;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query;

/// <summary>Runs statements over an org's rows and pages through their results. Use it under the org's gate.</summary>
/// <param name="store">The rows.</param>
/// <param name="options">Switches.</param>
/// <param name="seed">Fixes the order that ORDER BY leaves open.</param>
internal sealed class SoqlEngine(OrgStore store, QueryOptions options, ulong seed)
{
    public const int LargestPage = 2_000;
    public const int SmallestPage = 200;

    private const int MaxPlans = 256;

    /// <summary>The rows this engine reads.</summary>
    public OrgStore Store => store;

    private readonly Dictionary<string, QueryPlan> plans = new(StringComparer.Ordinal);
    private readonly PlanTemplates templates = new();
    private readonly QueryCursors cursors = new(options);

    /// <summary>Runs a statement and writes its first page.</summary>
    /// <param name="call">The call to answer.</param>
    /// <param name="caller">Who asks, and how.</param>
    /// <param name="statement">SOQL.</param>
    /// <param name="includeDeleted">queryAll.</param>
    /// <exception cref="SoqlException">The statement is refused; nothing was written.</exception>
    public QueryRun Query(SimCall call, in QueryCaller caller, string statement, bool includeDeleted)
    {
        store.Late.Turn(call.Now);
        var plan = PlanOf(statement, call.WallNow, caller);
        var scope = new QueryScope(store, includeDeleted, RecycleBin.From(call.Now));
        var pageSize = PageSize.Of(plan, caller.PageSize, options);
        var writer = new ResultWriter(call, caller, scope, options, cursors);
        if (plan.CountOnly)
        {
            writer.WriteCount(Allowed(plan.Count(scope)));
            return new QueryRun(plan, [], pageSize);
        }

        var rows = plan.Run(scope);
        string? next = null;
        var page = CollectionsMarshal.AsSpan(rows);
        if (plan.Groups is not null && rows.Count > LargestPage)
        {
            throw new SoqlException(SoqlCodes.ExceededIdLimit, "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch");
        }

        if (plan.Groups is null && Allowed(rows.Count) > pageSize)
        {
            var cursor = cursors.Open(caller, plan, includeDeleted, rows, pageSize, call.Now);
            next = $"{cursor.Locator}-{pageSize}";
            page = page[..pageSize];
        }

        writer.WritePage(plan, rows.Count, next, page);
        return new QueryRun(plan, rows, pageSize);
    }

    /// <summary>Writes a later page.</summary>
    /// <exception cref="SoqlException">The locator is not one of the caller's live ones; nothing was written.</exception>
    public void Continue(SimCall call, in QueryCaller caller, string locator)
    {
        var (cursor, position) = cursors.Find(locator, caller.User, call.Now);
        store.Late.Turn(call.Now);
        var scope = new QueryScope(store, cursor.IncludeDeleted, RecycleBin.From(call.Now));
        var table = store[cursor.Plan.Object];
        var end = Math.Min(cursor.Rows.Length, position + cursor.PageSize);
        var rows = new List<SRow>(end - position);
        for (var i = position; i < end; i++)
        {
            if (cursor.Snapshot is { } kept)
            {
                rows.Add(kept[i]);
            }
            else if (table[cursor.Rows[i]] is { } row && store.Late.See(row) is { } seen && scope.Shows(seen))
            {
                rows.Add(seen);
            }
        }

        var next = end < cursor.Rows.Length ? $"{cursor.Locator}-{end}" : null;
        new ResultWriter(call, caller, scope, options, cursors).WritePage(cursor.Plan, cursor.Rows.Length, next, CollectionsMarshal.AsSpan(rows));
    }

    /// <summary>The plan of a statement for nobody in particular, in the newest version.</summary>
    public QueryPlan PlanOf(string statement, long now, string timeZone) => PlanOf(statement, now, new QueryCaller("", timeZone, "", LargestPage));

    /// <summary>The plan of a statement, from the cache when its text has been seen.</summary>
    /// <param name="statement">SOQL.</param>
    /// <param name="now">By the org's wall clock, microseconds since 1970 UTC.</param>
    /// <param name="caller">Who asks, and in which version.</param>
    public QueryPlan PlanOf(string statement, long now, in QueryCaller caller)
    {
        if (plans.TryGetValue(statement, out var known) && known.MinVersion <= caller.Version)
        {
            return known;
        }

        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(caller.TimeZone) ?? DateTimeZone.Utc;
        var context = new BindingContext(store, options, now, options.DateLiteralsInUtc ? DateTimeZone.Utc : zone) { UserZone = zone, UserId = caller.UserId, Version = caller.Version };
        if (templates.Find(statement) is { } template && template.MinVersion <= caller.Version)
        {
            return Planner.Plan(PlanTemplates.Fill(template, statement), template, context);
        }

        var plan = Planner.Plan(SoqlParser.Parse(statement), context, seed);
        if (!context.IsMomentary)
        {
            templates.Add(plan);
            if (plans.Count == MaxPlans)
            {
                plans.Clear();
            }

            plans.Add(statement, plan);
        }

        return plan;
    }

    private int Allowed(int rows) => rows > options.MaxRows ? throw new SoqlException(SoqlCodes.OperationTooLarge, FormattableString.Invariant($"Too many query rows: {options.MaxRows + 1}")) : rows;
}
