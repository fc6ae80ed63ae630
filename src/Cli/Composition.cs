using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running;

namespace SfMarketo.Cli;

/// <summary>Makes the parts that commands use.</summary>
internal static class Composition
{
    /// <summary>What plays scenarios.</summary>
    public static IScenarioRunner CreateRunner() => new VirtualRunner();
}
