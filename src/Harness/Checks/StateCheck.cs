namespace SfMarketo.Harness.Checks;

/// <summary>A check of the stopped engine's state file. Without the file it has examined nothing and fails; when the file could not be read it says why.</summary>
internal abstract class StateCheck(string id, string title) : Check(id, title)
{
    protected sealed override void Judge(SystemsState end)
    {
        if (end.Engine is not { } engine)
        {
            return;
        }

        if (engine.Unread is { } why)
        {
            Violate("Not judged: " + why, null);
            return;
        }

        Judge(end, engine);
    }

    protected abstract void Judge(SystemsState end, EngineState engine);
}
