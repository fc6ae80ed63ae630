using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Frame;

/// <summary>Takes <c>Content-Encoding: gzip</c> or <c>deflate</c> off a body, up to the size that a plain body may have.</summary>
internal static class RequestInflation
{
    private const byte ZLibHeader = 0x78;
    private const int Piece = 64 * 1024;

    /// <summary>False when the call has been refused.</summary>
    /// <param name="call">The call.</param>
    /// <param name="limit">Most bytes of the body when inflated.</param>
    public static bool TryInflate(SimCall call, int limit)
    {
        var coding = CodingOf(call);
        if (coding is "" or "identity" || call.Body.IsEmpty)
        {
            return true;
        }

        if (coding is not ("gzip" or "deflate"))
        {
            call.Refuse(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", $"Content-Encoding '{coding}' is not supported by this resource");
            return false;
        }

        try
        {
            if (TryDecode(call, coding, limit))
            {
                return true;
            }

            RefuseSize(call);
        }
        catch (InvalidDataException)
        {
            call.Refuse(StatusCodes.Status400BadRequest, "INVALID_REQUEST", $"The request body is no {coding} data.");
        }

        return false;
    }

    /// <summary>The same for a resource with an error of its own. False for a body above the limit, of another coding, or broken.</summary>
    public static bool TryDecode(SimCall call, int limit)
    {
        var coding = CodingOf(call);
        try
        {
            return coding is "" or "identity" ? call.Body.Length <= limit : coding is "gzip" or "deflate" && TryDecode(call, coding, limit);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>413 for a body above the limit.</summary>
    public static void RefuseSize(SimCall call) => call.Refuse(StatusCodes.Status413PayloadTooLarge, "EXCEEDED_MAX_SIZE_REQUEST", "Maximum size of request reached.");

    private static string CodingOf(SimCall call) => call.Http.Request.Headers.ContentEncoding.ToString().Trim().ToLowerInvariant();

    private static bool TryDecode(SimCall call, string coding, int limit)
    {
        if (Inflate(call.Body, coding == "gzip", limit) is not { } body)
        {
            return false;
        }

        call.Decode(body);
        return true;
    }

    private static byte[]? Inflate(ReadOnlyMemory<byte> packed, bool gzip, int limit)
    {
        using var input = new MemoryStream(packed.ToArray(), writable: false);
        using Stream unpacker = gzip ? new GZipStream(input, CompressionMode.Decompress)
            : packed.Span[0] == ZLibHeader ? new ZLibStream(input, CompressionMode.Decompress)
            : new DeflateStream(input, CompressionMode.Decompress);
        using var output = new MemoryStream();
        var piece = new byte[Piece];
        for (var read = unpacker.Read(piece); read > 0; read = unpacker.Read(piece))
        {
            if (output.Length + read > limit)
            {
                return null;
            }

            output.Write(piece, 0, read);
        }

        return output.ToArray();
    }
}
