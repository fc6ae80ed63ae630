using System.Text.Json;

namespace SfMarketo.Sync.Salesforce;

/// <summary>Queries, and what the org is like.</summary>
public sealed partial class SalesforceClient
{
    /// <summary>Runs a query and gives its first page. A URI may have 16 KB: a long IN list is the caller's to cut.</summary>
    /// <param name="soql">Literals are the caller's to escape: <see cref="Quote"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<CallResult<SoqlPage>> QueryAsync(string soql, CancellationToken cancellationToken) =>
        GetAsync($"{_data}/query?q={Uri.EscapeDataString(soql)}", static (_, body) => SalesforceRows.Page(body), cancellationToken);

    /// <summary>The same with deleted and archived rows; losers of a merge have MasterRecordId.</summary>
    public Task<CallResult<SoqlPage>> QueryAllAsync(string soql, CancellationToken cancellationToken) =>
        GetAsync($"{_data}/queryAll?q={Uri.EscapeDataString(soql)}", static (_, body) => SalesforceRows.Page(body), cancellationToken);

    /// <summary>A further page. Cursors live two days; an old one fails with INVALID_QUERY_LOCATOR: start again.</summary>
    /// <param name="nextRecordsUrl">From the page before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<CallResult<SoqlPage>> QueryMoreAsync(string nextRecordsUrl, CancellationToken cancellationToken) =>
        GetAsync(nextRecordsUrl, static (_, body) => SalesforceRows.Page(body), cancellationToken);

    /// <summary>All rows of a query, page after page, up to a number of rows that fits in memory.</summary>
    /// <param name="soql">The query.</param>
    /// <param name="deletedToo">Ask queryAll.</param>
    /// <param name="mostRows">More than this is a programming error: large sets are read page by page or in bulk.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CallResult<List<FieldBag>>> QueryAllPagesAsync(string soql, bool deletedToo, int mostRows, CancellationToken cancellationToken)
    {
        var page = deletedToo ? await QueryAllAsync(soql, cancellationToken) : await QueryAsync(soql, cancellationToken);
        if (!page.TryGetValue(out var found, out var failure))
        {
            return failure;
        }

        var rows = found.Rows;
        while (!found.Done && found.NextRecordsUrl is { } next)
        {
            if (rows.Count > mostRows)
            {
                throw new InvalidOperationException($"A query gave more than {mostRows} rows.");
            }

            page = await QueryMoreAsync(next, cancellationToken);
            if (!page.TryGetValue(out found, out failure))
            {
                return failure;
            }

            rows.AddRange(found.Rows);
        }

        return rows;
    }

    /// <summary>A text as a SOQL literal, in single quotes.</summary>
    public static string Quote(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)}'";

    /// <summary>The org itself: its id, and when it was created, as the vendor writes it.</summary>
    public async Task<CallResult<(string Id, string Created)>> OrganizationAsync(CancellationToken cancellationToken)
    {
        var answer = await QueryAsync("SELECT Id, CreatedDate FROM Organization", cancellationToken);
        if (!answer.TryGetValue(out var page, out var failure))
        {
            return failure;
        }

        return page.Rows is [var row] && row["Id"].AsText() is { } id && row["CreatedDate"].AsText() is { } created
            ? (id, created)
            : SalesforceErrors.Request(LocalCodes.Unreadable, "The org does not say which one it is.", 200, write: false);
    }

    /// <summary>The fields of an object this user sees.</summary>
    public Task<CallResult<List<SObjectField>>> DescribeAsync(string objectName, CancellationToken cancellationToken) =>
        GetAsync($"{_data}/sobjects/{objectName}/describe", static (_, body) => ReadDescribe(body), cancellationToken);

    /// <summary>The org's limits. Needs the permission to view set-up.</summary>
    public Task<CallResult<List<OrgLimit>>> LimitsAsync(CancellationToken cancellationToken) =>
        GetAsync($"{_data}/limits", static (_, body) => ReadLimits(body), cancellationToken);

    private static List<SObjectField> ReadDescribe(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        using var described = JsonDocument.ParseValue(ref reader); // once a day
        var fields = new List<SObjectField>();
        foreach (var field in described.RootElement.GetProperty("fields").EnumerateArray())
        {
            var values = new List<string>();
            if (field.TryGetProperty("picklistValues", out var picklist) && picklist.ValueKind == JsonValueKind.Array)
            {
                foreach (var value in picklist.EnumerateArray())
                {
                    if (Flag(value, "active"))
                    {
                        values.Add(value.GetProperty("value").GetString()!);
                    }
                }
            }

            fields.Add(new(
                field.GetProperty("name").GetString()!,
                field.GetProperty("type").GetString()!,
                field.TryGetProperty("length", out var length) ? length.GetInt32() : 0,
                Flag(field, "createable"),
                Flag(field, "updateable"),
                Flag(field, "nillable"),
                Flag(field, "defaultedOnCreate"),
                Flag(field, "externalId"),
                Flag(field, "restrictedPicklist"),
                values));
        }

        return fields;
    }

    private static List<OrgLimit> ReadLimits(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        using var answer = JsonDocument.ParseValue(ref reader);
        var limits = new List<OrgLimit>();
        foreach (var limit in answer.RootElement.EnumerateObject())
        {
            if (limit.Value.ValueKind == JsonValueKind.Object && limit.Value.TryGetProperty("Max", out var max) && limit.Value.TryGetProperty("Remaining", out var remaining))
            {
                limits.Add(new(limit.Name, max.GetInt64(), remaining.GetInt64()));
            }
        }

        return limits;
    }

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;
}
