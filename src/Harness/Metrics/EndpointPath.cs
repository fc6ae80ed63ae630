namespace SfMarketo.Harness.Metrics;

/// <summary>Paths with what stands for one record taken out, so that calls to one endpoint count together.</summary>
internal static class EndpointPath
{
    /// <summary>Replaces segments that are ids, numbers, or locators by <c>{id}</c>; the rest stays.</summary>
    public static string Of(string path)
    {
        if (!NeedsWork(path))
        {
            return path;
        }

        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var dot = segments[i].EndsWith(".json", StringComparison.Ordinal) ? segments[i].Length - 5 : segments[i].Length;
            if (IsId(segments[i].AsSpan(0, dot)))
            {
                segments[i] = string.Concat("{id}", segments[i].AsSpan(dot));
            }
        }

        return string.Join('/', segments);
    }

    private static bool NeedsWork(ReadOnlySpan<char> path)
    {
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (IsId(segment.EndsWith(".json") ? segment[..^5] : segment))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A number, or 15 or 18 letters and digits with a digit among them, perhaps with a position behind a hyphen.</summary>
    private static bool IsId(ReadOnlySpan<char> segment)
    {
        var hyphen = segment.IndexOf('-');
        var id = hyphen is 15 or 18 ? segment[..hyphen] : segment;
        return id.Length > 0
            && (!id.ContainsAnyExceptInRange('0', '9')
                || (id.Length is 15 or 18 && id.ContainsAnyInRange('0', '9') && !HasOther(id)));
    }

    private static bool HasOther(ReadOnlySpan<char> id)
    {
        foreach (var c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
