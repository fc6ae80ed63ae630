using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Sources;

/// <summary>New people and changed fields: <c>activities/leadchanges.json</c>.</summary>
internal sealed class LeadChangeStream(MarketoClient client, StateStore store, RecordShapes shapes, SyncSettings settings, TimeProvider time, Signals signals)
    : TokenStream(StreamName, Lane.Mql, client, store, settings, time, signals)
{
    public const string StreamName = "marketo.leadchanges";

    /// <summary>In the entry, beside the changed fields: who changed.</summary>
    public const string PersonId = "_person";

    /// <summary>In the entry: true for a New Lead row, which has no fields.</summary>
    public const string IsNew = "_new";

    private readonly ChangeHints hints = new(settings);

    protected override async Task<CallResult<StreamPage>> FetchAsync(string token, CancellationToken cancellationToken)
    {
        var result = await Client.GetLeadChangesAsync(token, shapes.ChangeFields, Lane, cancellationToken);
        if (!result.TryGetValue(out var page, out var failure))
        {
            return failure;
        }

        var entries = new List<StreamEntry>(page.Rows.Count);
        foreach (var change in page.Rows)
        {
            entries.Add(hints.Of(change));
        }

        return new StreamPage(entries, page.NextToken, page.More);
    }
}

/// <summary>Deleted people: <c>activities/deletedleads.json</c>.</summary>
internal sealed class DeletedLeadStream(MarketoClient client, StateStore store, SyncSettings settings, TimeProvider time, Signals signals)
    : TokenStream(StreamName, Lane.Conversion, client, store, settings, time, signals)
{
    public const string StreamName = "marketo.deletedleads";

    protected override async Task<CallResult<StreamPage>> FetchAsync(string token, CancellationToken cancellationToken)
    {
        var result = await Client.GetDeletedLeadsAsync(token, Lane, cancellationToken);
        if (!result.TryGetValue(out var page, out var failure))
        {
            return failure;
        }

        var entries = new List<StreamEntry>(page.Rows.Count);
        foreach (var activity in page.Rows)
        {
            entries.Add(new StreamEntry(activity.MarketoGuid, new FieldBag { { LeadChangeStream.PersonId, activity.LeadId.Value } }));
        }

        return new StreamPage(entries, page.NextToken, page.More);
    }
}
