using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Workload;

/// <summary>What steps and loads do beside people's work: to the systems, to the engine, by other clients.</summary>
public interface ISystemActions
{
    /// <summary>Does what the step says.</summary>
    /// <returns>Null when it is done, else why it could not be.</returns>
    string? Do(TimelineStep step);

    /// <summary>One call of another client of Marketo or of Salesforce; nobody waits for it.</summary>
    void Neighbour(bool marketo);
}
