using System.Buffers;
using System.Net;

namespace SfMarketo.Sync;

/// <summary>An answer's body, read to its end into a pooled array. Disposing the response gives the array back, so <see cref="Memory"/> is valid until then.</summary>
internal sealed class PooledContent : HttpContent
{
    private const int FirstSize = 4096;

    private byte[] _buffer;
    private readonly int _length;

    private PooledContent(byte[] buffer, int length)
    {
        _buffer = buffer;
        _length = length;
    }

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    /// <summary>Reads the whole content and disposes it. Content that was read this way before is returned as it is.</summary>
    public static async ValueTask<PooledContent> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content is PooledContent read)
        {
            return read;
        }

        using (content)
        {
            var announced = content.Headers.ContentLength;
            var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(announced + 1 ?? FirstSize, 16 << 20)); // one more, so that the end is seen without growing
            try
            {
                var stream = await content.ReadAsStreamAsync(cancellationToken);
                var length = 0;
                while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var count)
                {
                    length += count;
                    if (length == buffer.Length)
                    {
                        buffer = Grow(buffer, length);
                    }
                }

                var whole = new PooledContent(buffer, length);
                whole.Headers.ContentType = content.Headers.ContentType;
                return whole;
            }
            catch
            {
                ArrayPool<byte>.Shared.Return(buffer);
                throw;
            }
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(_buffer, 0, _length);

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        base.Dispose(disposing);
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
