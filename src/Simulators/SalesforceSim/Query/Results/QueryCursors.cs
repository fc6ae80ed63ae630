using System.Globalization;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Planning;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Results;

/// <summary>Open cursors of an org. They live two days and there may be any number (since v56), or by <c>query.cursorRules</c> ten a user, each for 15 idle minutes.</summary>
internal sealed class QueryCursors(QueryOptions options)
{
    private const long Life = 2 * 24 * 3600 * Micros.PerSecond;
    private const long IdleLife = 15 * 60 * Micros.PerSecond;
    private const int MostPerUser = 10;
    private const int LocatorLength = 18;

    private readonly int prefix = SalesforceId.PackPrefix(options.LocatorPrefix);

    // In order of making, so that the old ones are in front.
    private readonly List<QueryCursor> byAge = [];
    private readonly Dictionary<string, QueryCursor> byLocator = new(StringComparer.Ordinal);
    private long made;

    /// <summary>Keeps the rows of a result for later pages.</summary>
    public QueryCursor Open(in QueryCaller caller, QueryPlan plan, bool includeDeleted, IReadOnlyList<SRow> rows, int pageSize, long now)
    {
        DropOld(caller.User, now);
        var locator = new SalesforceId(prefix, 0, ++made).ToString();
        var cursor = new QueryCursor(locator, caller.User, plan, includeDeleted, [.. rows.Select(row => row.Number)], pageSize)
        {
            ExpiresAt = now + (options.TenCursorsPerUser ? IdleLife : Life),
            Snapshot = options.LaterPagesAreSnapshots ? [.. rows] : null,
        };
        byAge.Add(cursor);
        byLocator.Add(locator, cursor);
        return cursor;
    }

    /// <param name="locator">As in nextRecordsUrl: <c>01g..-2000</c>.</param>
    /// <param name="owner">The caller.</param>
    /// <param name="now">Microseconds since 1970 UTC.</param>
    /// <exception cref="SoqlException">INVALID_QUERY_LOCATOR: unknown, altered, too old, or another user's.</exception>
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
            cursor.ExpiresAt = options.TenCursorsPerUser ? now + IdleLife : cursor.ExpiresAt;
            return (cursor, position);
        }

        throw new SoqlException(SoqlCodes.InvalidQueryLocator, "invalid query locator");
    }

    private void DropOld(string user, long now)
    {
        if (!options.TenCursorsPerUser)
        {
            var old = byAge.FindIndex(cursor => cursor.ExpiresAt > now);
            Drop(byAge.GetRange(0, old < 0 ? byAge.Count : old));
            return;
        }

        Drop(byAge.FindAll(cursor => cursor.ExpiresAt <= now));
        var own = byAge.FindAll(cursor => cursor.Owner == user);
        Drop(own.GetRange(0, Math.Max(0, own.Count - MostPerUser + 1)));
    }

    private void Drop(List<QueryCursor> cursors)
    {
        if (cursors.Count > 0)
        {
            cursors.ForEach(cursor => byLocator.Remove(cursor.Locator));
            byAge.RemoveAll(cursor => !byLocator.ContainsKey(cursor.Locator));
        }
    }
}
