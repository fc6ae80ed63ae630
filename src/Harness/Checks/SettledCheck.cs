namespace SfMarketo.Harness.Checks;

/// <summary>Q11: at the end nothing waits and nothing is half done, and what was given up is what the scenario injected.</summary>
/// <remarks>Source: engine.md Q11.</remarks>
internal sealed class SettledCheck(CheckSettings settings) : StateCheck("Q11", "Outbox empty, intents closed, dead letters as injected")
{
    protected override void Judge(SystemsState end, EngineState engine)
    {
        // Four queues are looked at, also when they are empty.
        Examined += 4;
        foreach (var rows in engine.Inbox.Where(rows => rows.State == 0))
        {
            Examined += rows.Count;
            Violate($"{rows.Count} changes of {rows.Stream} were never looked at", null, "inbox " + rows.Stream);
        }

        Each(engine.Outbox, "still waits");
        Each(engine.Intents, "was begun and its outcome is not known");
        var letters = engine.DeadLetters.Count;
        Examined += letters;
        if (letters < settings.FewestDeadLetters)
        {
            Violate($"{letters} dead letters, at least {settings.FewestDeadLetters} were to be", null);
        }
        else if (letters > settings.MostDeadLetters)
        {
            foreach (var letter in engine.DeadLetters)
            {
                Violate($"An effect of kind {letter.Kind} was given up with {letter.Code}; {letters} were, at most {settings.MostDeadLetters} were to be", letter.At, letter.Subject);
            }
        }
    }

    private void Each(IReadOnlyList<EngineEffects> effects, string what)
    {
        foreach (var effect in effects)
        {
            Examined++;
            Violate($"An effect of kind {effect.Kind} {what}", null, effect.Subject);
        }
    }
}
