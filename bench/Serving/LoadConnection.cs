using System.Buffers.Text;
using System.Net.Sockets;

namespace SfMarketo.Bench.Serving;

/// <summary>One kept-alive connection that sends bytes made before and reads the answer. Much cheaper than HttpClient, which would take the processors from the server.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly byte[] buffer = new byte[512 * 1024];
    private readonly TcpClient client;
    private readonly NetworkStream stream;

    public LoadConnection(Uri address)
    {
        client = new TcpClient(address.Host, address.Port) { NoDelay = true };
        stream = client.GetStream();
    }

    /// <summary>The body of the answer, valid until the next request; in chunks as sent when it has no length.</summary>
    /// <exception cref="InvalidOperationException">The answer is not HTTP 200 and a success of Marketo's.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> SendAsync(byte[] request)
    {
        await stream.WriteAsync(request);
        var (read, start, end) = (0, -1, int.MaxValue);
        do
        {
            var more = await stream.ReadAsync(buffer.AsMemory(read));
            read += more > 0 ? more : throw new InvalidOperationException("The server closed the connection.");
            if (start < 0)
            {
                (start, end) = Head(buffer.AsSpan(0, read));
            }
        }
        while (start < 0 || (end == int.MaxValue ? !buffer.AsSpan(start, read - start).EndsWith("\r\n0\r\n\r\n"u8) : read < end));

        var answer = buffer.AsMemory(0, read);
        if (!answer.Span.StartsWith("HTTP/1.1 200 "u8) || answer.Span.IndexOf("\"success\":false"u8) >= 0 || answer.Span.IndexOf("\"skipped\""u8) >= 0)
        {
            throw new InvalidOperationException("Not every call was served, so the figure would not be one of served calls: " + System.Text.Encoding.UTF8.GetString(answer.Span[..Math.Min(read, 600)]));
        }

        return answer[start..];
    }

    public void Dispose() => client.Dispose();

    /// <summary>Where the body starts and ends; -1 when the head is not whole, <see cref="int.MaxValue"/> when it comes in chunks.</summary>
    private static (int Start, int End) Head(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return (-1, int.MaxValue);
        }

        var name = "Content-Length: "u8;
        var place = answer[..head].IndexOf(name);
        return place >= 0 && Utf8Parser.TryParse(answer[(place + name.Length)..], out int length, out _) ? (head + 4, head + 4 + length) : (head + 4, int.MaxValue);
    }
}
