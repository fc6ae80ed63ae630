using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>Plans of statements whose one condition compares with a quoted text. A statement that differs in that text alone needs no parsing and no look-up of names.</summary>
/// <remarks>A statement is read from left to right, so what stands before the text decides what it is: texts with an escape are left to the parser.</remarks>
internal sealed class PlanTemplates
{
    private const int MaxTemplates = 256;

    // Far below the parser's own limits, which it alone enforces.
    private const int LongestStatement = 2_000;

    private readonly Dictionary<string, QueryPlan> byStart = new(StringComparer.Ordinal);

    /// <summary>The plan of a statement like this one; null when none was added.</summary>
    public QueryPlan? Find(string statement)
    {
        if (statement.Length > LongestStatement
            || !TryPlace(statement, out var open, out var close)
            || !byStart.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(statement.AsSpan(0, open + 1), out var plan))
        {
            return null;
        }

        TryPlace(plan.Source.Statement, out _, out var itsClose);
        return statement.AsSpan(close).Equals(plan.Source.Statement.AsSpan(itsClose), StringComparison.Ordinal) ? plan : null;
    }

    /// <summary>Remembers a plan, if it can stand for others.</summary>
    public void Add(QueryPlan plan)
    {
        if (plan is not { Groups: null, Source: { Scope: null, Where: CompareCondition { Operator: not CompareOperator.Like, Value: { Kind: LiteralKind.Text, At: var at } } } source }
            || !TryPlace(source.Statement, out var open, out _)
            || open != at)
        {
            return;
        }

        if (byStart.Count == MaxTemplates)
        {
            byStart.Clear();
        }

        byStart[source.Statement[..(open + 1)]] = plan;
    }

    /// <summary>The query of a statement that <see cref="Find"/> has found this plan for.</summary>
    public static SoqlQuery Fill(QueryPlan template, string statement)
    {
        TryPlace(statement, out var open, out var close);
        var where = (CompareCondition)template.Source.Where!;
        return template.Source with { Statement = statement, Where = where with { Value = where.Value with { Value = statement[(open + 1)..close] } } };
    }

    /// <summary>Where the last quoted text starts and ends; false when there is none without escapes.</summary>
    private static bool TryPlace(string statement, out int open, out int close)
    {
        close = statement.LastIndexOf('\'');
        open = close > 0 ? statement.LastIndexOf('\'', close - 1) : -1;
        return open >= 0 && !statement.AsSpan(open, close - open).Contains('\\');
    }
}
