using System.Globalization;
using System.Text;

namespace SfMarketo.Bench.Serving;

/// <summary>One request; its bytes are made before anything is measured.</summary>
/// <param name="Method">GET, POST or PATCH.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Body">JSON; empty for none.</param>
internal sealed record RawRequest(string Method, string Path, string Body = "")
{
    /// <param name="address">The server.</param>
    /// <param name="prefix">What comes before the path at servers that only hold answers.</param>
    /// <param name="token">The access token; servers that look at none get it too.</param>
    public byte[] Bytes(Uri address, string prefix, string token)
    {
        var body = Body.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(Body)}\r\n");
        return Encoding.UTF8.GetBytes($"{Method} {prefix}{Path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\n{body}\r\n{Body}");
    }
}
