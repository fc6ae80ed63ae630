namespace SfMarketo.Harness.Scenarios;

/// <summary>Finds scenario files by the paths that a user names and reads them all.</summary>
public static class ScenarioFiles
{
    /// <summary>Holds files that others use and that are no scenarios themselves.</summary>
    private const string PartsFolder = "presets";

    /// <summary>Reads files as they are named and every *.yaml of folders and folders in them, sorted by path, each file once. Folders named presets are left out.</summary>
    /// <param name="reader">Reads the files.</param>
    /// <param name="paths">Files and folders.</param>
    /// <param name="complaint">One sentence when a path is not there, a folder has no scenario or two scenarios share a name; else null.</param>
    /// <param name="set">Values over each of them, KEY=VALUE.</param>
    public static IReadOnlyList<ScenarioReading> Read(ScenarioReader reader, IReadOnlyList<string> paths, out string? complaint, params IReadOnlyList<string> set)
    {
        List<ScenarioReading> readings = [];
        Dictionary<string, string> names = [];
        HashSet<string> seen = [];
        complaint = null;
        foreach (var path in paths)
        {
            if (Expand(path, out complaint) is not { } files)
            {
                return [];
            }

            foreach (var file in files)
            {
                if (!seen.Add(Path.GetFullPath(file)))
                {
                    continue;
                }

                if (ReadOne(reader, file, set, out complaint) is not { } reading)
                {
                    return [];
                }

                readings.Add(reading);
                if (reading.Scenario is { } scenario && !names.TryAdd(scenario.Story, file))
                {
                    complaint = $"Two scenarios are named '{scenario.Story}': {names[scenario.Story]} and {file}. Rename one of them.";
                    return [];
                }
            }
        }

        return readings;
    }

    private static string[]? Expand(string path, out string? complaint)
    {
        complaint = null;
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            complaint = $"There is no file or folder '{path}'.";
            return null;
        }

        string[] files = [.. Below(path).Select(file => file.Replace('\\', '/')).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            complaint = $"The folder '{path}' holds no scenario (*.yaml).";
            return null;
        }

        return files;
    }

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml").Concat(Directory.EnumerateDirectories(folder).Where(child => Path.GetFileName(child) != PartsFolder).SelectMany(Below));

    private static ScenarioReading? ReadOne(ScenarioReader reader, string file, IReadOnlyList<string> set, out string? complaint)
    {
        try
        {
            complaint = null;
            return reader.ReadFile(file, set);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            complaint = $"The file '{file}' cannot be read: {error.Message}";
            return null;
        }
    }
}
