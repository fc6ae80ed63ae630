using System.Globalization;
using System.Text;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Bulk.Queries;

/// <summary>The rows of a query job, page by page; the pages of one job are the same as often as they are asked for.</summary>
internal static class QueryResults
{
    /// <summary>Rows of a page when the client does not say. The vendor gives no figure.</summary>
    private const int DefaultPage = 50_000;

    private const int PagesAtOnce = 5;
    private const int FirstVersionOfPages = 58;

    public static void Answer(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call) is not { } job || Locator(call, job) is not { } from)
        {
            return;
        }

        var wanted = call.Http.Request.Query["maxRecords"].ToString();
        var size = DefaultPage;
        if (wanted.Length > 0 && (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size == 0))
        {
            call.Refuse(400, "ILLEGAL_QUERY_PARAMETER_VALUE", $"maxRecords must be a positive whole number, not {wanted}.");
            return;
        }

        var result = job.Result!;
        var count = Math.Min(size, result.Count - from);
        result.Write(call.Raw, from, count);
        call.ContentType = "text/csv";
        call.Records = count;
        var headers = call.Http.Response.Headers;

        // The text null, on the last page.
        headers["Sforce-Locator"] = from + count < result.Count ? LocatorOf(from + count) : "null";
        headers["Sforce-NumberOfRecords"] = count.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Up to five addresses of pages, to be fetched side by side.</summary>
    public static void AnswerPages(SalesforceOrg org, SimCall call)
    {
        if (call.ApiVersion() < FirstVersionOfPages)
        {
            call.Refuse(RowErrors.NotFound);
            return;
        }

        if (Find(org, call) is not { } job || Locator(call, job) is not { } from)
        {
            return;
        }

        var path = $"{call.DataPath()}/jobs/query/{job.Id}/";
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("resultPages"u8);
        for (var page = 0; page < PagesAtOnce && (from < job.Result!.Count || from == 0 && page == 0); page++)
        {
            json.WriteStartObject();
            json.WriteString("resultUrl"u8, $"{path}results?locator={LocatorOf(from)}");
            json.WriteEndObject();
            from += Math.Min(DefaultPage, Math.Max(1, job.Result.Count - from));
        }

        json.WriteEndArray();
        var done = from >= job.Result!.Count;
        if (done)
        {
            json.WriteNull("nextRecordsUrl"u8);
        }
        else
        {
            json.WriteString("nextRecordsUrl"u8, $"{path}resultPages?locator={LocatorOf(from)}");
        }

        json.WriteBoolean("done"u8, done);
        json.WriteEndObject();
    }

    private static QueryJob? Find(SalesforceOrg org, SimCall call)
    {
        if (QueryJobEndpoints.Find(org, call) is not { } job)
        {
            return null;
        }

        if (job.Origin.ApiVersion != call.ApiVersion())
        {
            call.Refuse(BulkErrors.VersionConflict);
            return null;
        }

        if (job.State == BulkState.JobComplete)
        {
            return job;
        }

        call.Refuse(BulkErrors.JobState($"Results of the job are not there in state {job.State}."));
        return null;
    }

    /// <summary>The row that the locator stands for; null when the call has been refused.</summary>
    private static int? Locator(SimCall call, QueryJob job)
    {
        var text = call.Http.Request.Query["locator"].ToString();
        if (text.Length == 0)
        {
            return 0;
        }

        var bytes = new byte[text.Length];
        if (Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length)
            && int.TryParse(bytes.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && (from < job.Result!.Count || from == 0))
        {
            return from;
        }

        call.Refuse(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        return null;
    }

    private static string LocatorOf(int row) => Convert.ToBase64String(Encoding.ASCII.GetBytes(row.ToString(CultureInfo.InvariantCulture))).TrimEnd('=');
}
