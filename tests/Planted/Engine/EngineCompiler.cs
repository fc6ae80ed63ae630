using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SfMarketo.Tests.Planted.Faults;

namespace SfMarketo.Tests.Planted.Engine;

/// <summary>Compiles the engine with a change, in memory.</summary>
internal sealed class EngineCompiler(EngineSource source)
{
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, deterministic: true, concurrentBuild: false);

    private readonly IReadOnlyList<MetadataReference> references = References();

    /// <summary>Writes the changed engine beside a command line.</summary>
    /// <returns>Null, or the first error of the compiler.</returns>
    public string? Compile(IReadOnlyList<FaultEdit> edits, string file)
    {
        var compilation = CSharpCompilation.Create(Path.GetFileNameWithoutExtension(BuiltOutput.Engine), source.With(edits), references, Options);
        using var output = File.Create(file);
        var result = compilation.Emit(output);
        return result.Success ? null : result.Diagnostics.First(problem => problem.Severity == DiagnosticSeverity.Error).ToString();
    }

    /// <summary>The runtime's assemblies and those beside the command line.</summary>
    private static List<MetadataReference> References()
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Directory.EnumerateFiles(BuiltOutput.Folder, "*.dll").Where(file => Path.GetFileName(file) != BuiltOutput.Engine))
        {
            files[Path.GetFileName(file)] = file;
        }

        foreach (var file in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(file => file.Contains(Path.Combine("shared", "Microsoft."), StringComparison.Ordinal)))
        {
            files.TryAdd(Path.GetFileName(file), file);
        }

        return [.. files.Values.Order(StringComparer.Ordinal).Select(file => (MetadataReference)MetadataReference.CreateFromFile(file))];
    }
}
