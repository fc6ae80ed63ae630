using System.IO.Compression;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.Bulk.Wire;

/// <summary>gzip of uploads and of result files.</summary>
internal static class BulkCompression
{
    /// <summary>The body as the client wrote it; a compressed one is inflated up to a limit.</summary>
    /// <param name="call">The call.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="body">The body; empty when there is none.</param>
    /// <returns>False for a body that is larger, or no gzip though it says so.</returns>
    public static bool TryRead(SimCall call, int limit, out ReadOnlyMemory<byte> body)
    {
        body = call.Body;
        if (call.Http.Request.Headers.ContentEncoding.ToString() is not { Length: > 0 } encoding || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return body.Length <= limit;
        }

        if (!encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || body.Length > limit)
        {
            return false;
        }

        using var source = new MemoryStream(body.ToArray(), writable: false);
        using var unpacked = new GZipStream(source, CompressionMode.Decompress);
        using var target = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (unpacked.Read(buffer) is > 0 and var read)
            {
                // A few kilobytes can become gigabytes: it ends at the limit.
                if (target.Length + read > limit)
                {
                    return false;
                }

                target.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        body = target.GetBuffer().AsMemory(0, (int)target.Length);
        return true;
    }

    /// <summary>Compresses what was written, where the client takes it.</summary>
    public static void Compress(SimCall call)
    {
        var response = call.Http.Response;
        if (!call.Http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase) || response.Headers.ContentEncoding.Count > 0 || call.Output.IsEmpty)
        {
            return;
        }

        using var target = new MemoryStream();
        using (var packed = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write(call.Output.Span);
        }

        call.ResetOutput();
        System.Buffers.BuffersExtensions.Write(call.Raw, target.GetBuffer().AsSpan(0, (int)target.Length));
        response.Headers.ContentEncoding = "gzip";
    }
}
