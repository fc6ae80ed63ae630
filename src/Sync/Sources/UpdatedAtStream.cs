using System.Globalization;
using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Sources;

/// <summary>New and changed people in the seed's dialect: <c>leads.json?filterType=updatedAt</c> (marketo.md section 11).</summary>
/// <remarks>
/// The cursor is the latest change seen, by Marketo's own clock. A read begins an overlap before it and has no end; what is known is dropped by person, time and
/// values, and a rescan goes further back at times. More than 1,000 people in a span are read in halves, the earlier first, so that the cursor never passes what is not stored. A single instant with more
/// than 1,000 people, which this form cannot give, is read from the change log.
/// </remarks>
internal sealed class UpdatedAtStream(MarketoClient client, StateStore store, RecordShapes shapes, SyncSettings settings, TimeProvider time, Signals signals) : IMarketoStream
{
    public const string StreamName = "marketo.updatedAt";

    private const string ChangedAt = "updatedAt";
    private const string CreatedAt = "createdAt";

    /// <summary>Read again at each poll: rows that were stored late or changed while pages were read.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    /// <summary>More people than this in the overlap are not read again at each poll, but by the rescan.</summary>
    private const int CheapOverlap = 300;

    private readonly string fields = $"id,{CreatedAt},{ChangedAt},{shapes.ChangeFields}";
    private readonly ChangeHints hints = new(settings);
    private readonly Dictionary<string, long> seen = new(StringComparer.Ordinal);
    private long? cursor;
    private long rescannedAt;
    private long newsAt;

    public bool IsIdle { get; private set; }

    public async Task<CallFailure?> ReadAsync(CancellationToken cancellationToken)
    {
        IsIdle = true;
        var now = time.NowMicros();
        if (cursor is null)
        {
            cursor = await store.CommitAsync(state => state.Cursors.Find(StreamName)?.SafeMark);
            rescannedAt = newsAt = now;
            if (cursor is null)
            {
                // Nothing from before the first start, as with paging tokens.
                await StoreAsync([], Micros.From(await FirstStart.OfAsync(store, time)));
            }
        }

        var rescan = now - rescannedAt >= Micros.Of(settings.MarketoRescan);
        Forget(cursor!.Value - Micros.Of(Overlap));
        var failure = await ReadFromAsync(rescan ? cursor!.Value - Micros.Of(settings.MarketoOverlap) : Start(now), cancellationToken);
        rescannedAt = rescan && failure is null ? now : rescannedAt;
        return failure;
    }

    /// <summary>Where a poll begins: every person it reads again is a part of a call.</summary>
    private long Start(long now)
    {
        if (now - newsAt > Micros.Of(Overlap))
        {
            // Marketo's clock, whatever it shows, has moved on by the overlap since the last news: that second is over.
            return cursor!.Value + 1_000_000;
        }

        return seen.Count <= CheapOverlap ? cursor!.Value - Micros.Of(Overlap) : cursor!.Value;
    }

    private async Task<CallFailure?> ReadFromAsync(long from, CancellationToken cancellationToken)
    {
        var ranges = new Stack<ChangeRange>();
        ranges.Push(new ChangeRange(from, null));
        while (ranges.TryPop(out var range))
        {
            var started = time.NowMicros();
            var result = await client.GetLeadsByFilterAsync("updatedAt", range.Values, fields, Lane.Mql, cancellationToken);
            if (result.TryGetValue(out var people, out var failure))
            {
                await StorePeopleAsync(people, started);
            }
            else if (failure.Action != ErrorAction.Split)
            {
                return failure;
            }
            else if (range.Split(started) is { } halves)
            {
                ranges.Push(halves.Later);
                ranges.Push(halves.Earlier);
            }
            else if (await ReadLogAsync(range, cancellationToken) is { } stopped)
            {
                return stopped;
            }
        }

        return null;
    }

    private async Task StorePeopleAsync(List<FieldBag> people, long started)
    {
        var entries = new List<StreamEntry>();
        var reached = cursor!.Value;
        foreach (var person in people)
        {
            var at = WireTime.Parse(person[ChangedAt].ToString());
            var entry = Entry(person, at);
            reached = Math.Max(reached, Math.Min(Micros.From(at), started));
            if (seen.TryAdd(entry.Guid, Micros.From(at)))
            {
                entries.Add(entry);
            }
        }

        if (entries.Count > 0)
        {
            await StoreAsync(entries, reached);
        }
    }

    private StreamEntry Entry(FieldBag person, DateTimeOffset at)
    {
        var id = person["id"];
        var isNew = person[CreatedAt].AsText() is { } created && Micros.From(WireTime.Parse(created)) >= cursor!.Value - Micros.Of(Overlap);
        var change = new FieldBag(person.Count) { { LeadChangeStream.PersonId, id }, { LeadChangeStream.IsNew, isNew } };
        var values = new FieldBag(person.Count);
        foreach (var field in person)
        {
            if (field.Name is not ("id" or ChangedAt or CreatedAt))
            {
                change.Set(field.Name, field.Value);
                values.Set(field.Name, field.Value);
            }
        }

        // Changes within one second have one time: the values tell them apart.
        return new StreamEntry(string.Create(CultureInfo.InvariantCulture, $"{id}|{WireTime.Seconds(at)}|{SipHash.Compute(Payload.ToBytes(values), 0, 0):x16}"), change);
    }

    /// <summary>The people of one instant, from the change log: it has no order, so it is read from there to its end.</summary>
    private async Task<CallFailure?> ReadLogAsync(ChangeRange instant, CancellationToken cancellationToken)
    {
        var first = await client.GetPagingTokenAsync(Micros.ToInstant(instant.From), Lane.Mql, cancellationToken);
        if (!first.TryGetValue(out var token, out var failure))
        {
            return failure;
        }

        for (var more = true; more;)
        {
            var result = await client.GetLeadChangesAsync(token, shapes.ChangeFields, Lane.Mql, cancellationToken);
            if (!result.TryGetValue(out var page, out failure))
            {
                return failure;
            }

            if (page.Rows.Count > 0)
            {
                await StoreAsync([.. page.Rows.Select(hints.Of)], cursor!.Value);
            }

            (token, more) = (page.NextToken, page.More);
        }

        return null;
    }

    private async Task StoreAsync(IReadOnlyList<StreamEntry> entries, long reached)
    {
        var now = time.NowMicros();
        var added = await store.CommitAsync(state =>
        {
            var fresh = 0;
            foreach (var entry in entries)
            {
                fresh += state.Inbox.Add(StreamName, entry.Guid, Payload.ToBytes(entry.Fields), now) ? 1 : 0;
            }

            state.Cursors.Set(StreamName, new Cursor(WireTime.Seconds(Micros.ToInstant(reached)), "", reached));
            return fresh;
        });
        cursor = reached;
        if (added > 0)
        {
            newsAt = now;
            IsIdle = false;
            signals.Inbox.Ring();
        }
    }

    /// <summary>What no later read gives again needs no remembering; the inbox knows it longer.</summary>
    private void Forget(long before)
    {
        foreach (var key in seen.Where(entry => entry.Value < before).Select(entry => entry.Key).ToList())
        {
            seen.Remove(key);
        }
    }
}
