using SfMarketo.Kernel.Faults;

namespace SfMarketo.Harness.Scenarios;

/// <summary>A rule by which calls go wrong at one system, in the words of the control API's <c>POST faults</c>.</summary>
public sealed record ScenarioFault
{
    /// <summary>Its name in the journal, in warnings and in <c>reached</c>.</summary>
    public required string Id { get; init; }

    /// <summary>marketo or salesforce.</summary>
    public required string System { get; init; }

    /// <summary>Which calls, or doings of people, it looks at; its span is <see cref="From"/> and <see cref="Until"/>.</summary>
    public FaultMatch Match { get; init; } = new();

    /// <summary>The first of the calls that fit which can be hit; null: the first.</summary>
    public int? Nth { get; init; }

    /// <summary>Of those that can be hit, this share is, 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>From the start of the run; null: from its beginning.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>Up to, and not at, so long after the start; null: to the end.</summary>
    public TimeSpan? Until { get; init; }

    /// <summary>How many are hit at most; null: one where <see cref="Nth"/> is given, else no end.</summary>
    public int? Times { get; init; }

    /// <summary>The member <c>effect</c> as the control API takes it, a JSON object. The reader has made sure that the simulator takes it.</summary>
    public required string Effect { get; init; }

    public int Line { get; init; }
}
