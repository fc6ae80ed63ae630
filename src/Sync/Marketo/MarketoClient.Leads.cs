using System.Text;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Marketo;

/// <summary>People and companies.</summary>
public sealed partial class MarketoClient
{
    /// <summary>Values one filter may have, and ids one query may name. Source: "Leads", Get Leads by Filter Type.</summary>
    public const int MaxFilterValues = 300;

    // A request URI may have 8 KB; above 6 KB the query goes into the body, which leaves room for a long page token and the host.
    private const int LongestQuery = 6 * 1024;

    // At most 1,000 leads match a filter, so a longer row of pages is a vendor that repeats itself.
    private const int MostPages = 40;

    /// <summary>Reads the people that have one of the values in a field, all pages of them. One value may give several people.</summary>
    /// <param name="filterType">A searchable field: id, email, an sfdc id or a searchable custom field.</param>
    /// <param name="values">At most 300, none with a comma, which the query cannot express.</param>
    /// <param name="fieldsCsv">REST names, comma-separated.</param>
    /// <param name="lane">The priority of the call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The people in the vendor's order. More than 1,000 matches fail with <see cref="ErrorAction.Split"/>.</returns>
    public Task<CallResult<List<FieldBag>>> GetLeadsByFilterAsync(
        string filterType, IReadOnlyList<string> values, string fieldsCsv, Lane lane, CancellationToken cancellationToken) =>
        GetByFilterAsync("/rest/v1/leads.json", filterType, values, fieldsCsv, ServerTimeouts.LeadsByFilter, lane, cancellationToken);

    /// <summary>Writes people. Fails with <see cref="ErrorAction.Split"/>, and sends nothing, when the records do not fit one call: measure with a <see cref="MarketoBatch"/>.</summary>
    /// <param name="action">createOnly, updateOnly, createOrUpdate or createDuplicate.</param>
    /// <param name="lookupField">Present in every record. <c>id</c> goes with updateOnly alone.</param>
    /// <param name="input">1 to 300 records; a field that is absent is left as it is, null clears it.</param>
    /// <param name="lane">The priority of the call.</param>
    /// <param name="cancellationToken">Gives up; the write is then in doubt.</param>
    public Task<CallResult<RecordOutcome[]>> SyncLeadsAsync(
        string action, string lookupField, IReadOnlyList<FieldBag> input, Lane lane, CancellationToken cancellationToken) =>
        Fill(new MarketoBatch(action, lookupField), input) is { } batch
            ? SyncLeadsAsync(batch, lane, cancellationToken)
            : Task.FromResult<CallResult<RecordOutcome[]>>(TooLarge());

    /// <summary>Sends a batch that was measured before.</summary>
    /// <returns>One outcome per record, in the order they were added.</returns>
    public Task<CallResult<RecordOutcome[]>> SyncLeadsAsync(MarketoBatch batch, Lane lane, CancellationToken cancellationToken) =>
        WriteAsync(_dialect == Dialect.Seed && batch.IsUpdateOnly ? HttpMethod.Patch : HttpMethod.Post, "/rest/v1/leads.json", batch, ServerTimeouts.SyncLeads, lane, cancellationToken);

    /// <summary>Writes companies, keyed by <c>externalCompanyId</c>, which must be in every record. Fails with <see cref="ErrorAction.Coexist"/> under a native CRM sync.</summary>
    public Task<CallResult<RecordOutcome[]>> SyncCompaniesAsync(string action, IReadOnlyList<FieldBag> input, Lane lane, CancellationToken cancellationToken)
    {
        var empty = new MarketoBatch(writer =>
        {
            writer.WriteString("action", action);
            writer.WriteString("dedupeBy", "dedupeFields");
        });
        return Fill(empty, input) is { } batch
            ? WriteAsync("/rest/v1/companies.json", batch, ServerTimeouts.SyncObjects, lane, cancellationToken)
            : Task.FromResult<CallResult<RecordOutcome[]>>(TooLarge());
    }

    /// <summary>Reads companies by <c>externalCompanyId</c>, <c>id</c> or <c>company</c>.</summary>
    public Task<CallResult<List<FieldBag>>> GetCompaniesByFilterAsync(
        string filterType, IReadOnlyList<string> values, string fieldsCsv, Lane lane, CancellationToken cancellationToken) =>
        GetByFilterAsync("/rest/v1/companies.json", filterType, values, fieldsCsv, ServerTimeouts.General, lane, cancellationToken);

    /// <summary>Deletes people for good; a later write by key makes a new one.</summary>
    public Task<CallResult<RecordOutcome[]>> DeleteLeadsAsync(IReadOnlyList<MarketoLeadId> leadIds, Lane lane, CancellationToken cancellationToken) =>
        WriteIdsAsync(HttpMethod.Post, "/rest/v1/leads/delete.json", "id", leadIds, null, lane, cancellationToken);

    private async Task<CallResult<List<FieldBag>>> GetByFilterAsync(
        string path, string filterType, IReadOnlyList<string> values, string fieldsCsv, TimeSpan serverTimeout, Lane lane, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values.Count, MaxFilterValues, nameof(values));
        if (FilterQuery(filterType, values, fieldsCsv) is not { } query)
        {
            return MarketoErrors.Request(LocalCodes.NotExpressible, "A filter value with a comma cannot be sent.", 0, write: false);
        }

        List<FieldBag>? rows = null;
        string? token = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await QueryAsync(path, token is null ? query : $"{query}&nextPageToken={Uri.EscapeDataString(token)}", serverTimeout, lane, cancellationToken);
            if (!answer.TryGetValue(out var found, out var failure))
            {
                return failure.Action == ErrorAction.Success ? rows ?? [] : failure; // 702 is an empty result
            }

            if (rows is null)
            {
                rows = found.Rows;
            }
            else
            {
                rows.AddRange(found.Rows);
            }

            token = found.MoreResult == false ? null : found.NextPageToken; // moreResult may be missing here while there is a next page
            if (token is null || found.Rows.Count == 0)
            {
                break;
            }
        }

        return rows ?? [];
    }

    private Task<CallResult<MarketoAnswer<FieldBag>>> QueryAsync(string path, string query, TimeSpan serverTimeout, Lane lane, CancellationToken cancellationToken) =>
        path.Length + query.Length <= LongestQuery
            ? GetAsync($"{path}?{query}", serverTimeout, lane, MarketoRows.Bag, cancellationToken)
            : SendAsync(new(HttpMethod.Post, $"{path}?_method=GET", Encoding.ASCII.GetBytes(query), Form, serverTimeout, lane, Write: false), MarketoRows.Bag, cancellationToken);

    private static string? FilterQuery(string filterType, IReadOnlyList<string> values, string fieldsCsv)
    {
        var query = new StringBuilder("filterType=").Append(Uri.EscapeDataString(filterType)).Append("&filterValues=");
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Contains(',', StringComparison.Ordinal))
            {
                return null;
            }

            query.Append(i == 0 ? "" : ",").Append(Uri.EscapeDataString(values[i]));
        }

        return query.Append("&fields=").Append(Uri.EscapeDataString(fieldsCsv)).Append("&batchSize=300").ToString();
    }
}
