namespace SfMarketo.Harness.Checks;

/// <summary>A19: each inbox row is done or waits, an intent has one open attempt, and nothing was written by an owner that had been replaced.</summary>
/// <remarks>Source: engine.md R9, R30.</remarks>
internal sealed class InboxCheck(CheckSettings settings) : StateCheck("A19", "Inbox rows are in one state, intents have one attempt, no stale owner wrote")
{
    private const long Waiting = 0;
    private const long Done = 1;

    protected override void Judge(SystemsState end, EngineState engine)
    {
        foreach (var rows in engine.Inbox)
        {
            Examined += rows.Count;
            if (rows.State is not (Waiting or Done))
            {
                Violate($"{rows.Count} inbox rows of {rows.Stream} are in state {rows.State}, which is none", null, "inbox " + rows.Stream);
            }
            else if (rows.HasPayload != (rows.State == Waiting))
            {
                Violate($"{rows.Count} inbox rows of {rows.Stream} {(rows.HasPayload ? "are done and keep what they said" : "wait and have forgotten what they said")}", null, "inbox " + rows.Stream);
            }
        }

        foreach (var intent in engine.Intents)
        {
            Examined++;
            if (intent.Count > 1)
            {
                Violate($"{intent.Count} open attempts at one intent of kind {intent.Kind}", null, intent.Subject);
            }
        }

        JudgeOwners(engine);
    }

    private void JudgeOwners(EngineState engine)
    {
        Examined++;
        if (engine.OwnerEpochs is not [var epoch])
        {
            Violate($"The state has {engine.OwnerEpochs.Count} owners, not one", null);
            return;
        }

        if (epoch > settings.EngineStarts)
        {
            Violate($"The owner's epoch is {epoch}, the engine was started {settings.EngineStarts} times", null);
        }

        foreach (var (table, newest) in engine.NewestEpochs)
        {
            Examined++;
            if (newest > epoch)
            {
                Violate($"Table {table} was written under epoch {newest}, the owner's is {epoch}", null, "table " + table);
            }
        }
    }
}
