using SfMarketo.Harness.OrgData;

namespace SfMarketo.Cli.Sim;

/// <summary>The value of <c>--data</c>.</summary>
internal static class SimData
{
    /// <summary>The content, or null when the file cannot be used; then it has been said why.</summary>
    public static OrgContent? Read(string data, TextWriter errors)
    {
        switch (data)
        {
            case "demo":
                return OrgContent.Demo;
            case "empty":
                return OrgContent.Empty;
            default:
                errors.WriteLine($"--data: there is no file '{data}'; write demo, empty, or a file of counts and records.");
                return null;
        }
    }
}
