namespace SfMarketo.Kernel.Control;

/// <summary>One line of the control API.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Under <c>/__sim</c>; a last part in braces is a name.</param>
/// <param name="About">What it does, with an example of its body.</param>
/// <param name="Run">Writes the members of the answer.</param>
internal sealed record ControlRoute(string Method, string Path, string About, Action<ControlCall> Run)
{
    /// <summary>Parameters of the query that it knows.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>Whether the path is this one, and the name in its last part.</summary>
    public bool Matches(string path, out string name)
    {
        name = "";
        if (!Path.EndsWith('}'))
        {
            return path == Path;
        }

        var start = Path[..Path.IndexOf('{', StringComparison.Ordinal)];
        if (!path.StartsWith(start, StringComparison.Ordinal) || path.Length == start.Length || path.IndexOf('/', start.Length) >= 0)
        {
            return false;
        }

        name = path[start.Length..];
        return true;
    }
}
