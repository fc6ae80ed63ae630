using NodaTime;

namespace SfMarketo.Harness.Checks;

/// <summary>Time zones of rows' owners. A queue or an inactive owner owns no Task: then the engine's own user does.</summary>
internal sealed class OwnerZones
{
    private readonly Dictionary<string, DateTimeZone> users = new(StringComparer.Ordinal);
    private readonly DateTimeZone own = DateTimeZone.Utc;
    private readonly string? ownId;

    public OwnerZones(IReadOnlyList<StateRecord> users, string integrationUser)
    {
        foreach (var user in users)
        {
            var zone = user.Text("TimeZoneSidKey") is { } id && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } known ? known : DateTimeZone.Utc;
            (own, ownId) = user.Text("Username") == integrationUser ? (zone, user.Id) : (own, ownId);
            if (user["IsActive"] is not false)
            {
                this.users[user.Id] = zone;
            }
        }
    }

    /// <summary>Who owns the Tasks of this owner's rows: he himself, else the engine's user; null when nobody knows that one.</summary>
    public string? TaskOwner(string owner) => users.ContainsKey(owner) ? owner : ownId;

    /// <summary>The different zones of these owners, at least one.</summary>
    public IReadOnlyList<DateTimeZone> Of(IEnumerable<string> owners)
    {
        var zones = new List<DateTimeZone>();
        foreach (var owner in owners)
        {
            var zone = users.GetValueOrDefault(owner, own);
            if (!zones.Contains(zone))
            {
                zones.Add(zone);
            }
        }

        return zones.Count == 0 ? [own] : zones;
    }
}
