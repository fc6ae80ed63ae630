using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Consent;

/// <summary>One consent for all people of an e-mail address (sw:unsubscribe.durable).</summary>
/// <remarks>
/// Source: Adobe, "Durable unsubscribe": a master status per address, in both directions over all people that have it, kept when they are gone; a changed
/// e-mail takes over the new address's status, with the reason <c>resetLeadEmailStatus</c> (shared/reference/practice.md 1.1). An opt-out that is written
/// together with the new address stays.
/// </remarks>
internal sealed class DurableUnsubscribe(MarketoInstance instance)
{
    private const string Rule = "durable unsubscribe";
    private const string OfAddress = "Durable Unsubscribe";
    private const string AddressChanged = "resetLeadEmailStatus";

    public PersonRow FollowCreate(PersonRow row, in ChangeContext context)
    {
        if (EmailOf(row) is not { } email)
        {
            return row;
        }

        if (!IsUnsubscribed(row))
        {
            return instance.Store.Consents.IsUnsubscribed(email) ? Flip(row, true, context, OfAddress) : row;
        }

        Spread(email, true, row.Id, context);
        return row;
    }

    public PersonRow FollowUpdate(PersonRow before, PersonRow after, ReadOnlySpan<FieldValue> fields, in ChangeContext context)
    {
        var email = EmailOf(after);
        var wasEmail = EmailOf(before);
        var now = IsUnsubscribed(after);
        if (email is null || (ReferenceEquals(email, wasEmail) && now == IsUnsubscribed(before)))
        {
            return after;
        }

        if (string.Equals(email, wasEmail, StringComparison.OrdinalIgnoreCase))
        {
            if (now != IsUnsubscribed(before))
            {
                Spread(email, now, after.Id, context);
            }

            return after;
        }

        var wanted = (now && Names(fields, instance.Schema.Unsubscribed)) || instance.Store.Consents.IsUnsubscribed(email);
        after = wanted == now ? after : Flip(after, wanted, context, AddressChanged);
        Spread(email, wanted, after.Id, context);
        return after;
    }

    private void Spread(string email, bool unsubscribed, int from, in ChangeContext context)
    {
        if (instance.Store.Consents.IsUnsubscribed(email) == unsubscribed)
        {
            return;
        }

        instance.Store.Consents.Set(email, unsubscribed);
        var ids = instance.Store.People.Find(instance.Schema.Email, email).ToArray();
        Array.Sort(ids);
        foreach (var id in ids)
        {
            if (id != from && instance.Store.People.FindLive(id) is { } row && IsUnsubscribed(row) != unsubscribed)
            {
                Flip(row, unsubscribed, context, OfAddress);
            }
        }
    }

    private PersonRow Flip(PersonRow row, bool unsubscribed, in ChangeContext context, string reason) =>
        instance.Writer.Set(row, [new FieldValue(instance.Schema.Unsubscribed, Boxes.Of(unsubscribed))],
            context with { Actor = Actor.Rule, Cause = Rule, Source = "Marketo", Reason = reason, CampaignId = 0 });

    private bool IsUnsubscribed(PersonRow row) => row.Values[instance.Schema.Unsubscribed.Number] is true;

    private string? EmailOf(PersonRow row) => (string?)row.Values[instance.Schema.Email.Number];

    private static bool Names(ReadOnlySpan<FieldValue> fields, PersonField field)
    {
        foreach (var cell in fields)
        {
            if (cell.Field == field)
            {
                return true;
            }
        }

        return false;
    }
}
