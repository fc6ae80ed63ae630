using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SfMarketo.Tests.Planted.Faults;

/// <summary>Reads the files of faults: unknown keys, missing ones and empty lists are errors.</summary>
public static class FaultFile
{
    /// <summary>Where they are, from the repository's root.</summary>
    public const string Folder = "tests/Planted/Faults";

    /// <summary>Faults that were written without sight of the checks.</summary>
    public const string Blind = "blind/";

    /// <summary>Faults that nobody catches yet: known, listed, and not tried unless asked for.</summary>
    public const string Escaped = "escaped/";

    private const string Source = "src/Sync/";

    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    /// <summary>All faults of the repository, by name.</summary>
    /// <param name="root">The repository.</param>
    /// <exception cref="FaultException">A file cannot be read as a fault.</exception>
    public static IReadOnlyList<Fault> ReadAll(string root)
    {
        var folder = Path.Combine(root, Folder);
        return
        [
            .. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')[..^".yaml".Length])
                .Order(StringComparer.Ordinal)
                .Select(name => Read(name, File.ReadAllText(Path.Combine(folder, name + ".yaml")))),
        ];
    }

    /// <summary>One fault.</summary>
    /// <exception cref="FaultException">The text is not that of a fault.</exception>
    public static Fault Read(string name, string text)
    {
        FaultYaml? yaml;
        try
        {
            yaml = Yaml.Deserialize<FaultYaml?>(text);
        }
        catch (YamlException wrong)
        {
            throw new FaultException($"{name}.yaml, line {wrong.Start.Line}: {wrong.InnerException?.Message ?? wrong.Message}");
        }

        yaml ??= new FaultYaml();
        return new Fault
        {
            Name = name,
            Rule = Given(yaml.Rule, name, "rule"),
            Breaks = Given(yaml.Breaks, name, "breaks"),
            Edits = Edits(yaml.Edits, name, "edits"),
            Scenarios = yaml.Scenarios ?? [],
            NearMiss = Given(yaml.NearMiss?.Says, name, "nearMiss.says"),
            NearMissEdits = Edits(yaml.NearMiss!.Edits, name, "nearMiss.edits"),
        };
    }

    private static List<FaultEdit> Edits(List<FaultYaml.EditYaml>? edits, string name, string key)
    {
        if (edits is not { Count: > 0 })
        {
            throw Missing(name, key);
        }

        return [.. edits.Select(edit => new FaultEdit(InSource(edit.File, name, key), Trimmed(Given(edit.Find, name, key + ".find")), Trimmed(edit.Put ?? throw Missing(name, key + ".put"))))];
    }

    private static string InSource(string? file, string name, string key)
    {
        var given = Given(file, name, key + ".file").Replace('\\', '/');
        return given.StartsWith(Source, StringComparison.Ordinal) && !given.Contains("..", StringComparison.Ordinal)
            ? given
            : throw new FaultException($"{name}.yaml: '{given}' is not in {Source}. A fault is planted in the engine alone.");
    }

    private static string Trimmed(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');

    private static string Given(string? value, string name, string key) => string.IsNullOrWhiteSpace(value) ? throw Missing(name, key) : value;

    private static FaultException Missing(string name, string key) => new($"{name}.yaml: '{key}' is missing.");
}
