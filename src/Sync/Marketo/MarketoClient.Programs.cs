using System.Buffers;
using System.Globalization;
using System.Text.Json;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Marketo;

/// <summary>Campaigns, programs and lists.</summary>
public sealed partial class MarketoClient
{
    /// <summary>People one campaign request may name.</summary>
    public const int MaxCampaignLeads = 100;

    /// <summary>Sends up to 100 people into an active trigger campaign. Each repeat acts again; one unknown person fails the whole call with 1004.</summary>
    /// <returns>The campaign's id.</returns>
    public async Task<CallResult<int>> RequestCampaignAsync(int campaignId, IReadOnlyList<int> leadIds, Lane lane, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(leadIds.Count, MaxCampaignLeads, nameof(leadIds));
        var body = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("input");
            writer.WriteStartArray("leads");
            foreach (var id in leadIds)
            {
                writer.WriteStartObject();
                writer.WriteNumber("id", id);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        var answer = await PostAsync($"/rest/v1/campaigns/{Id(campaignId)}/trigger.json", body.WrittenMemory, ServerTimeouts.General, lane, MarketoRows.Bag, cancellationToken);
        return answer.TryGetValue(out _, out var failure) ? campaignId : failure;
    }

    /// <summary>The smart campaigns, or those of one name.</summary>
    public async Task<CallResult<List<Campaign>>> GetCampaignsAsync(string? name, Lane lane, CancellationToken cancellationToken)
    {
        var filter = name is null ? "" : $"&name={Uri.EscapeDataString(name)}";
        var campaigns = new List<Campaign>();
        string? token = null;
        for (var page = 0; page < MostPages; page++)
        {
            var next = token is null ? "" : $"&nextPageToken={Uri.EscapeDataString(token)}";
            var answer = await GetAsync($"/rest/v1/campaigns.json?batchSize=300{filter}{next}", ServerTimeouts.General, lane, MarketoRows.Bag, cancellationToken);
            if (!answer.TryGetValue(out var found, out var failure))
            {
                return failure.Action == ErrorAction.Success ? campaigns : failure;
            }

            foreach (var row in found.Rows)
            {
                campaigns.Add(new((int)(row["id"].AsNumber() ?? 0), row["name"].ToString(), row["type"].ToString(), row["programName"].AsText(), row["active"].AsBoolean() ?? false));
            }

            token = found.MoreResult == false || found.Rows.Count == 0 ? null : found.NextPageToken;
            if (token is null)
            {
                break;
            }
        }

        return campaigns;
    }

    /// <summary>The memberships of some people in a program: leadId, statusName, reachedSuccess, membershipDate. People who are no members are missing.</summary>
    public Task<CallResult<List<FieldBag>>> GetProgramMembersAsync(int programId, IReadOnlyList<int> leadIds, Lane lane, CancellationToken cancellationToken) =>
        GetByFilterAsync($"/rest/v1/programs/{Id(programId)}/members.json", "leadId", [.. leadIds.Select(Id)], "leadId,statusName,reachedSuccess,membershipDate",
            ServerTimeouts.General, lane, cancellationToken);

    /// <summary>Makes people members with a status, or moves members on. Statuses only go forward: at or past it is 1037, which counts as done.</summary>
    public Task<CallResult<RecordOutcome[]>> SetProgramMemberStatusAsync(
        int programId, string statusName, IReadOnlyList<MarketoLeadId> leadIds, Lane lane, CancellationToken cancellationToken) =>
        _dialect == Dialect.Seed
            ? MoveMembersAsync(programId, statusName, leadIds, lane, cancellationToken)
            : WriteIdsAsync(HttpMethod.Post, $"/rest/v1/programs/{Id(programId)}/members/status.json", "leadId", leadIds, statusName, lane, cancellationToken);

    /// <summary>Removes people from a program, with their history in it. No member is 1037, which counts as done.</summary>
    public Task<CallResult<RecordOutcome[]>> DeleteProgramMembersAsync(int programId, IReadOnlyList<MarketoLeadId> leadIds, Lane lane, CancellationToken cancellationToken) =>
        _dialect == Dialect.Seed
            ? MoveMembersAsync(programId, null, leadIds, lane, cancellationToken)
            : WriteIdsAsync(HttpMethod.Post, $"/rest/v1/programs/{Id(programId)}/members/delete.json", "leadId", leadIds, null, lane, cancellationToken);

    /// <summary>Puts people on a static list; safe to repeat.</summary>
    public Task<CallResult<RecordOutcome[]>> AddToListAsync(int listId, IReadOnlyList<MarketoLeadId> leadIds, Lane lane, CancellationToken cancellationToken) =>
        WriteIdsAsync(HttpMethod.Post, $"/rest/v1/lists/{Id(listId)}/leads.json", "id", leadIds, null, lane, cancellationToken);

    /// <summary>Takes people off a static list; not on it is 1015, which counts as done.</summary>
    public Task<CallResult<RecordOutcome[]>> RemoveFromListAsync(int listId, IReadOnlyList<MarketoLeadId> leadIds, Lane lane, CancellationToken cancellationToken) =>
        WriteIdsAsync(HttpMethod.Delete, $"/rest/v1/lists/{Id(listId)}/leads.json", "id", leadIds, null, lane, cancellationToken);

    /// <summary>The seed's one form for both moves: with a status people are enrolled, without one they are removed.</summary>
    private Task<CallResult<RecordOutcome[]>> MoveMembersAsync(int programId, string? statusName, IReadOnlyList<MarketoLeadId> leadIds, Lane lane, CancellationToken cancellationToken)
    {
        void WriteHead(Utf8JsonWriter writer)
        {
            writer.WriteNumber("programId", programId);
            if (statusName is null)
            {
                writer.WriteString("action", "remove");
            }
            else
            {
                writer.WriteString("statusName", statusName);
            }
        }

        return WriteHeadedAsync(HttpMethod.Post, "/rest/v1/leads/programs/members.json", "leadId", leadIds, WriteHead, lane, cancellationToken);
    }

    private static string Id(int id) => id.ToString(CultureInfo.InvariantCulture);
}
