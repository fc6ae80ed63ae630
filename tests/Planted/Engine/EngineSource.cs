using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SfMarketo.Tests.Planted.Faults;

namespace SfMarketo.Tests.Planted.Engine;

/// <summary>The engine's source as it is, parsed once.</summary>
internal sealed class EngineSource
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.None, preprocessorSymbols: ["TRACE", "NET", "NET10_0", "NET10_0_OR_GREATER", "NETCOREAPP"]);

    private readonly SortedDictionary<string, (string Text, SyntaxTree Tree)> files = new(StringComparer.Ordinal);
    private readonly List<SyntaxTree> generated = [];

    private EngineSource()
    {
    }

    /// <summary>Reads <c>src/Sync</c> and what its build has generated.</summary>
    public static EngineSource Read(string root)
    {
        var source = new EngineSource();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(root, "src", "Sync"), "*.cs", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(root, path).Replace('\\', '/');
            var text = File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal);
            source.files.Add(name, (text, Parse(name, text)));
        }

        var made = Path.Combine(root, "artifacts", "obj", "Sync", BuiltOutput.Configuration);
        foreach (var name in new[] { "Sync.GlobalUsings.g.cs", "Sync.AssemblyInfo.cs" })
        {
            source.generated.Add(Parse(name, File.ReadAllText(Path.Combine(made, name))));
        }

        return source;
    }

    /// <exception cref="FaultException">An edit does not fit the source.</exception>
    public void Check(Fault fault)
    {
        try
        {
            Edited(fault.Edits);
            Edited(fault.NearMissEdits);
        }
        catch (FaultException wrong)
        {
            throw new FaultException($"{fault.Name}.yaml: {wrong.Message}");
        }
    }

    /// <summary>The trees of the engine with these changes.</summary>
    public IEnumerable<SyntaxTree> With(IReadOnlyList<FaultEdit> edits)
    {
        var changed = Edited(edits);
        return files.Select(file => changed.TryGetValue(file.Key, out var text) ? Parse(file.Key, text) : file.Value.Tree).Concat(generated);
    }

    private Dictionary<string, string> Edited(IReadOnlyList<FaultEdit> edits)
    {
        var changed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var edit in edits)
        {
            if (!files.TryGetValue(edit.File, out var file))
            {
                throw new FaultException($"there is no file {edit.File}.");
            }

            changed[edit.File] = edit.Apply(changed.GetValueOrDefault(edit.File, file.Text));
        }

        return changed;
    }

    private static SyntaxTree Parse(string name, string text) => CSharpSyntaxTree.ParseText(text, Options, name, System.Text.Encoding.UTF8);
}
