using System.Globalization;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Planning;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Results;

/// <summary>Open cursors of an org. They live two days, and there may be any number (since v56).</summary>
internal sealed class QueryCursors
{
    private const long Life = 2 * 24 * 3600 * Micros.PerSecond;
    private const int LocatorLength = 18;

    private static readonly int Prefix = SalesforceId.PackPrefix("01g");

    // In order of making, so that the old ones are in front.
    private readonly Queue<QueryCursor> byAge = new();
    private readonly Dictionary<string, QueryCursor> byLocator = new(StringComparer.Ordinal);
    private long made;

    public QueryCursor Open(string owner, QueryPlan plan, bool includeDeleted, int[] rows, int pageSize, long now)
    {
        while (byAge.TryPeek(out var oldest) && oldest.ExpiresAt <= now)
        {
            byLocator.Remove(byAge.Dequeue().Locator);
        }

        var locator = new SalesforceId(Prefix, 0, ++made).ToString();
        var cursor = new QueryCursor(locator, owner, plan, includeDeleted, rows, pageSize, now + Life);
        byAge.Enqueue(cursor);
        byLocator.Add(locator, cursor);
        return cursor;
    }

    /// <param name="locator">As in nextRecordsUrl: <c>01g..-2000</c>.</param>
    /// <param name="owner">The caller.</param>
    /// <param name="now">Microseconds since 1970 UTC.</param>
    /// <exception cref="SoqlException">INVALID_QUERY_LOCATOR: unknown, altered, older than two days, or another user's.</exception>
    public (QueryCursor Cursor, int Position) Find(string locator, string owner, long now)
    {
        var position = 0;
        if (locator.Length > LocatorLength + 1
            && locator[LocatorLength] == '-'
            && int.TryParse(locator.AsSpan(LocatorLength + 1), NumberStyles.None, CultureInfo.InvariantCulture, out position)
            && byLocator.TryGetValue(locator[..LocatorLength], out var cursor)
            && cursor.Owner == owner
            && cursor.ExpiresAt > now
            && position <= cursor.Rows.Length)
        {
            return (cursor, position);
        }

        throw new SoqlException(SoqlCodes.InvalidQueryLocator, "invalid query locator");
    }
}
