namespace SfMarketo.Harness.Scenarios;

/// <summary>Something that happens at one moment of the run, again and again, or because something else has happened.</summary>
public sealed record TimelineStep
{
    /// <summary>From the start of the run; of a step that repeats, its first time; zero where <see cref="Trigger"/> says when.</summary>
    public TimeSpan At { get; init; }

    /// <summary>Null: once, at <see cref="At"/>.</summary>
    public StepTrigger? Trigger { get; init; }

    /// <summary>The name by which other steps, expectations and <c>reached</c> speak of this step, or null.</summary>
    public string? Id { get; init; }

    public required BusinessEvent Do { get; init; }

    /// <summary>The name that later steps and expectations give to the record this step makes.</summary>
    public string? As { get; init; }

    /// <summary>The record it happens to, by the name an earlier step gave it; null: one that fits, picked by the seed.</summary>
    public string? Who { get; init; }

    /// <summary>Of a merge: the record that is merged into <see cref="Who"/>, by name; null: one that fits, picked by the seed.</summary>
    public string? Other { get; init; }

    /// <summary>Field values, in the words of the record's object, in the order of the file. A text such as <c>$acme</c> is the id of the record of that name.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> With { get; init; } = [];

    /// <summary>How many, for events that count; 1 for the others.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Of a step that acts on a system or the engine: what it needs to know; null for others.</summary>
    public SystemAction? Action { get; init; }

    public int Line { get; init; }

    /// <summary>Whether the step bears this name, by <c>id</c> or by the record it makes.</summary>
    public bool IsNamed(string name) => Id == name || As == name;
}
