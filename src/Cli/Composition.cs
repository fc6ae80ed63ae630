using SfMarketo.Harness.Reports;

namespace SfMarketo.Cli;

/// <summary>Makes the parts that commands use.</summary>
internal static class Composition
{
    /// <summary>What plays scenarios.</summary>
    /// <exception cref="NotSupportedException">The runner has not landed yet.</exception>
    public static IScenarioRunner CreateRunner() => throw new NotSupportedException("this build has no runner for virtual time yet");
}
