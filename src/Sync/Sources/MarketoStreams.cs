using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Flows.FieldSync;
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

    private const int NewLead = 12;

    private readonly string? consentField = settings.Map.ConsentIndex is >= 0 and var index ? settings.Map.Fields[index].Marketo : null;
    private readonly IReadOnlyList<string> optInCampaigns = settings.OptInCampaigns;

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
            entries.Add(Entry(change));
        }

        return new StreamPage(entries, page.NextToken, page.More);
    }

    /// <summary>The hint that a change row is; a change of consent bears the marks of its evidence.</summary>
    private StreamEntry Entry(LeadChange change)
    {
        var fields = new FieldBag { { PersonId, change.LeadId.Value }, { IsNew, change.ActivityTypeId == NewLead } };
        foreach (var (field, _, value) in change.Fields)
        {
            fields.Set(field, value);
            if (field == consentField)
            {
                var mark = ConsentEvidence.Mark(change, value, optInCampaigns);
                fields.Set(mark.Name, mark.Value);
                fields.Set(ConsentMarks.ByClient, ConsentEvidence.IsByClient(change));
            }
        }

        return new StreamEntry(change.MarketoGuid, fields);
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
