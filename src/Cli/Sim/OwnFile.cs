using System.Text;

namespace SfMarketo.Cli.Sim;

/// <summary>Files that only their owner may read.</summary>
internal static class OwnFile
{
    /// <summary>Writes the whole file anew with mode 600 from its first byte on.</summary>
    /// <exception cref="IOException">It cannot be written; also <see cref="UnauthorizedAccessException"/>.</exception>
    public static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // The mode is for a file that is made; one that is there keeps its own.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            File.Delete(path);
        }

        using var stream = new FileStream(path, options);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
