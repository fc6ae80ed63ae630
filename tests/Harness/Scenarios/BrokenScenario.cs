using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Scenarios;

/// <summary>One entry of broken-scenarios.txt.</summary>
/// <param name="Title">What is broken about it.</param>
/// <param name="Text">The file; after lines "@@ PATH" the files that it uses, after "@@ --set" what the command line sets.</param>
/// <param name="Expected">Its problems, a line for each.</param>
internal sealed record BrokenScenario(string Title, string Text, string[] Expected)
{
    private const string File = "scenarios/x.yaml";

    /// <summary>The file's own text.</summary>
    public string Yaml => Part("");

    /// <summary>True: it stands alone, so that its text is all there is to validate.</summary>
    public bool IsWhole => !Text.Contains("@@ ", StringComparison.Ordinal);

    public ScenarioReading Read()
    {
        var reader = new ScenarioReader(StandardVocabulary.Instance, path => Part(path) is { Length: > 0 } part ? part : Text.Contains($"@@ {path}\n", StringComparison.Ordinal) ? "" : throw new FileNotFoundException(path));
        return reader.Read(File, Yaml, Part("--set").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private string Part(string name)
    {
        foreach (var part in ("\n@@ \n" + Text).Split("\n@@ "))
        {
            if (part.StartsWith(name + "\n", StringComparison.Ordinal))
            {
                var text = part[(name.Length + 1)..];
                return text.Length == 0 || text.EndsWith('\n') ? text : text + "\n";
            }
        }

        return "";
    }
}
