using SfMarketo.Kernel.Guidance;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>All operations of Marketo's API, to tell what the vendor does not have (610, 605) from what only this simulator lacks (501).</summary>
/// <remarks>Source: Adobe's API definitions, methods and paths only; <c>vendor-operations.txt</c> holds one a line.</remarks>
internal static class VendorOperations
{
    private static readonly (string Method, string[] Segments)[] All = Load();

    /// <summary>All of them.</summary>
    public static IEnumerable<Operation> Operations => All.Select(operation => new Operation(operation.Method, string.Join('/', operation.Segments)));

    /// <summary>Whether the vendor has the path, and the method on it.</summary>
    public static VendorPath Find(string method, ReadOnlySpan<char> path)
    {
        var found = VendorPath.Unknown;
        foreach (var operation in All)
        {
            if (Matches(path, operation.Segments))
            {
                if (operation.Method == method)
                {
                    return VendorPath.Known;
                }

                found = VendorPath.OtherMethod;
            }
        }

        return found;
    }

    private static bool Matches(ReadOnlySpan<char> path, string[] segments)
    {
        var place = 0;
        foreach (var range in path.Split('/'))
        {
            if (place == segments.Length || !SegmentMatches(path[range], segments[place]))
            {
                return false;
            }

            place++;
        }

        return place == segments.Length;
    }

    /// <summary>A pattern's segment is text, or <c>{name}</c>, or <c>{name}.json</c>.</summary>
    private static bool SegmentMatches(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        if (pattern is not ['{', ..])
        {
            return text.SequenceEqual(pattern);
        }

        var end = pattern[(pattern.IndexOf('}') + 1)..];
        return text.Length > end.Length && text.EndsWith(end);
    }

    private static (string, string[])[] Load()
    {
        using var stream = typeof(VendorOperations).Assembly.GetManifestResourceStream("vendor-operations.txt")!;
        using var reader = new StreamReader(stream);
        var operations = new List<(string, string[])>();
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ');
            operations.Add((line[..space], line[(space + 1)..].Split('/')));
        }

        return [.. operations];
    }
}
