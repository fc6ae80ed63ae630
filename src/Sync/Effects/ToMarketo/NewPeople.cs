using System.Globalization;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToMarketo;

/// <summary>What look-up and create of an unlinked Salesforce record share: its keys, held from the one to the other.</summary>
internal static class NewPeople
{
    /// <summary>In the fields of a look-up: the Lead that the Contact was converted from.</summary>
    public const string FormerLeadField = "_formerLead";

    /// <summary>In the fields of a look-up: the person whom that Lead names.</summary>
    public const string FormerPersonField = "_formerPerson";

    public static string Owner(string subject) => "person of " + subject;

    /// <summary>Of a Contact, besides its own: the Lead that it was, which may have an address of before.</summary>
    public static IReadOnlyList<string> KeysWithPast(OutboxRow row) => FormerLead(row.Fields) is { } lead ? [.. Keys(row), lead] : Keys(row);

    public static IReadOnlyList<string> Keys(OutboxRow row) => Email(row.Fields) is { } email ? [row.Subject, "email:" + email] : [row.Subject];

    public static bool HoldsKeys(StateTransaction state, string subject) =>
        state.Outbox.Find(EffectKind.MarketoCreate, subject) is not null || state.Intents.IsOpen(EffectKind.MarketoCreate, subject);

    /// <summary>True while the Lead that the Contact was may be getting a person of its own: that person is the Contact's. Holds over a restart, as locks do not.</summary>
    public static bool AwaitsPast(StateTransaction state, OutboxRow row) =>
        FormerLead(row.Fields) is { } lead
        && (HoldsKeys(state, lead) || state.Intents.IsOpen(EffectKind.MarketoIdentify, lead) || state.Outbox.Find(EffectKind.MarketoIdentify, lead) is { Attempts: > 0 });

    public static string? FormerLead(FieldBag row) => SalesforceId.TryParse(row[FormerLeadField].AsText(), out var lead) ? Subject.Of(lead) : null;

    /// <summary>The person whom the row, or the Lead that it was, names as its own though no link knows of it; null: none.</summary>
    public static int? FormerPerson(FieldBag row) =>
        int.TryParse(row[FieldMap.MarketoIdField].AsText() ?? row[FormerPersonField].AsText(), NumberStyles.None, CultureInfo.InvariantCulture, out var person) ? person : null;

    public static string? Email(FieldBag row) => row["Email"].AsText()?.Trim().ToLowerInvariant() is { Length: > 0 } email ? email : null;
}
