using Microsoft.AspNetCore.Http;

namespace SfMarketo.Kernel.Calls;

/// <summary>Reads a request's body into one piece of memory, up to a limit.</summary>
internal static class RequestBody
{
    /// <returns>The body; when it is longer than <paramref name="limit"/>, its first <c>limit + 1</c> bytes, so that the caller can tell.</returns>
    /// <param name="request">The request.</param>
    /// <param name="limit">Bytes.</param>
    /// <param name="isSocket">It came over sockets: when the client goes, the server ends the reading by itself.</param>
    public static ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int limit, bool isSocket)
    {
        if (!isSocket && request.HttpContext.Features.Get<IWholeBodyFeature>() is { } whole)
        {
            return ValueTask.FromResult(whole.Body.Length <= limit ? whole.Body : whole.Body[..(limit + 1)]);
        }

        if (request.ContentLength is null or 0 && !HttpMethods.IsPost(request.Method) && !HttpMethods.IsPatch(request.Method) && !HttpMethods.IsPut(request.Method))
        {
            return ValueTask.FromResult(ReadOnlyMemory<byte>.Empty);
        }

        return ReadStreamAsync(request, limit, isSocket ? CancellationToken.None : request.HttpContext.RequestAborted);
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadStreamAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(limit + 1, (int)Math.Min(int.MaxValue, request.ContentLength ?? 16 * 1024))];
        var length = 0;
        while (length == 0 || length != request.ContentLength)
        {
            if (length == buffer.Length)
            {
                if (length > limit)
                {
                    break;
                }

                Array.Resize(ref buffer, Math.Min(limit + 1, Math.Max(1024, buffer.Length * 2)));
            }

            var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return buffer.AsMemory(0, length);
    }
}
