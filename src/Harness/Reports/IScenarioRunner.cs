using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Reports;

/// <summary>Plays a scenario and judges it.</summary>
public interface IScenarioRunner
{
    /// <summary>Runs to the end of the scenario. A run that breaks rules is a result, not an exception.</summary>
    /// <exception cref="TimeoutException">The run did not end in the wall time it may take.</exception>
    /// <exception cref="OperationCanceledException">The user gave up.</exception>
    Task<RunResult> RunAsync(Scenario scenario, RunOptions options, CancellationToken cancellationToken);
}
