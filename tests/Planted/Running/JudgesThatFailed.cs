using System.Globalization;
using System.Text.Json;

namespace SfMarketo.Tests.Planted.Running;

/// <summary>Reads from the results of a run who found something.</summary>
internal static class JudgesThatFailed
{
    /// <summary>The judges by name, and the run's own failure when it broke off.</summary>
    /// <param name="folder">Where the runs wrote their results.</param>
    /// <param name="names">Write the scenario before each.</param>
    public static (IReadOnlyList<string> Judges, string? Failure) Read(string folder, bool names)
    {
        var judges = new List<string>();
        string? failure = null;
        foreach (var file in Directory.EnumerateFiles(folder, "result.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var result = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = result.RootElement;
            failure ??= root.TryGetProperty("failure", out var text) ? text.GetString() : null;
            var found = Failed(root, "checks", check => check.GetProperty("id").GetString()!)
                .Concat(Failed(root, "expectations", one => "expect line " + one.GetProperty("line").GetInt32().ToString(CultureInfo.InvariantCulture)))
                .Concat(Failed(root, "thresholds", one => "threshold " + one.GetProperty("text").GetString()))
                .Concat(Failed(root, "reached", one => "reached " + one.GetProperty("metric").GetString()));
            var scenario = names ? root.GetProperty("scenario").GetString() + " " : "";
            judges.AddRange(found.Select(judge => scenario + judge));
        }

        return ([.. judges.Distinct()], failure);
    }

    private static IEnumerable<string> Failed(JsonElement root, string list, Func<JsonElement, string> name) =>
        root.TryGetProperty(list, out var all) ? all.EnumerateArray().Where(one => !one.GetProperty("passed").GetBoolean()).Select(name) : [];
}
