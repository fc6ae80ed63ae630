using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Cli.Runs;

/// <summary>What the user asked <c>run</c> for.</summary>
/// <param name="Scenarios">In the order of the files.</param>
/// <param name="Seed">Takes the place of the scenarios' own.</param>
/// <param name="Out">Where each run's folder is made; null: no files.</param>
internal sealed record RunRequest(IReadOnlyList<Scenario> Scenarios, ulong? Seed, string? Out)
{
    /// <summary>Everything behind <c>run</c> on the command line, as it was written.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Values set over the scenarios', KEY=VALUE.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Passage at which the engine is killed in each run.</summary>
    public long? KillAt { get; init; }

    /// <summary>Every so many passages are tried.</summary>
    public int KillStep { get; init; } = 1;

    /// <summary>Concern in which the second of two runs differs on purpose.</summary>
    public string? Perturbed { get; init; }

    /// <summary>The command line that plays one run of these again.</summary>
    /// <param name="scenario">Its name.</param>
    /// <param name="more">Options of that run.</param>
    public string CommandFor(string scenario, string more)
    {
        List<string> words = ["run", .. CommandWords.Without(Arguments, ["--kill-everywhere", "--twice"], ["--kill-step", "--kill-at", "--jobs", "--out", "--perturb", "--only"])];
        if (Scenarios.Count > 1 || Arguments.Contains("--only"))
        {
            words.AddRange(["--only", scenario]);
        }

        return $"sfmarketo {string.Join(' ', words.Select(CommandWords.Quoted))} {more}";
    }
}
