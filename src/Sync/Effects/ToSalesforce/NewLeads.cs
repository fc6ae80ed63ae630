using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>What look-up and create of an unlinked person share: its keys, held from the one to the other.</summary>
internal static class NewLeads
{
    public static string Owner(string subject) => "lead of " + subject;

    public static IReadOnlyList<string> Keys(OutboxRow row) => Email(row.Fields) is { } email ? [row.Subject, "email:" + email] : [row.Subject];

    public static bool HoldsKeys(StateTransaction state, string subject) =>
        state.Outbox.Find(EffectKind.SalesforceCreate, subject) is not null || state.Intents.IsOpen(EffectKind.SalesforceCreate, subject);

    public static string? Email(FieldBag person) => person["email"].AsText()?.Trim().ToLowerInvariant() is { Length: > 0 } email ? email : null;
}
