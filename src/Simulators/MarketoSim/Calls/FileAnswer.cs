using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>Answers of the bulk file endpoints, which are no JSON.</summary>
internal static class FileAnswer
{
    public static void Write(MarketoCall call, string contentType, ReadOnlySpan<byte> content)
    {
        call.Sim.ContentType = contentType;
        call.Sim.Raw.Write(content);
    }

    /// <summary>HTTP 404 with plain text and no envelope: the job is unknown, or its file is not there yet or no more.</summary>
    /// <remarks>Source: Marketo REST API, "Bulk extract"; the text is not documented.</remarks>
    public static void NotFound(MarketoCall call)
    {
        call.Sim.Status = StatusCodes.Status404NotFound;
        call.Sim.AddCode("404");
        Write(call, "text/plain;charset=UTF-8", "The requested resource was not found"u8);
    }
}
