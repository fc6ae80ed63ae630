namespace SfMarketo.Cli.Workers;

/// <summary>What a worker is told to play. The rest it knows by its own command line, which is that of the command that started it.</summary>
/// <param name="Index">Place of the scenario in the list that the paths make.</param>
/// <param name="Scenario">Its name, so that files that were changed meanwhile are noticed.</param>
internal sealed record RunOrder(int Index, string Scenario)
{
    /// <summary>Where the run's folder is made; null: no files.</summary>
    public string? Out { get; init; }

    /// <summary>Passage at which the engine is killed.</summary>
    public long? KillAt { get; init; }

    /// <summary>Concern whose draws are others than the seed says.</summary>
    public string? Perturbed { get; init; }
}
