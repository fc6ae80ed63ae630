namespace SfMarketo.Kernel.Faults;

/// <summary>Paths with <c>*</c> for any text, also none and slashes. No regular expressions on the way of a call.</summary>
internal static class PathPattern
{
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        while (true)
        {
            var star = pattern.IndexOf('*');
            if (star < 0)
            {
                return path.SequenceEqual(pattern);
            }

            if (!path.StartsWith(pattern[..star], StringComparison.Ordinal))
            {
                return false;
            }

            path = path[star..];
            pattern = pattern[(star + 1)..];
            var next = pattern.IndexOf('*');
            if (next < 0)
            {
                return path.EndsWith(pattern, StringComparison.Ordinal);
            }

            // The first place of what stands between two stars leaves most for the rest.
            var at = path.IndexOf(pattern[..next], StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            path = path[at..];
        }
    }
}
