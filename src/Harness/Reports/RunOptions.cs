using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Reports;

/// <summary>How one run differs from what its scenario says.</summary>
/// <param name="Seed">Takes the place of the scenario's seed.</param>
/// <param name="OutDirectory">Where the run's folder is made, named after the scenario; null: no files.</param>
/// <param name="Progress">Told now and then how far the run is, in a few words.</param>
public sealed record RunOptions(ulong? Seed, string? OutDirectory, Action<string>? Progress)
{
    /// <summary>Number, from 1, of the passage of a seam at which the engine is killed; it starts again after 30 s. Null: it is not.</summary>
    public long? KillAt { get; init; }

    /// <summary>False: nobody judges or measures the records, and the result says so by its emptiness. For measuring what that costs.</summary>
    public bool IsJudged { get; init; } = true;

    /// <summary>False: the records are not hashed. For measuring what that costs.</summary>
    public bool IsHashed { get; init; } = true;

    /// <summary>Sees the records beside judges and hash; null: nobody. Called under the simulators' locks.</summary>
    public IRecordSink? Watch { get; init; }

    /// <summary>Concern whose draws are others than the seed says, such as <c>engine</c>: a run that differs on purpose, for the test that differences are found.</summary>
    public string? Perturbed { get; init; }

    /// <summary>Values set over the scenario's, as <c>--set</c> took them: KEY=VALUE. They are in the scenario already; here they make the command that plays it again.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
}
