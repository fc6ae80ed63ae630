using NodaTime;
using SfMarketo.Sync.Flows.Engagement;
using SfMarketo.Sync.Salesforce;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Who a Task belongs to.</summary>
/// <param name="UserId">OwnerId of the Task; null: left out, which is the integration user.</param>
/// <param name="Zone">The owner's time zone.</param>
internal readonly record struct TaskOwner(string? UserId, DateTimeZone Zone);

/// <summary>Owners of Leads and Contacts and the users among them, asked when needed and remembered for a while.</summary>
/// <remarks>A queue or an inactive user cannot own a person's Tasks: the configured user does, or the integration user.</remarks>
internal sealed class TaskOwners(SalesforceClient client, EngagementSettings settings, string integrationUser, TimeProvider time)
{
    /// <summary>More remembered owners than this are forgotten at once: memory has a bound.</summary>
    private const int MostRemembered = 50_000;

    private readonly Dictionary<string, (string OwnerId, long At)> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, User> users = new(StringComparer.Ordinal);
    private User? integration;

    /// <summary>The owner of each record's Tasks; a record that is gone is missing.</summary>
    /// <param name="records">Ids of Leads and Contacts, at most 200.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CallResult<Dictionary<string, TaskOwner>>> ResolveAsync(IReadOnlyList<string> records, CancellationToken cancellationToken)
    {
        var now = time.NowMicros();
        foreach (var (record, prefix) in new[] { ("Lead", "00Q"), ("Contact", "003") })
        {
            var unknown = records.Where(id => id.StartsWith(prefix, StringComparison.Ordinal) && !(owners.TryGetValue(id, out var known) && now - known.At < Micros.Of(settings.OwnersKept))).Distinct().Order(StringComparer.Ordinal).ToList();
            if (unknown.Count > 0 && await ReadOwnersAsync(record, unknown, now, cancellationToken) is { } failure)
            {
                return failure;
            }
        }

        if (await ReadUsersAsync(records, now, cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = new Dictionary<string, TaskOwner>(records.Count, StringComparer.Ordinal);
        foreach (var id in records)
        {
            if (owners.TryGetValue(id, out var owner))
            {
                found[id] = OwnerOf(owner.OwnerId);
            }
        }

        return found;
    }

    /// <summary>The org has refused a user as owner: it was deactivated since it was asked for.</summary>
    public void Refused(string userId)
    {
        if (users.TryGetValue(userId, out var user))
        {
            users[userId] = user with { IsActive = false };
        }
    }

    private string? Fallback => SalesforceId.TryParse(settings.FallbackTaskOwner, out var id) ? id.ToString() : null;

    private TaskOwner OwnerOf(string ownerId)
    {
        if (users.GetValueOrDefault(ownerId) is { IsActive: true } user)
        {
            return new TaskOwner(ownerId, user.Zone);
        }

        return Fallback is { } fallback && users.GetValueOrDefault(fallback) is { IsActive: true } other
            ? new TaskOwner(fallback, other.Zone)
            : new TaskOwner(null, integration?.Zone ?? DateTimeZone.Utc);
    }

    private async Task<CallFailure?> ReadOwnersAsync(string record, List<string> ids, long now, CancellationToken cancellationToken)
    {
        var result = await client.QueryAllPagesAsync($"SELECT Id, OwnerId FROM {record} WHERE Id IN ({Soql.List(ids)})", deletedToo: false, Soql.MostRows, cancellationToken);
        if (!result.TryGetValue(out var rows, out var failure))
        {
            return failure;
        }

        if (owners.Count > MostRemembered)
        {
            owners.Clear();
        }

        ids.ForEach(id => owners.Remove(id));
        foreach (var row in rows)
        {
            owners[row["Id"].ToString()] = (row["OwnerId"].ToString(), now);
        }

        return null;
    }

    private async Task<CallFailure?> ReadUsersAsync(IReadOnlyList<string> records, long now, CancellationToken cancellationToken)
    {
        var wanted = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var id in records)
        {
            if (owners.TryGetValue(id, out var owner) && owner.OwnerId.StartsWith("005", StringComparison.Ordinal))
            {
                wanted.Add(owner.OwnerId);
            }
        }

        if (Fallback is { } fallback)
        {
            wanted.Add(fallback);
        }

        wanted.RemoveWhere(id => users.TryGetValue(id, out var known) && now - known.At < Micros.Of(settings.UsersKept));
        var askIntegration = integration is null || now - integration.At >= Micros.Of(settings.UsersKept);
        if (wanted.Count == 0 && !askIntegration)
        {
            return null;
        }

        var condition = wanted.Count == 0 ? "" : $"Id IN ({Soql.List(wanted)}) OR ";
        var result = await client.QueryAllPagesAsync(
            $"SELECT Id, Username, IsActive, TimeZoneSidKey FROM User WHERE {condition}Username = {SalesforceClient.Quote(integrationUser)}", deletedToo: false, Soql.MostRows, cancellationToken);
        if (!result.TryGetValue(out var rows, out var failure))
        {
            return failure;
        }

        foreach (var id in wanted)
        {
            users[id] = new User(IsActive: false, DateTimeZone.Utc, now);
        }

        foreach (var row in rows)
        {
            var user = new User(row["IsActive"].AsBoolean() == true, OwnerDay.ZoneOf(row["TimeZoneSidKey"].AsText()), now);
            users[row["Id"].ToString()] = user;
            if (string.Equals(row["Username"].AsText(), integrationUser, StringComparison.OrdinalIgnoreCase))
            {
                integration = user;
            }
        }

        integration ??= new User(IsActive: true, DateTimeZone.Utc, now);
        return null;
    }

    private sealed record User(bool IsActive, DateTimeZone Zone, long At);
}
