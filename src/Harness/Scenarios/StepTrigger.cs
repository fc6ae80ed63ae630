namespace SfMarketo.Harness.Scenarios;

/// <summary>When a step of the timeline happens that has no fixed moment.</summary>
public abstract record StepTrigger
{
    private StepTrigger()
    {
    }

    /// <summary>Again and again: at <paramref name="From"/> and every <paramref name="Period"/> after it, before <paramref name="Until"/>. Offsets from the start of the run.</summary>
    public sealed record Every(TimeSpan Period, TimeSpan From, TimeSpan Until) : StepTrigger;

    /// <summary>So long after a step of that <c>id</c> or <c>as</c> was done, each time it is.</summary>
    public sealed record After(string Step, TimeSpan Wait) : StepTrigger;

    /// <summary>Once, when a figure of <c>reached</c> is so for the first time.</summary>
    public sealed record Reached(string Metric, Comparison Is) : StepTrigger;

    /// <summary>Once, when so many rows fit for the first time.</summary>
    public sealed record Rows(Expectation.Count Count) : StepTrigger;

    /// <summary>Once, inside the nth passage of a seam of the engine.</summary>
    public sealed record Passage(string Seam, long Nth) : StepTrigger;
}
