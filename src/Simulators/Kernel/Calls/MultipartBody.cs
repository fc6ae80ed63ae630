using System.Text;
using Microsoft.Net.Http.Headers;

namespace SfMarketo.Kernel.Calls;

/// <summary>A <c>multipart/form-data</c> body in memory (RFC 7578): the parts by name.</summary>
public sealed class MultipartBody
{
    private const int MaxBoundary = 70;
    private const int MaxParts = 100;

    private readonly List<(string Name, ReadOnlyMemory<byte> Content)> parts = [];

    private MultipartBody()
    {
    }

    /// <summary>The part's content; null when there is no such part.</summary>
    public ReadOnlyMemory<byte>? Find(string name)
    {
        foreach (var part in parts)
        {
            if (part.Name == name)
            {
                return part.Content;
            }
        }

        return null;
    }

    /// <summary>Null for a body that is not multipart by its type or not well-formed.</summary>
    public static MultipartBody? Parse(string? contentType, ReadOnlyMemory<byte> body)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= MaxBoundary } boundary || boundary.Value is not { } text)
        {
            return null;
        }

        var form = new MultipartBody();
        return form.TryRead(body, Encoding.UTF8.GetBytes("--" + text)) ? form : null;
    }

    private bool TryRead(ReadOnlyMemory<byte> body, byte[] boundary)
    {
        var span = body.Span;
        var place = span.StartsWith(boundary) ? boundary.Length : After(span, FindBoundary(span, 0, boundary), boundary);
        while (place >= 0)
        {
            if (span[place..].StartsWith("--"u8))
            {
                return true;
            }

            if (parts.Count == MaxParts || !TryEndLine(span, ref place) || !TryReadName(span, ref place, out var name))
            {
                return false;
            }

            // An empty part's boundary follows the blank line, whose end is the boundary's beginning.
            var end = FindBoundary(span, place - 2, boundary);
            if (end < 0)
            {
                return false;
            }

            parts.Add((name, body[place..Math.Max(place, end)]));
            place = After(span, end, boundary);
        }

        return false;
    }

    private static int After(ReadOnlySpan<byte> span, int end, byte[] boundary) => end < 0 ? -1 : end + 2 + boundary.Length;

    /// <summary>The place of the line end before the next boundary line, or -1.</summary>
    private static int FindBoundary(ReadOnlySpan<byte> span, int from, byte[] boundary)
    {
        for (var place = from; place < span.Length;)
        {
            var found = span[place..].IndexOf(boundary);
            if (found < 0)
            {
                return -1;
            }

            place += found;
            var rest = span[(place + boundary.Length)..];
            if (place >= from + 2 && span[place - 2] == '\r' && span[place - 1] == '\n' && (rest.StartsWith("--"u8) || rest.StartsWith("\r\n"u8) || rest.StartsWith(" "u8) || rest.StartsWith("\t"u8)))
            {
                return place - 2;
            }

            place += boundary.Length;
        }

        return -1;
    }

    private static bool TryEndLine(ReadOnlySpan<byte> span, ref int place)
    {
        while (place < span.Length && span[place] is (byte)' ' or (byte)'\t')
        {
            place++;
        }

        if (!span[place..].StartsWith("\r\n"u8))
        {
            return false;
        }

        place += 2;
        return true;
    }

    /// <summary>Reads the part's headers up to its content.</summary>
    private static bool TryReadName(ReadOnlySpan<byte> span, ref int place, out string name)
    {
        name = "";
        while (true)
        {
            var length = span[place..].IndexOf("\r\n"u8);
            if (length < 0)
            {
                return false;
            }

            var line = Encoding.UTF8.GetString(span.Slice(place, length));
            place += length + 2;
            if (length == 0)
            {
                return name.Length > 0;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                return false;
            }

            if (line.AsSpan(0, colon).Trim().Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase))
            {
                if (!ContentDispositionHeaderValue.TryParse(line[(colon + 1)..].Trim(), out var disposition) || !disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }

                name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            }
        }
    }
}
