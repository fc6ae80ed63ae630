using System.Text.Json;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Marketo;

/// <summary>What this instance looks like, and what it has counted.</summary>
public sealed partial class MarketoClient
{
    /// <summary>The kinds of activity of this instance. Read at start: ids are looked up by name.</summary>
    public async Task<CallResult<List<ActivityType>>> GetActivityTypesAsync(Lane lane, CancellationToken cancellationToken)
    {
        var answer = await GetAsync("/rest/v1/activities/types.json", ServerTimeouts.General, lane, ReadType, cancellationToken);
        return answer.TryGetValue(out var found, out var failure) ? found.Rows : failure;
    }

    /// <summary>The fields of a lead, from describe2.</summary>
    public async Task<CallResult<List<LeadField>>> DescribeLeadsAsync(Lane lane, CancellationToken cancellationToken)
    {
        var answer = await GetAsync("/rest/v1/leads/describe2.json", ServerTimeouts.General, lane, ReadDescribe, cancellationToken);
        return !answer.TryGetValue(out var found, out var failure) ? failure
            : found.Rows is [var lead, ..] ? lead
            : MarketoEnvelope.Unreadable("The describe has no object.", 200, write: false);
    }

    /// <summary>Today's calls of all users, for <see cref="DailyLedger.Correct"/>; null when the vendor has counted none.</summary>
    public async Task<CallResult<UsageDay?>> GetUsageTodayAsync(Lane lane, CancellationToken cancellationToken)
    {
        var answer = await GetAsync("/rest/v1/stats/usage.json", ServerTimeouts.General, lane, MarketoRows.Bag, cancellationToken);
        if (!answer.TryGetValue(out var found, out var failure))
        {
            return failure;
        }

        return found.Rows is [.., var last] ? new UsageDay(last["date"].ToString(), (int)(last["total"].AsNumber() ?? 0)) : (UsageDay?)null;
    }

    private static ActivityType ReadType(ref Utf8JsonReader reader, FieldNames names)
    {
        using var type = JsonDocument.ParseValue(ref reader); // once a day
        var root = type.RootElement;
        var attributes = new List<string>();
        if (root.TryGetProperty("attributes", out var list))
        {
            attributes.AddRange(list.EnumerateArray().Select(Name));
        }

        return new(root.GetProperty("id").GetInt32(), Name(root), root.TryGetProperty("primaryAttribute", out var primary) ? Name(primary) : null, attributes);
    }

    private static List<LeadField> ReadDescribe(ref Utf8JsonReader reader, FieldNames names)
    {
        using var lead = JsonDocument.ParseValue(ref reader);
        var searchable = new HashSet<string>(StringComparer.Ordinal);
        if (lead.RootElement.TryGetProperty("searchableFields", out var keys))
        {
            foreach (var key in keys.EnumerateArray())
            {
                if (key.GetArrayLength() == 1) // longer ones are compound keys
                {
                    searchable.Add(key[0].GetString()!);
                }
            }
        }

        var fields = new List<LeadField>();
        foreach (var field in lead.RootElement.GetProperty("fields").EnumerateArray())
        {
            var name = Name(field);
            fields.Add(new(
                name,
                field.GetProperty("dataType").GetString()!,
                field.TryGetProperty("length", out var length) && length.ValueKind == JsonValueKind.Number ? length.GetInt32() : null,
                Flag(field, "updateable"),
                Flag(field, "crmManaged"),
                searchable.Contains(name)));
        }

        return fields;
    }

    private static string Name(JsonElement named) => named.GetProperty("name").GetString()!;

    private static bool Flag(JsonElement field, string name) => field.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;
}
