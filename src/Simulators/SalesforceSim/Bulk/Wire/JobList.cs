using System.Globalization;
using System.Text;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.BulkV1;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Bulk.Wire;

/// <summary>The lists of jobs: up to 1,000 a page, in an order that says nothing.</summary>
internal static class JobList
{
    private const int PageSize = 1_000;

    /// <summary>Answers with the jobs of some types.</summary>
    /// <param name="org">The org.</param>
    /// <param name="call">The call.</param>
    /// <param name="resource"><c>ingest</c> or <c>query</c>.</param>
    /// <param name="types">Those that the list has.</param>
    /// <param name="belongs">Whether a job of Bulk API 1.0 is one for this list.</param>
    public static void Answer(SalesforceOrg org, SimCall call, string resource, string[] types, Func<ClassicJob, bool> belongs)
    {
        var query = call.Http.Request.Query;
        var (type, chunked, mode) = (query["jobType"].ToString(), query["isPkChunkingEnabled"].ToString(), query["concurrencyMode"].ToString());
        uint after = 0;
        if (type.Length > 0 && !types.Contains(type) || chunked is not ("" or "true" or "false") || mode is not ("" or "Parallel" or "parallel" or "Serial" or "serial"))
        {
            call.Refuse(400, "ILLEGAL_QUERY_PARAMETER_VALUE", "A filter of the list of jobs has a value that it does not take.");
            return;
        }

        if (query["queryLocator"].ToString() is { Length: > 0 } locator && !TryReadLocator(locator, out after))
        {
            call.Refuse(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
            return;
        }

        var found = org.Bulk.All(call.WallNow)
            .Where(job => job is ClassicJob classic ? belongs(classic) : types.Contains(job.JobType))
            .Where(job => type.Length == 0 || job.JobType == type)
            .Where(job => chunked.Length == 0 || (job is ClassicJob { IsChunked: true }) == (chunked == "true"))
            .Where(job => mode.Length == 0 || (job is ClassicJob { IsSerial: true }) == mode.Equals("serial", StringComparison.OrdinalIgnoreCase))
            .Where(job => Place(job) > after)
            .OrderBy(Place)
            .Take(PageSize + 1)
            .ToList();
        var more = found.Count > PageSize;
        var json = call.Json;
        json.WriteStartObject();
        json.WriteBoolean("done"u8, !more);
        json.WriteStartArray("records"u8);
        foreach (var job in found.Take(PageSize))
        {
            JobInfo.WriteListed(json, job);
        }

        json.WriteEndArray();
        if (more)
        {
            json.WriteString("nextRecordsUrl"u8, $"{call.DataPath()}/jobs/{resource}?queryLocator={Locator(Place(found[PageSize - 1]))}");
        }
        else
        {
            json.WriteNull("nextRecordsUrl"u8);
        }

        json.WriteEndObject();
        call.Records = Math.Min(found.Count, PageSize);
    }

    /// <summary>Where a job stands: fixed, and not by its number. Odd factors reach each place once.</summary>
    private static uint Place(BulkJob job) => unchecked((uint)job.Number * 2_654_435_761u);

    private static string Locator(uint place) => Convert.ToBase64String(Encoding.ASCII.GetBytes(place.ToString(CultureInfo.InvariantCulture))).TrimEnd('=');

    private static bool TryReadLocator(string locator, out uint place)
    {
        place = 0;
        var bytes = new byte[locator.Length];
        return Convert.TryFromBase64String(locator.PadRight((locator.Length + 3) / 4 * 4, '='), bytes, out var length)
            && uint.TryParse(bytes.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture, out place);
    }
}
