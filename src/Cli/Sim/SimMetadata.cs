using SfMarketo.SalesforceSim.Org.Metadata;

namespace SfMarketo.Cli.Sim;

/// <summary>The value of <c>--salesforce-metadata</c>.</summary>
internal static class SimMetadata
{
    public const string Option = "--salesforce-metadata";

    /// <summary>The metadata, or null when the file cannot be used; then it has been said why.</summary>
    public static OrgMetadata? Read(string? path, TextWriter errors)
    {
        if (path is null)
        {
            return OrgMetadata.None;
        }

        if (!File.Exists(path))
        {
            errors.WriteLine($"{Option}: there is no file '{path}'; write the path of a JSON file.");
            return null;
        }

        try
        {
            return MetadataReader.Read(File.ReadAllBytes(path));
        }
        catch (MetadataException wrong)
        {
            errors.WriteLine($"{Option}: '{path}': {wrong.Message}.");
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{Option}: '{path}' cannot be read: {unreadable.Message}");
            return null;
        }
    }
}
