using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Sources;

/// <summary>One entry of a Marketo stream for the inbox.</summary>
/// <param name="Guid"><c>marketoGUID</c>, the only key of an activity that is unique.</param>
/// <param name="Fields">What the flows need of it.</param>
internal readonly record struct StreamEntry(string Guid, FieldBag Fields);

/// <summary>One page of a Marketo stream.</summary>
internal readonly record struct StreamPage(IReadOnlyList<StreamEntry> Entries, string NextToken, bool More);

/// <summary>Reads a Marketo stream by paging token. Token and entries are committed together (engine.md R4).</summary>
/// <remarks>
/// Marketo promises no order and stores some rows late, so what is recent is read again at times, from a fresh token: from the overlap before the last
/// time on, whichever life of the engine that was in. What is known is dropped by marketoGUID. Pages may be empty while more follow.
/// </remarks>
internal abstract class TokenStream(string name, Lane lane, MarketoClient client, StateStore store, SyncSettings settings, TimeProvider time, Signals signals) : IMarketoStream
{
    private string? token;
    private long? rescannedAt;

    public string Name => name;

    public bool IsIdle { get; private set; }

    /// <summary>Told after each read that got to the log's end: all of it is in the inbox.</summary>
    public Action? CaughtUp { get; init; }

    private string Rescans => name + ".rescan";

    protected Lane Lane => lane;

    protected MarketoClient Client => client;

    public async Task<CallFailure?> ReadAsync(CancellationToken cancellationToken)
    {
        IsIdle = true;
        token ??= await store.CommitAsync(state => state.Cursors.Find(name)?.Position);
        if (token is null)
        {
            var first = await client.GetPagingTokenAsync(await FirstStart.OfAsync(store, time), lane, cancellationToken);
            if (!first.TryGetValue(out var start, out var failure))
            {
                return failure;
            }

            await StoreAsync([], start, advance: true);
        }

        return await DrainAsync(token!, advance: true, cancellationToken) ?? await RescanAsync(cancellationToken);
    }

    /// <summary>Fetches the page behind a token.</summary>
    protected abstract Task<CallResult<StreamPage>> FetchAsync(string token, CancellationToken cancellationToken);

    private async Task<CallFailure?> RescanAsync(CancellationToken cancellationToken)
    {
        var now = time.NowMicros();
        rescannedAt ??= await store.CommitAsync(state =>
        {
            if (state.Cursors.Find(Rescans) is { } last)
            {
                return last.SafeMark;
            }

            state.Cursors.Set(Rescans, new Cursor("", "", now));
            return now;
        });
        if (now - rescannedAt < Micros.Of(settings.MarketoRescan))
        {
            return null;
        }

        var since = await client.GetPagingTokenAsync(Micros.ToInstant(rescannedAt.Value) - settings.MarketoOverlap, lane, cancellationToken);
        if (!since.TryGetValue(out var start, out var failure))
        {
            return failure;
        }

        if (await DrainAsync(start, advance: false, cancellationToken) is { } broken)
        {
            return broken;
        }

        await store.CommitAsync(state =>
        {
            state.Cursors.Set(Rescans, new Cursor("", "", now));
            return now;
        });
        rescannedAt = now;
        return null;
    }

    private async Task<CallFailure?> DrainAsync(string from, bool advance, CancellationToken cancellationToken)
    {
        var more = true;
        while (more)
        {
            var result = await FetchAsync(from, cancellationToken);
            if (!result.TryGetValue(out var page, out var failure))
            {
                return failure;
            }

            if (page.Entries.Count > 0 || (advance && page.NextToken != from))
            {
                await StoreAsync(page.Entries, page.NextToken, advance);
            }

            (from, more) = (page.NextToken, page.More);
        }

        if (advance)
        {
            CaughtUp?.Invoke();
        }

        return null;
    }

    private async Task StoreAsync(IReadOnlyList<StreamEntry> entries, string next, bool advance)
    {
        var now = time.NowMicros();
        var added = await store.CommitAsync(state =>
        {
            var fresh = 0;
            foreach (var entry in entries)
            {
                fresh += state.Inbox.Add(name, entry.Guid, Payload.ToBytes(entry.Fields), now) ? 1 : 0;
            }

            if (advance)
            {
                state.Cursors.Set(name, new Cursor(next, "", now));
            }

            return fresh;
        });
        token = advance ? next : token;
        if (added > 0)
        {
            IsIdle = false;
            signals.Inbox.Ring();
        }
    }
}
