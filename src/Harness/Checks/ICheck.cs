using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A rule that a run must satisfy, judged on what the simulators recorded and hold, never on what the engine believes.</summary>
/// <remarks>Sees both simulators' records in the order in which they are made, and keeps no more of them than its rule needs.</remarks>
public interface ICheck : IRecordSink
{
    /// <summary>As in shared/reference/engine.md section 3: A1, Q1, ...</summary>
    string Id { get; }

    /// <summary>What must hold, in a few words.</summary>
    string Title { get; }

    /// <summary>Called once before the first record, with what both systems hold then: seeded records have no commits that a check could see.</summary>
    void Start(SystemsState state);

    /// <summary>Called once after the last record.</summary>
    CheckResult Finish(SystemsState end);
}
