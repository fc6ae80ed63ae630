using System.Globalization;
using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Salesforce;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Sources;

/// <summary>Reads the versions of one Salesforce object in the order (SystemModstamp, Id).</summary>
/// <remarks>
/// Two marks (engine.md R4): the fast one is the last row read; the safe one trails it by the overlap, because a commit becomes visible after its stamp.
/// Reading starts at the safe mark, re-reading costs no call as long as it fits one page; beyond a few hundred rows it starts at the fast mark and a trailing
/// scan goes over the overlap every five minutes. Rows seen already are dropped by (Id, SystemModstamp, hash).
/// </remarks>
internal sealed class SalesforceStream(RowStream rows, SalesforceClient client, StateStore store, SyncSettings settings, TimeProvider time, Signals signals)
{
    private const int PageSize = 2000;

    /// <summary>More rows than this in the overlap are not read again at each poll, but by the trailing scan.</summary>
    private const int CheapOverlap = 400;

    private static readonly TimeSpan StartOverlap = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TrailingScan = TimeSpan.FromMinutes(5);

    private readonly string name = rows.Name;
    private readonly Dictionary<(string Id, string Stamp), FieldBag> recent = [];
    private Cursor? cursor;
    private long newest;
    private bool foundNews;
    private bool loaded;
    private long scannedAt;

    /// <summary>True when the last read found nothing new.</summary>
    public bool IsIdle => !foundNews;

    /// <summary>Told after each whole read: the newest SystemModstamp that this life has read, microseconds.</summary>
    public Action<long>? CaughtUp { get; init; }

    /// <summary>Reads once, all pages; rows and cursor are committed page by page.</summary>
    /// <returns>Null, or why the read stopped; the next one starts where this one got to.</returns>
    public async Task<CallFailure?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!loaded)
        {
            cursor = await store.CommitAsync(state => state.Cursors.Find(name));
            newest = cursor?.SafeMark ?? 0;
            loaded = true;
            if (cursor is null && rows.FromNow)
            {
                // The past is found from the linked records, not from here. A little of it is read, because commits become visible late.
                var start = time.NowMicros() - Micros.Of(StartOverlap);
                var from = new Cursor(Literal(start), "", start);
                await store.CommitAsync(state => state.Cursors.Set(name, from));
                cursor = from;
            }
        }

        foundNews = false;
        var now = time.NowMicros();
        var trailing = recent.Count < CheapOverlap || now - scannedAt >= Micros.Of(TrailingScan);
        scannedAt = trailing ? now : scannedAt;
        var condition = cursor is not { } at ? "" : trailing ? $" WHERE SystemModstamp >= {Literal(at.SafeMark)}" : After(at.Position, at.TieId);
        while (true)
        {
            var soql = $"SELECT {rows.Fields} FROM {rows.Object}{condition} ORDER BY SystemModstamp, Id LIMIT {PageSize}";
            var result = rows.DeletedToo ? await client.QueryAllAsync(soql, cancellationToken) : await client.QueryAsync(soql, cancellationToken);
            if (!result.TryGetValue(out var page, out var failure))
            {
                return failure;
            }

            if (page.Rows.Count > 0)
            {
                await StoreAsync(page.Rows, trailing);
            }

            if (page.Rows.Count < PageSize)
            {
                CaughtUp?.Invoke(newest);
                return null;
            }

            var last = page.Rows[^1];
            condition = After(Literal(Flows.FlowRunner.StampOf(last)), last["Id"].ToString());
        }
    }

    private async Task StoreAsync(IReadOnlyList<FieldBag> page, bool trailing)
    {
        var fresh = new List<(string Key, byte[] Payload)>();
        foreach (var row in page)
        {
            // Two edits within one second have one stamp: the values tell them apart.
            var version = (row["Id"].ToString(), row["SystemModstamp"].ToString());
            if (recent.TryGetValue(version, out var seen) && seen.Equals(row))
            {
                continue;
            }

            recent[version] = row;
            var payload = Payload.ToBytes(row);
            fresh.Add((string.Create(CultureInfo.InvariantCulture, $"{version.Item1}|{version.Item2}|{SipHash.Compute(payload, 0, 0):x16}"), payload));
        }

        var last = page[^1];
        var stamp = Flows.FlowRunner.StampOf(last);
        newest = Math.Max(newest, stamp);
        var now = time.NowMicros();
        // Only what a trailing read has gone over is safe: behind the fast mark rows may have come to light since.
        var safe = trailing ? Math.Min(stamp, now - Micros.Of(settings.SalesforceOverlap)) : 0;
        var reached = Furthest(cursor, new Cursor(Literal(stamp), last["Id"].ToString(), safe));
        if (fresh.Count == 0)
        {
            // Nothing new: the marks move in memory only, a restart reads a little more again.
            cursor = reached;
            return;
        }

        foundNews = true;
        await store.CommitAsync(state =>
        {
            foreach (var (key, payload) in fresh)
            {
                state.Inbox.Add(name, key, payload, now);
            }

            state.Cursors.Set(name, reached);
        });
        cursor = reached;
        Forget(reached.SafeMark);
        signals.Inbox.Ring();
    }

    /// <summary>A trailing scan reads behind the fast mark: neither mark ever steps back.</summary>
    private static Cursor Furthest(Cursor? known, Cursor reached)
    {
        if (known is not { } before)
        {
            return reached;
        }

        var order = string.CompareOrdinal(reached.Position, before.Position);
        var further = order > 0 || (order == 0 && string.CompareOrdinal(reached.TieId, before.TieId) > 0) ? reached : before;
        return further with { SafeMark = Math.Max(before.SafeMark, reached.SafeMark) };
    }

    private void Forget(long before)
    {
        foreach (var version in recent.Where(entry => Flows.FlowRunner.StampOf(entry.Value) < before).Select(entry => entry.Key).ToList())
        {
            recent.Remove(version);
        }
    }

    private static string Literal(long stamp) => Micros.ToInstant(stamp).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string After(string stamp, string id) => $" WHERE (SystemModstamp = {stamp} AND Id > '{id}') OR SystemModstamp > {stamp}";
}
