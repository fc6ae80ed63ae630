using System.Text.Json;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Marketo;

/// <summary>A program as its page names it.</summary>
/// <param name="Id">For the calls on its members.</param>
/// <param name="Name">Unique in a workspace.</param>
/// <param name="Channel">The name of the channel that gives it its statuses.</param>
public sealed record ProgramAsset(int Id, string Name, string Channel);

/// <summary>What stands in Marketo's folders: programs, channels and static lists, found by name. Source: Marketo Asset API, "Programs", "Channels"; REST API, "Static lists".</summary>
public sealed partial class MarketoClient
{
    /// <summary>The program of a name, or null.</summary>
    public async Task<CallResult<ProgramAsset?>> FindProgramAsync(string name, Lane lane, CancellationToken cancellationToken)
    {
        var answer = await GetAsync($"/rest/asset/v1/program/byName.json?name={Uri.EscapeDataString(name)}", ServerTimeouts.General, lane, MarketoRows.Bag, cancellationToken);
        if (!answer.TryGetValue(out var found, out var failure))
        {
            return failure.Action == ErrorAction.Success ? (ProgramAsset?)null : failure;
        }

        foreach (var row in found.Rows)
        {
            if (row["name"].AsText() == name && row["id"].AsNumber() is { } id)
            {
                return new ProgramAsset((int)id, name, row["channel"].ToString());
            }
        }

        return (ProgramAsset?)null;
    }

    /// <summary>The names of a channel's progression statuses, or null when there is no such channel.</summary>
    public async Task<CallResult<List<string>?>> GetChannelStatusesAsync(string channel, Lane lane, CancellationToken cancellationToken)
    {
        var answer = await GetAsync($"/rest/asset/v1/channel/byName.json?name={Uri.EscapeDataString(channel)}", ServerTimeouts.General, lane, ReadStatuses, cancellationToken);
        return answer.TryGetValue(out var found, out var failure) ? found.Rows is [var statuses, ..] ? statuses : (List<string>?)null
            : failure.Action == ErrorAction.Success ? (List<string>?)null
            : failure;
    }

    /// <summary>The id of the static list of a name, or null.</summary>
    public async Task<CallResult<int?>> FindListAsync(string name, Lane lane, CancellationToken cancellationToken)
    {
        var answer = await GetAsync($"/rest/v1/lists.json?name={Uri.EscapeDataString(name)}", ServerTimeouts.General, lane, MarketoRows.Bag, cancellationToken);
        if (!answer.TryGetValue(out var found, out var failure))
        {
            return failure.Action == ErrorAction.Success ? (int?)null : failure;
        }

        foreach (var row in found.Rows)
        {
            if (row["name"].AsText() == name && row["id"].AsNumber() is { } id)
            {
                return (int?)id;
            }
        }

        return (int?)null;
    }

    private static List<string> ReadStatuses(ref Utf8JsonReader reader, FieldNames names)
    {
        using var channel = JsonDocument.ParseValue(ref reader); // once a life
        var statuses = new List<string>();
        if (channel.RootElement.TryGetProperty("progressionStatuses", out var list))
        {
            statuses.AddRange(list.EnumerateArray().Select(Name));
        }

        return statuses;
    }
}
