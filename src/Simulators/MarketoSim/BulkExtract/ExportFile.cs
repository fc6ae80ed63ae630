using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>The file of a completed extract, whole or the part that <c>Range</c> asks for.</summary>
internal static class ExportFile
{
    private const long DayMicros = 24 * 3600 * Micros.PerSecond;

    public static void Answer(MarketoCall call, ExportKind kind)
    {
        if (ExportPage.Find(call, kind) is not { Status: ExportStatus.Completed, FinishedAt: { } finished } job
            || call.Sim.Now >= finished + call.Instance.Options.Switches.ExtractFileDays * DayMicros)
        {
            FileAnswer.NotFound(call);
            return;
        }

        var response = call.Sim.Http.Response;
        response.Headers.AcceptRanges = "bytes";
        var file = job.File.Span;
        if (!TryFindRange(call.Sim.Http.Request, file.Length, out var from, out var to))
        {
            call.Sim.Status = StatusCodes.Status416RangeNotSatisfiable;
            call.Sim.AddCode("416");
            call.Sim.ContentType = null;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{file.Length}");
            return;
        }

        if (from is { } start)
        {
            call.Sim.Status = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {start}-{to}/{file.Length}");
        }

        call.Sim.Records = job.Records;
        FileAnswer.Write(call, job.Format.ContentType, file[(from ?? 0)..(to + 1)]);
    }

    /// <summary>The part that is asked for (RFC 7233); false when the file ends before it. What is no range of bytes, or several, is the whole file.</summary>
    private static bool TryFindRange(HttpRequest request, int length, out int? from, out int to)
    {
        (from, to) = (null, length - 1);
        if (!RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var header) || header.Unit != "bytes" || header.Ranges.Count != 1)
        {
            return true;
        }

        var range = header.Ranges.Single();
        var start = range.From ?? Math.Max(0, length - range.To!.Value);
        if (start >= length)
        {
            return false;
        }

        from = (int)start;
        to = range is { From: not null, To: { } last } ? (int)Math.Min(last, length - 1) : length - 1;
        return true;
    }
}
