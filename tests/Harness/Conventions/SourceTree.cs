using System.Diagnostics.CodeAnalysis;

namespace SfMarketo.Tests.Harness.Conventions;

/// <summary>The files of the repository as people write them: without what builds, runs and tools put there.</summary>
internal static class SourceTree
{
    private static readonly string[] NotOurs = ["artifacts", "out", ".git", ".vs", ".idea", ".sfmarketo", "bin", "obj", "node_modules", "TestResults"];

    /// <summary>All files, by path from the root with forward slashes, in a fixed order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Below(RepositoryRoot.Path).Select(Relative).Order(StringComparer.Ordinal)];

    /// <summary>The C# files below a folder, such as <c>src/</c>.</summary>
    public static IEnumerable<string> Code(string folder) => Files.Where(file => file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(RepositoryRoot.Path, file));

    public static string Text(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, file));

    /// <summary>The text of a file that people read; false for what is not text.</summary>
    public static bool TryText(string file, [NotNullWhen(true)] out string? text)
    {
        text = Text(file);
        return !text.Contains('\0', StringComparison.Ordinal);
    }

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != ".git")
            .Concat(Directory.EnumerateDirectories(folder).Where(child => !NotOurs.Contains(Path.GetFileName(child))).SelectMany(Below));

    private static string Relative(string file) => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/');
}
