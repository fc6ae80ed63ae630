using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToMarketo;

/// <summary>What look-up and create of an unlinked Salesforce record share: its keys, held from the one to the other.</summary>
internal static class NewPeople
{
    /// <summary>In the fields of a look-up: the Lead that the Contact was converted from.</summary>
    public const string FormerLead = "_formerLead";

    public static string Owner(string subject) => "person of " + subject;

    public static IReadOnlyList<string> Keys(OutboxRow row) => Email(row.Fields) is { } email ? [row.Subject, "email:" + email] : [row.Subject];

    public static bool HoldsKeys(StateTransaction state, string subject) =>
        state.Outbox.Find(EffectKind.MarketoCreate, subject) is not null || state.Intents.IsOpen(EffectKind.MarketoCreate, subject);

    public static string? Email(FieldBag row) => row["Email"].AsText()?.Trim().ToLowerInvariant() is { Length: > 0 } email ? email : null;
}
