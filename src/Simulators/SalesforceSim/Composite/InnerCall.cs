using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Frame;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary>Runs one part of a composite call as if it were a call of its own, in the user's session.</summary>
internal static class InnerCall
{
    // What neither may hold (salesforce-rest.md sections 6.2 and 6.3): no composite in composite, no jobs.
    private static readonly string[] Refused = ["composite/batch", "composite/graph", "jobs"];

    // What a composite may not hold either, and a batch may.
    private static readonly string[] OnlyInBatches = ["search", "parameterizedSearch", "actions", "recent", "tabs", "theme", "appMenu", "tooling", "quickActions"];

    /// <param name="org">The org.</param>
    /// <param name="outer">The call it is a part of.</param>
    /// <param name="method">In capitals.</param>
    /// <param name="url">From <c>/services/data/vNN.0/</c> on, with its query.</param>
    /// <param name="body">JSON, possibly empty.</param>
    /// <param name="headers">Further headers.</param>
    /// <param name="holdsMore">A part of a batch or a call of SOAP, which may hold more.</param>
    public static SimCall Run(SalesforceOrg org, SimCall outer, string method, string url, ReadOnlyMemory<byte> body, IEnumerable<KeyValuePair<string, string>> headers, bool holdsMore = false)
    {
        var call = outer.Nest(Context(outer, method, url, body.Length, headers), body);
        Answer(org, call, holdsMore);
        call.Json.Flush();
        foreach (var code in call.Codes)
        {
            outer.AddCode(code);
        }

        foreach (var item in call.Delivered)
        {
            outer.Deliver(item.Object, item.Id, item.Version);
        }

        outer.Records += call.Records;
        return call;
    }

    /// <summary>A part that is refused before it runs.</summary>
    public static SimCall Refuse(SimCall outer, int status, string code, string message)
    {
        var call = outer.Nest(new DefaultHttpContext(), ReadOnlyMemory<byte>.Empty);
        call.Refuse(status, code, message);
        outer.AddCode(code);
        return call;
    }

    private static void Answer(SalesforceOrg org, SimCall call, bool holdsMore)
    {
        var path = call.Http.Request.Path.Value ?? "/";
        if (!AdmissionAnswers.CheckVersion(org, call, path))
        {
            return;
        }

        var resource = string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(3));
        if (resource is "composite" || Refused.Any(start => resource.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || !holdsMore && OnlyInBatches.Contains(resource.Split('/')[0], StringComparer.OrdinalIgnoreCase))
        {
            call.Refuse(400, "INVALID_INPUT", $"Resource {resource} is not supported inside of a composite request.");
        }
        else if (org.DataRoutes.Find(call, out var allowed) is { } endpoint)
        {
            endpoint(org, call);
        }
        else if (allowed.Count > 0)
        {
            AdmissionAnswers.RefuseMethod(call, allowed);
        }
        else
        {
            AdmissionAnswers.CheckResource(call, null, path);
        }
    }

    private static DefaultHttpContext Context(SimCall outer, string method, string url, int length, IEnumerable<KeyValuePair<string, string>> headers)
    {
        var http = new DefaultHttpContext();
        var request = http.Request;
        var query = url.IndexOf('?', StringComparison.Ordinal);
        request.Method = method;
        request.Scheme = outer.Http.Request.Scheme;
        request.Host = outer.Http.Request.Host;
        request.PathBase = outer.Http.Request.PathBase;
        request.Path = AcceptedForms.WithoutSuffix(Uri.UnescapeDataString(query < 0 ? url : url[..query]).TrimEnd('/'));
        request.QueryString = new QueryString(query < 0 ? "" : url[query..]);
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = url;
        if (length > 0)
        {
            request.ContentType = "application/json";
        }

        foreach (var (name, value) in headers)
        {
            request.Headers[name] = value;
        }

        return http;
    }

    /// <summary>The answer's body as JSON, or null when there is none.</summary>
    public static void WriteBody(this SimCall call, Utf8JsonWriter json)
    {
        if (call.Output.Length == 0)
        {
            json.WriteNullValue();
        }
        else if (call.ContentType?.Contains("json", StringComparison.Ordinal) == true)
        {
            json.WriteRawValue(call.Output.Span, skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(Encoding.UTF8.GetString(call.Output.Span));
        }
    }
}
