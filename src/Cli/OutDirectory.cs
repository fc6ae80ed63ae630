namespace SfMarketo.Cli;

/// <summary>The folder of <c>--out</c>.</summary>
internal static class OutDirectory
{
    /// <summary>Makes the folder if needed; says in one sentence why it cannot be.</summary>
    public static bool TryMake(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Console.Error.WriteLine($"The folder '{directory}' cannot be made: {error.Message}");
            return false;
        }
    }
}
