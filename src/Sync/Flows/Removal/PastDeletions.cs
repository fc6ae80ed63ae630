using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Effects.ToMarketo;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Sources;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.Removal;

/// <summary>Keeps people who were deleted in Marketo before this life began from coming back: the state may be older than their deletion, and not know of it yet.</summary>
/// <remarks>
/// What would link a row to such a person, or make the other half of one anew, waits until the log of deletions has been read up to the present. It is read at once at
/// each start, so nothing waits for longer than a call takes unless Marketo does not answer (engine.md R17, S17).
/// </remarks>
internal sealed class PastDeletions
{
    private volatile bool read;
    private bool known;
    private long began;

    /// <summary>The life begins, microseconds.</summary>
    public void Begin(long now) => began = now;

    /// <summary>The log of deletions was read up to the present: all of it is in the inbox.</summary>
    public void Read() => read = true;

    /// <summary>True while it is not known whether the effect concerns somebody who was deleted.</summary>
    public bool Hold(StateTransaction state, OutboxRow row) => MayConcern(row) && !AreKnown(state);

    /// <summary>True when the effect is for a person who was deleted since it was wanted.</summary>
    public static bool IsOver(StateTransaction state, OutboxRow row) =>
        row.Kind is EffectKind.SalesforceIdentify or EffectKind.SalesforceCreate && state.Links.IsTombstone(row.Subject);

    private bool AreKnown(StateTransaction state) => known |= read && !state.Inbox.HasPending(DeletedLeadStream.StreamName);

    /// <summary>A row that gets a person's id, a row that has one of whom the state does not know, a person as a life before this one had read it.</summary>
    private bool MayConcern(OutboxRow row) => row.Kind switch
    {
        EffectKind.SalesforceUpdate => row.Fields.TryGet(FieldMap.MarketoIdField, out _),
        EffectKind.MarketoIdentify => NewPeople.FormerPerson(row.Fields) is not null,
        EffectKind.SalesforceIdentify => row.Created <= began,
        _ => false,
    };
}
