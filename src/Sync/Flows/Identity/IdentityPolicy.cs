using SfMarketo.Sync.Mapping;

namespace SfMarketo.Sync.Flows.Identity;

/// <summary>Decides which record of the other system is the same human. Pure. Never guesses: what is not one exact match is parked (engine.md R3).</summary>
internal static class IdentityPolicy
{
    /// <summary>The person of a Salesforce record.</summary>
    /// <param name="id">The record.</param>
    /// <param name="formerLead">The Lead it was converted from, when known.</param>
    /// <param name="email">Its e-mail, or null.</param>
    /// <param name="people">What both look-ups returned: by <c>sfdcPersonId</c> and by e-mail.</param>
    public static Match Person(SalesforceId id, SalesforceId? formerLead, string? email, IReadOnlyList<FieldBag> people)
    {
        var byEmail = new List<FieldBag>();
        foreach (var person in people)
        {
            var stamp = Id(person[FieldMap.SalesforceIdField]);
            if (stamp == id || (formerLead is { } lead && stamp == lead))
            {
                return new Match.One(person);
            }

            if (email is not null && SameEmail(person["email"], email))
            {
                byEmail.Add(person);
            }
        }

        return byEmail.Count switch
        {
            0 => new Match.None(),
            1 when Id(byEmail[0][FieldMap.SalesforceIdField]) is { } other => new Match.Taken(byEmail[0], other.ToString()),
            1 => new Match.One(byEmail[0]),
            _ => new Match.Several([.. byEmail.Select(person => person["id"].ToString())]),
        };
    }

    /// <summary>The Lead or Contact of a person.</summary>
    /// <param name="personId">The person's id.</param>
    /// <param name="email">The person's e-mail, or null.</param>
    /// <param name="rows">Leads and Contacts with that external id or e-mail.</param>
    public static Match Row(int personId, string? email, IReadOnlyList<FieldBag> rows)
    {
        var key = personId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var candidates = new List<FieldBag>();
        FieldBag? taken = null;
        foreach (var row in rows)
        {
            var stamp = row[FieldMap.MarketoIdField].AsText();
            if (stamp == key)
            {
                candidates.Add(row);
            }
            else if (email is not null && SameEmail(row["Email"], email))
            {
                if (stamp is null)
                {
                    candidates.Add(row);
                }
                else
                {
                    taken ??= row;
                }
            }
        }

        // A converted Lead speaks through its Contact: the Contact is among the rows, or is asked for by its Id.
        var live = candidates.Where(row => row["IsConverted"].AsBoolean() != true).ToList();
        var chosen = live.Count > 0 ? live : candidates;
        return chosen.Count switch
        {
            0 when taken is not null => new Match.Taken(taken, taken[FieldMap.MarketoIdField].ToString()),
            0 => new Match.None(),
            1 => new Match.One(chosen[0]),
            _ => new Match.Several([.. chosen.Select(row => row["Id"].ToString())]),
        };
    }

    private static SalesforceId? Id(FieldValue value) => SalesforceId.TryParse(value.AsText(), out var id) ? id : null;

    private static bool SameEmail(FieldValue value, string email) => string.Equals(value.AsText()?.Trim(), email, StringComparison.OrdinalIgnoreCase);
}
