using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Frame;

/// <summary>Which form a client wants its answer in: by the path's suffix, else by <c>Accept</c> (REST API Developer Guide, "Headers", "Resource URIs").</summary>
internal static class AcceptedForms
{
    private const string JsonSuffix = ".json";
    private const string XmlSuffix = ".xml";

    /// <summary>The path without <c>.json</c> or <c>.xml</c> at its end.</summary>
    public static string WithoutSuffix(string path) => SuffixOf(path) is { Length: > 0 } suffix ? path[..^suffix.Length] : path;

    /// <summary>The answer is wanted in XML.</summary>
    public static bool WantsXml(HttpRequest request)
    {
        var suffix = Suffix(request);
        return suffix.Length > 0 ? ReferenceEquals(suffix, XmlSuffix) : Preferred(request.Headers.Accept.ToString()) == AnswerForm.Xml;
    }

    /// <summary>Refuses an <c>Accept</c> of neither form; false when it did.</summary>
    public static bool Check(SimCall call)
    {
        var request = call.Http.Request;
        var accept = request.Headers.Accept.ToString();
        if (Preferred(accept) != AnswerForm.None || Suffix(request).Length > 0)
        {
            return true;
        }

        call.Refuse(StatusCodes.Status406NotAcceptable, "NOT_ACCEPTABLE", "Accept header specified in HTTP request is not supported: " + accept);
        return false;
    }

    // The path itself has lost it by now.
    private static string Suffix(HttpRequest request)
    {
        var path = (request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget).AsSpan();
        var query = path.IndexOf('?');
        return SuffixOf((query < 0 ? path : path[..query]).TrimEnd('/'));
    }

    private static string SuffixOf(ReadOnlySpan<char> path) =>
        path.IsEmpty || (path[^1] | ' ') is not ('l' or 'n') ? ""
        : path.EndsWith(XmlSuffix, StringComparison.OrdinalIgnoreCase) ? XmlSuffix
        : path.EndsWith(JsonSuffix, StringComparison.OrdinalIgnoreCase) ? JsonSuffix
        : "";

    /// <summary>The form of the highest weight, of equal ones the first; what is neither counts for nothing.</summary>
    private static AnswerForm Preferred(string accept)
    {
        if (accept.Length == 0 || accept is "application/json" or "*/*")
        {
            return AnswerForm.Json;
        }

        var (best, weight) = (AnswerForm.None, 0.0);
        foreach (var range in accept.AsSpan().Split(','))
        {
            var part = accept.AsSpan(range).Trim();
            var semicolon = part.IndexOf(';');
            var form = FormOf((semicolon < 0 ? part : part[..semicolon]).Trim());
            var own = Weight(semicolon < 0 ? [] : part[semicolon..]);
            if (form != AnswerForm.None && own > weight)
            {
                (best, weight) = (form, own);
            }
        }

        return best;
    }

    private static AnswerForm FormOf(ReadOnlySpan<char> media) =>
        media.Contains("json", StringComparison.OrdinalIgnoreCase) || media is "*/*" or "application/*" or "*" ? AnswerForm.Json
        : media.Equals("application/xml", StringComparison.OrdinalIgnoreCase) || media.Equals("text/xml", StringComparison.OrdinalIgnoreCase) ? AnswerForm.Xml
        : AnswerForm.None;

    private static double Weight(ReadOnlySpan<char> parameters)
    {
        var at = parameters.IndexOf("q=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return 1;
        }

        var text = parameters[(at + 2)..];
        var end = text.IndexOf(';');
        return double.TryParse(end < 0 ? text : text[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) ? weight : 1;
    }

    private enum AnswerForm
    {
        None,
        Json,
        Xml,
    }
}
