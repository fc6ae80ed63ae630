using System.Globalization;
using System.Text.Json;

namespace SfMarketo.Tests.Planted.Running;

/// <summary>Reads from the results of a run who found something.</summary>
internal static class JudgesThatFailed
{
    /// <summary>The judges by name, and the run's own failure when it broke off.</summary>
    /// <param name="folder">Where the run wrote its results.</param>
    public static (IReadOnlyList<string> Judges, string? Failure) Read(string folder)
    {
        var judges = new List<string>();
        string? failure = null;
        foreach (var file in Directory.EnumerateFiles(folder, "result.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var result = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = result.RootElement;
            failure ??= root.TryGetProperty("failure", out var text) ? text.GetString() : null;
            judges.AddRange(Failed(root, "checks", check => check.GetProperty("id").GetString()!));
            judges.AddRange(Failed(root, "expectations", one => "expect line " + one.GetProperty("line").GetInt32().ToString(CultureInfo.InvariantCulture)));
            judges.AddRange(Failed(root, "thresholds", one => "threshold " + one.GetProperty("text").GetString()));
            judges.AddRange(Failed(root, "reached", one => "reached " + one.GetProperty("metric").GetString()));
        }

        return ([.. judges.Distinct()], failure);
    }

    private static IEnumerable<string> Failed(JsonElement root, string list, Func<JsonElement, string> name) =>
        root.TryGetProperty(list, out var all) ? all.EnumerateArray().Where(one => !one.GetProperty("passed").GetBoolean()).Select(name) : [];
}
