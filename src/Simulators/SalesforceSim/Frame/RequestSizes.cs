using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.Frame;

/// <summary>Sizes of URI and headers: over 16,384 bytes the vendor's web server answers by itself, in HTML (REST API Developer Guide, "Status Codes", 414 and 431; the page's text is unverified).</summary>
internal static class RequestSizes
{
    private const int Most = 16_384;

    // A colon, a blank, an end of line.
    private const int AroundHeader = 4;

    /// <summary>False when the call has been refused.</summary>
    public static bool Check(SimCall call)
    {
        var request = call.Http.Request;
        var size = call.Http.Features.Get<IHttpRequestFeature>()?.RawTarget.Length ?? 0;
        if (size > Most)
        {
            Refuse(call, StatusCodes.Status414UriTooLong, "URI Too Long");
            return false;
        }

        if (request.Headers is HeaderDictionary inMemory)
        {
            foreach (var (name, value) in inMemory)
            {
                size += SizeOf(name, value);
            }
        }
        else
        {
            foreach (var (name, value) in request.Headers)
            {
                size += SizeOf(name, value);
            }
        }

        if (size <= Most)
        {
            return true;
        }

        Refuse(call, StatusCodes.Status431RequestHeaderFieldsTooLarge, "Request Header Fields Too Large");
        return false;
    }

    private static int SizeOf(string name, StringValues value) => name.Length + AroundHeader + (value.Count == 1 ? value[0]!.Length : value.ToString().Length);

    private static void Refuse(SimCall call, int status, string reason)
    {
        call.ResetOutput();
        call.Status = status;
        call.ContentType = "text/html;charset=iso-8859-1";
        call.AddCode(reason);
        call.Raw.Write(Encoding.Latin1.GetBytes($"<h1>Bad Message {status}</h1><pre>reason: {reason}</pre>"));
    }
}
