using SfMarketo.Harness.Scenarios.Reading;

namespace SfMarketo.Harness.Scenarios;

/// <summary>When an expectation must be true.</summary>
public sealed record HoldSpan(Hold Hold)
{
    public static HoldSpan AtEnd { get; } = new(Hold.End);

    /// <summary>Since the start of the run; null: from its start, or from <see cref="After"/>.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>The step of the timeline, by its id or the name it gives, from whose doing on it counts.</summary>
    public string? After { get; init; }

    /// <summary>Since the start of the run, no longer in the span; null: to the end of the run.</summary>
    public TimeSpan? Until { get; init; }

    /// <summary>For <see cref="Hold.Within"/>: the time it may take.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>Each row has its own time, which begins whenever the row is wrong.</summary>
    public bool ForEachRow => Hold == Hold.Within && From is null && After is null;

    /// <summary>Such as ", always from t+1h"; empty for the end.</summary>
    public override string ToString()
    {
        var word = Hold switch
        {
            Hold.End => "",
            Hold.Always => ", always",
            Hold.Never => ", never",
            Hold.Eventually => ", at some time",
            _ => ForEachRow ? $", each within {DurationText.Write(Within!.Value)}" : $", within {DurationText.Write(Within!.Value)}",
        };
        var after = After is null ? "" : $" after '{After}'";
        return $"{word}{after}{Moment("from", From)}{Moment("until", Until)}";
    }

    private static string Moment(string word, TimeSpan? moment) => moment is { } at ? $" {word} t+{DurationText.Write(at)}" : "";
}
