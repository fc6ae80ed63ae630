namespace SfMarketo.Harness.Scenarios;

/// <summary>Something that happens at one moment of the run.</summary>
public sealed record TimelineStep
{
    /// <summary>From the start of the run.</summary>
    public required TimeSpan At { get; init; }

    public required BusinessEvent Do { get; init; }

    /// <summary>The name that later steps and expectations give to the record this step makes.</summary>
    public string? As { get; init; }

    /// <summary>The record it happens to, by the name an earlier step gave it; null: one that fits, picked by the seed.</summary>
    public string? Who { get; init; }

    /// <summary>Field values, in the words of the record's object, in the order of the file. A text such as <c>$acme</c> is the id of the record of that name.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> With { get; init; } = [];

    /// <summary>How many, for events that count; 1 for the others.</summary>
    public int Count { get; init; } = 1;

    public int Line { get; init; }
}
