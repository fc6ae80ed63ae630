using System.Buffers.Text;
using System.Net.Sockets;

namespace SfMarketo.Bench.Serving;

/// <summary>One kept-alive connection that sends bytes made before and reads the answer. Much cheaper than HttpClient, which would take the processors from the server.</summary>
internal sealed class LoadConnection : IDisposable
{
    private static readonly byte[][] Failures = [.. new[] { "\"success\":false", "\"skipped\"", "\"totalSize\":0" }.Select(System.Text.Encoding.UTF8.GetBytes)];

    private readonly byte[] buffer = new byte[512 * 1024];
    private readonly TcpClient client;
    private readonly NetworkStream stream;

    public LoadConnection(Uri address)
    {
        client = new TcpClient(address.Host, address.Port) { NoDelay = true };
        stream = client.GetStream();
    }

    /// <summary>HTTP status of the last answer.</summary>
    public int Status { get; private set; }

    /// <summary>The body of the answer, valid until the next request; in chunks as sent when it has no length.</summary>
    /// <exception cref="InvalidOperationException">The answer is no success: a status of its own, or an error or an empty result of the vendor's.</exception>
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
        Status = Utf8Parser.TryParse(answer.Span["HTTP/1.1 ".Length..], out int status, out _) ? status : 0;
        if (Status is not (200 or 204) || Failures.Any(failure => answer.Span.IndexOf(failure) >= 0))
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

        if (answer.StartsWith("HTTP/1.1 204 "u8))
        {
            return (head + 4, head + 4);
        }

        var name = "Content-Length: "u8;
        var place = answer[..head].IndexOf(name);
        return place >= 0 && Utf8Parser.TryParse(answer[(place + name.Length)..], out int length, out _) ? (head + 4, head + 4 + length) : (head + 4, int.MaxValue);
    }
}
