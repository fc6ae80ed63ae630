namespace SfMarketo.Harness.Scenarios.Composing;

/// <summary>Paths as scenarios write them: relative, with forward slashes.</summary>
internal static class FilePath
{
    /// <summary>What <paramref name="name"/> means when <paramref name="file"/> names it, without needless dots.</summary>
    public static string Beside(string file, string name)
    {
        var folder = file.LastIndexOf('/') is var slash and >= 0 ? file[..(slash + 1)] : "";
        List<string> parts = [];
        foreach (var part in (folder + name).Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not ("" or ".."))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
