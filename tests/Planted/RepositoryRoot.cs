namespace SfMarketo.Tests.Planted;

/// <summary>The folder that holds the solution.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string below)
    {
        for (var folder = new DirectoryInfo(below); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "SfMarketo.Harness.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("No SfMarketo.Harness.sln above the program: run it from a clone of the repository.");
    }
}
