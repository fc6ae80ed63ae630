using System.Net;
using System.Net.Sockets;

namespace SfMarketo.Harness.Network;

/// <summary>A body that breaks off: its reader gets the bytes that arrived, and then the exception that a socket gives.</summary>
/// <param name="arrived">The start of the body.</param>
/// <param name="reset">The connection was reset; else it was closed before the promised end.</param>
internal sealed class BrokenContent(ReadOnlyMemory<byte> arrived, bool reset) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(arrived);
        throw Broken();
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new BrokenStream(arrived, Broken()));

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private IOException Broken() => reset
        ? new IOException("The simulated connection was reset.", new SocketException((int)SocketError.ConnectionReset))
        : new HttpIOException(HttpRequestError.ResponseEnded, "The simulated connection closed before the end of the body.");
}
