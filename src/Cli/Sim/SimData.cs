using SfMarketo.Harness.OrgData;

namespace SfMarketo.Cli.Sim;

/// <summary>The value of <c>--data</c>.</summary>
internal static class SimData
{
    /// <summary>The content, or null when the file cannot be used; then it has been said why.</summary>
    public static OrgContent? Read(string data, TextWriter errors)
    {
        switch (data)
        {
            case "demo":
                return OrgContent.Demo;
            case "empty":
                return OrgContent.Empty;
            default:
                return ReadFile(data, errors);
        }
    }

    private static OrgContent? ReadFile(string path, TextWriter errors)
    {
        if (!File.Exists(path))
        {
            errors.WriteLine($"--data: there is no file '{path}'; write demo, empty, or a file of counts and records.");
            return null;
        }

        try
        {
            var content = OrgContentReader.Read(path, File.ReadAllText(path), out var complaints);
            if (complaints is not null)
            {
                errors.Write(complaints);
            }

            return content;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"--data: '{path}' cannot be read: {unreadable.Message}");
            return null;
        }
    }
}
