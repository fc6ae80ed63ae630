using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects;

/// <summary>Takes the effects that flows intend into the outbox, folding each into what is wanted already for its subject.</summary>
/// <remarks>
/// A value that both sides may set, changed in Marketo, waits for a read of its Salesforce record: an edit made there since the last poll would else be overwritten
/// before it was ever seen.
/// </remarks>
internal sealed class Outgoing(SyncSettings settings, Signals signals)
{
    public void Want(StateTransaction state, Effect effect, long now)
    {
        var due = now + Micros.Of(effect.After ?? settings.AgeOf(effect.Lane));
        var row = state.Outbox.Find(effect.Kind, effect.Subject) is { } wanted
            ? Fold(wanted, effect, due)
            : new OutboxRow(effect.Kind, effect.Subject, effect.Lane, due, now, effect.Fields);
        var contested = effect.Kind == EffectKind.SalesforceUpdate && settings.Map.HasContested(effect.Fields);
        state.Outbox.Put(contested ? row with { Verify = true } : row);
        state.DeadLetters.Supersede(effect.Kind, effect.Subject);
        signals[effect.Kind].Ring();
        if (contested)
        {
            Want(state, new Effect(EffectKind.SalesforceRead, effect.Subject, effect.Lane, new FieldBag()), now);
        }
    }

    /// <summary>Puts an effect back that was not done; what has been wanted meanwhile is newer and wins.</summary>
    public void Return(StateTransaction state, OutboxRow row)
    {
        if (state.Outbox.Find(row.Kind, row.Subject) is { } newer)
        {
            var fields = row.Fields;
            foreach (var field in newer.Fields)
            {
                fields.Set(field.Name, field.Value);
            }

            row = row with { Fields = fields, Lane = Min(row.Lane, newer.Lane), Created = Math.Min(row.Created, newer.Created), Due = Math.Max(row.Due, newer.Due), Verify = row.Verify || newer.Verify };
        }

        state.Outbox.Put(row);
        signals[row.Kind].Ring();
    }

    /// <summary>Stores a wish that was changed in place.</summary>
    public void Replace(StateTransaction state, OutboxRow row)
    {
        state.Outbox.Put(row);
        signals[row.Kind].Ring();
    }

    private static OutboxRow Fold(OutboxRow wanted, Effect effect, long due)
    {
        foreach (var field in effect.Fields)
        {
            wanted.Fields.Set(field.Name, field.Value);
        }

        // A row that backs off keeps its time; else the more urgent wish counts.
        return wanted with { Lane = Min(wanted.Lane, effect.Lane), Due = wanted.Attempts > 0 ? wanted.Due : Math.Min(wanted.Due, due) };
    }

    private static Lane Min(Lane left, Lane right) => left < right ? left : right;
}
