using System.Text.RegularExpressions;
using SfMarketo.Tests.Planted.Faults;

namespace SfMarketo.Tests.Planted.Running;

/// <summary>The scenarios of the repository by name.</summary>
internal sealed partial class ScenarioFiles
{
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);

    private ScenarioFiles()
    {
    }

    public static ScenarioFiles Read(string root)
    {
        var scenarios = new ScenarioFiles();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "scenarios"), "*.yaml", SearchOption.AllDirectories))
        {
            if (Name().Match(File.ReadAllText(file)) is { Success: true } name)
            {
                scenarios.files.TryAdd(name.Groups["name"].Value.Trim(), Path.GetRelativePath(root, file).Replace('\\', '/'));
            }
        }

        return scenarios;
    }

    /// <exception cref="FaultException">A scenario of the fault does not exist.</exception>
    public void Check(Fault fault)
    {
        foreach (var name in fault.Scenarios)
        {
            if (!files.ContainsKey(name))
            {
                throw new FaultException($"{fault.Name}.yaml: there is no scenario '{name}' in scenarios.");
            }
        }
    }

    /// <summary>All that are short enough to try everything in.</summary>
    public IReadOnlyList<string> Short => [.. files.Where(file => !file.Value.StartsWith("scenarios/days/", StringComparison.Ordinal)).Select(file => file.Key).Order(StringComparer.Ordinal)];

    /// <summary>The file of a scenario, from the repository's root.</summary>
    public string this[string name] => files[name];

    [GeneratedRegex(@"^name: *[""']?(?<name>[^""'#\r\n]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
