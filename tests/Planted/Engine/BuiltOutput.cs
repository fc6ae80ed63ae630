namespace SfMarketo.Tests.Planted.Engine;

/// <summary>What the build of the command line has made.</summary>
internal static class BuiltOutput
{
    public const string Engine = "SfMarketo.Sync.dll";
    public const string CommandLine = "sfmarketo.dll";

    /// <summary>Such as <c>debug</c>: that of this program.</summary>
    public static string Configuration { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    /// <summary>The folder of <see cref="CommandLine"/>.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "artifacts", "bin", "Cli", Configuration);

    /// <summary>Copies all of it but comments and symbols.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetExtension(file) is ".xml" or ".pdb")
            {
                continue;
            }

            var copy = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
