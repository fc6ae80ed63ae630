using System.Globalization;
using System.Text;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Marketo;

/// <summary>The logs: what changed, what people did, who was deleted.</summary>
public sealed partial class MarketoClient
{
    /// <summary>Activity types one call may name.</summary>
    public const int MaxActivityTypes = 10;

    /// <summary>A token to read any of the logs from an instant on. Whole seconds; rows of that second are included.</summary>
    public async Task<CallResult<string>> GetPagingTokenAsync(DateTimeOffset since, Lane lane, CancellationToken cancellationToken)
    {
        var answer = await GetAsync($"/rest/v1/activities/pagingtoken.json?sinceDatetime={Uri.EscapeDataString(WireTime.Seconds(since))}",
            ServerTimeouts.PagingToken, lane, MarketoRows.Bag, cancellationToken);
        return !answer.TryGetValue(out var found, out var failure) ? failure
            : found.NextPageToken is { } token ? token
            : MarketoEnvelope.Unreadable("The answer has no paging token.", 200, write: false);
    }

    /// <summary>A page of the changes to some fields, and of new leads. Changes of our own are among them.</summary>
    /// <param name="token">From <see cref="GetPagingTokenAsync"/> or the page before.</param>
    /// <param name="fieldsCsv">REST names, comma-separated. Scores changed by campaign steps are not here but in the activities.</param>
    /// <param name="lane">The priority of the call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<CallResult<ActivityPage<LeadChange>>> GetLeadChangesAsync(string token, string fieldsCsv, Lane lane, CancellationToken cancellationToken) =>
        GetPageAsync($"/rest/v1/activities/leadchanges.json?fields={Uri.EscapeDataString(fieldsCsv)}", token, lane, MarketoRows.Change, cancellationToken);

    /// <summary>A page of activities of up to 10 types.</summary>
    public Task<CallResult<ActivityPage<Activity>>> GetActivitiesAsync(string token, IReadOnlyList<int> typeIds, Lane lane, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(typeIds.Count, MaxActivityTypes, nameof(typeIds));
        var path = new StringBuilder("/rest/v1/activities.json?activityTypeIds=");
        for (var i = 0; i < typeIds.Count; i++)
        {
            path.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{typeIds[i]}");
        }

        return GetPageAsync(path.ToString(), token, lane, MarketoRows.Activity, cancellationToken);
    }

    /// <summary>A page of deleted people, type 37. The vendor may forget deletions after 14 days.</summary>
    public Task<CallResult<ActivityPage<Activity>>> GetDeletedLeadsAsync(string token, Lane lane, CancellationToken cancellationToken) =>
        GetPageAsync("/rest/v1/activities/deletedleads.json?", token, lane, MarketoRows.Activity, cancellationToken);

    private async Task<CallResult<ActivityPage<T>>> GetPageAsync<T>(string path, string token, Lane lane, ReadResult<T> readResult, CancellationToken cancellationToken)
    {
        var separator = path.EndsWith('?') ? "" : "&";
        var answer = await GetAsync($"{path}{separator}batchSize=300&nextPageToken={Uri.EscapeDataString(token)}", ServerTimeouts.General, lane, readResult, cancellationToken);
        return !answer.TryGetValue(out var page, out var failure) ? failure

            // Without a next token this page's own is kept: reading it again is safe, losing the place is not.
            : new ActivityPage<T>(page.Rows, page.NextPageToken ?? token, page.NextPageToken is not null && page.MoreResult == true);
    }
}
