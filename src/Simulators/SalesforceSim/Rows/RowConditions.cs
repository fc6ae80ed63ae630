using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Rows;

/// <summary>Conditional requests: dates for all rows, ETags for Account rows (REST API Developer Guide, "Conditional Request Headers"). The bodies of 400 and 412 are unverified.</summary>
internal static class RowConditions
{
    private const int TagBytes = 20;

    private static volatile FormattedDate? lastDate;

    /// <summary>Sets <c>Last-Modified</c> and, for Accounts, <c>ETag</c>; 304 or 412 when the request's conditions say so. True when the call has been answered.</summary>
    public static bool AnswerRead(SalesforceOrg org, SimCall call, SRow row)
    {
        var modified = (long)row[SystemFields.LastModifiedDate]!;
        var headers = call.Http.Response.Headers;
        headers.LastModified = HttpDate(modified);
        var hasTag = row.Type.Name == "Account";
        if (hasTag)
        {
            headers.ETag = TagOf(row, call.Http.Request.QueryString.HasValue ? call.Http.Request.Query["fields"].ToString() : "");
        }

        var request = call.Http.Request.Headers;
        if (hasTag && request.IfMatch.Count > 0 && !Matches(request.IfMatch.ToString(), headers.ETag.ToString())
            || request.IfMatch.Count == 0 && Date(request.IfUnmodifiedSince) is { } unmodified && modified > unmodified)
        {
            RefuseFailed(call);
            return true;
        }

        var same = hasTag && request.IfNoneMatch.Count > 0
            ? Matches(request.IfNoneMatch.ToString(), headers.ETag.ToString())
            : IsNotModified(org, call, modified);
        if (same)
        {
            NotModified(call);
        }

        return same;
    }

    /// <summary>400 for a malformed condition, 412 for one that does not hold. True when the call has been refused.</summary>
    public static bool RefuseWrite(SimCall call, SRow row)
    {
        var request = call.Http.Request.Headers;
        if (request.IfMatch.Count + request.IfNoneMatch.Count + request.IfUnmodifiedSince.Count == 0)
        {
            return false;
        }

        var hasTag = row.Type.Name == "Account";
        if (hasTag && (IsMalformedList(request.IfMatch.ToString()) || IsMalformedList(request.IfNoneMatch.ToString())) || request.IfUnmodifiedSince.Count > 0 && Date(request.IfUnmodifiedSince) is null)
        {
            call.Refuse(StatusCodes.Status400BadRequest, "INVALID_HEADER", "A conditional header of the request has a value that is not valid.");
            return true;
        }

        var tag = hasTag ? TagOf(row, "") : "";
        if (hasTag && request.IfMatch.Count > 0 && !Matches(request.IfMatch.ToString(), tag)
            || hasTag && request.IfNoneMatch.Count > 0 && Matches(request.IfNoneMatch.ToString(), tag)
            || Date(request.IfUnmodifiedSince) is { } since && (long)row[SystemFields.LastModifiedDate]! > since)
        {
            RefuseFailed(call);
            return true;
        }

        return false;
    }

    /// <summary>Sets <c>Last-Modified</c> of a resource that changed last at the instant; 304 when nothing has since. True when the call has been answered.</summary>
    public static bool AnswerUnchanged(SalesforceOrg org, SimCall call, long modified)
    {
        call.Http.Response.Headers.LastModified = HttpDate(modified);
        if (!IsNotModified(org, call, modified))
        {
            return false;
        }

        NotModified(call);
        return true;
    }

    private static bool IsNotModified(SalesforceOrg org, SimCall call, long modified) =>
        Date(call.Http.Request.Headers.IfModifiedSince) is { } since && modified / Micros.PerSecond * Micros.PerSecond <= since && (since <= call.WallNow || org.Switches.FutureDatesNotModified);

    private static void NotModified(SimCall call)
    {
        call.Status = StatusCodes.Status304NotModified;
        call.ContentType = null;
    }

    private static void RefuseFailed(SimCall call) =>
        call.Refuse(StatusCodes.Status412PreconditionFailed, "PRECONDITION_FAILED", "A condition in the request's headers does not hold for the record.");

    // Rows read one after the other were often written in one second. Whole objects are exchanged: orgs in several threads may meet here.
    private static string HttpDate(long micros)
    {
        if (lastDate is { } last && last.Micros == micros)
        {
            return last.Text;
        }

        var date = new FormattedDate(micros, Micros.ToInstant(micros).ToString("R", CultureInfo.InvariantCulture));
        lastDate = date;
        return date.Text;
    }

    private static long? Date(string? text) =>
        !string.IsNullOrEmpty(text) && DateTimeOffset.TryParseExact(text, "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? Micros.From(instant) : null;

    private static bool IsMalformedList(string list) => list.Length > 0 && list.Trim() != "*" && list.Split(',').Any(entry => entry.Trim() is not (['"', .., '"'] or ['W', '/', '"', .., '"']));

    // The coding's suffix is no part of the comparison.
    private static bool Matches(string list, string tag) => list.Trim() == "*" || list.Split(',').Any(entry => Bare(entry) == Bare(tag));

    private static string Bare(string tag)
    {
        var text = tag.Trim();
        text = (text.StartsWith("W/", StringComparison.Ordinal) ? text[2..] : text).Trim('"');
        foreach (var suffix in (ReadOnlySpan<string>)["--gzip", "-gzip", "--deflate", "-deflate"])
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal))
            {
                return text[..^suffix.Length];
            }
        }

        return text;
    }

    /// <summary>A hash of what the answer shows: id, version, fields asked for.</summary>
    private static string TagOf(SRow row, string fields)
    {
        Span<ulong> words = stackalloc ulong[3];
        for (var i = 0; i < words.Length; i++)
        {
            var hash = 14695981039346656037UL + (ulong)i * 0x9E3779B97F4A7C15UL;
            hash = Mix(Mix(Mix(hash, row.Id), fields), [(char)row.Version, (char)(row.Version >> 16), (char)(row.Version >> 32)]);
            words[i] = hash ^ (hash >> 29);
        }

        return $"\"{Convert.ToBase64String(MemoryMarshal.AsBytes(words)[..TagBytes])}\"";
    }

    private static ulong Mix(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return hash;
    }

    private sealed record FormattedDate(long Micros, string Text);
}
