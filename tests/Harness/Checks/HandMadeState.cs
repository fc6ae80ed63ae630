using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

/// <summary>State files as judges read them, made by hand.</summary>
internal static class HandMadeState
{
    /// <summary>What an engine leaves that had little to do: one owner, two rows done, a cursor, nothing that waits.</summary>
    public static EngineState Lawful { get; } = new()
    {
        OwnerEpochs = [1],
        NewestEpochs = [("cursor", 1), ("inbox", 1)],
        Inbox = [new EngineInboxRows("salesforce.Lead", 1, false, 2)],
        Cursors = [new EngineCursor("salesforce.Lead", HandMadeRun.At(100))],
        Ledger = new EngineLedger("2026-07-01", 2),
    };

    public static HandMadeRun Left(this HandMadeRun run, EngineState engine) => run.EndsWith(state => state with { Engine = engine });
}
