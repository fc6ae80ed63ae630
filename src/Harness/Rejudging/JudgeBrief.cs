using System.Text.Json;
using System.Text.Json.Serialization;
using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Records;

namespace SfMarketo.Harness.Rejudging;

/// <summary>What judges are told before a run, kept as settings.json among its records.</summary>
/// <param name="Scenario">The run's name.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Version">The product's version that made the records.</param>
/// <param name="Skipped">Ids of checks that the scenario leaves out.</param>
/// <param name="Checks">Limits and names.</param>
public sealed record JudgeBrief(string Scenario, ulong Seed, string Version, IReadOnlyList<string> Skipped, CheckSettings Checks)
{
    public const string FileName = "settings.json";

    public void Write(string directory) => File.WriteAllText(Path.Combine(directory, FileName), JsonSerializer.Serialize(this, Json.Default.JudgeBrief) + "\n");

    /// <exception cref="RecordException">The file is not there or is damaged.</exception>
    public static JudgeBrief Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            throw new RecordException($"{path} is missing: a run by an earlier version left its records there. Run the scenario again with --out.");
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), Json.Default.JudgeBrief) ?? throw new JsonException("it is empty");
        }
        catch (JsonException error)
        {
            throw new RecordException($"{path} is damaged: {error.Message} Run the scenario again with --out.");
        }
    }
}

/// <summary>How settings.json is written: every member by its name, times as d.hh:mm:ss.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JudgeBrief))]
internal sealed partial class Json : JsonSerializerContext;
