using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Expectations.OverTime;

/// <summary>Says what came of an expectation over time: when it turned, what was there last, when it was last true, and which records show it.</summary>
internal sealed class HeldReport(long start, long end)
{
    public ExpectationResult Of(HeldVerdict verdict, RowDeadlines? deadlines)
    {
        var expectation = verdict.Expectation;
        List<string> facts = [];
        IReadOnlyList<string> failures = [];
        string? witness = null;
        if (verdict.Judged == 0)
        {
            facts.Add(NeverJudged(verdict));
        }
        else if (deadlines is { Late: [var first, ..] })
        {
            facts.Add($"first late at {Moment(first.Due)}; {Number(deadlines.Late.Count)} in all");
            facts.Add(Last(verdict));
            failures = [.. deadlines.Late.Select(late => $"at {Moment(late.Due)} {late.Witness.Sentence}")];
            witness = first.Witness.Id;
        }
        else if (Broken(verdict) is { } sentence)
        {
            facts.Add(sentence);
            facts.Add(LastTrue(verdict));
            facts.Add(Last(verdict));
            failures = [.. verdict.Witnesses.Select(one => one.Sentence)];
            witness = verdict.Witnesses is [var shown, ..] ? shown.Id : null;
        }
        else if (verdict.Most == 0 && NeedsRows(expectation))
        {
            facts.Add($"no {ObjectOf(expectation).Words} {(expectation is Expectation.Named ? "was ever there" : "ever fitted 'where'")}, so this examined nothing");
        }

        return new ExpectationResult(ExpectationText.Of(expectation), expectation.Line, facts.Count == 0, verdict.Judged, failures) { Facts = facts, Witness = witness };
    }

    private string? Broken(HeldVerdict verdict) => verdict.Expectation.Held.Hold switch
    {
        Hold.Always when verdict.Turned is { } at => $"first false at {Moment(at)}: {verdict.Value}",
        Hold.Never when verdict.Turned is { } at => $"first true at {Moment(at)}: {verdict.Value}",
        Hold.Eventually when verdict.Turned is null => "never true",
        Hold.Within when verdict.Turned is null && !verdict.Expectation.Held.ForEachRow => verdict.Close > end
            ? "not true when the run ended, before its time was over"
            : $"not true by {Moment(verdict.Close - 1)}",
        _ => null,
    };

    private string NeverJudged(HeldVerdict verdict) => verdict switch
    {
        { WaitsFor: { } step } => $"never judged: the step '{step}' was not done",
        { Expectation: Expectation.Named named } => $"never judged: there was no {named.Of.Words} of {named.Who} in its time",
        _ => $"never judged: the run ended at {Moment(end)}, before its time began",
    };

    private string LastTrue(HeldVerdict verdict) => verdict switch
    {
        { TrueAtLast: true, Expectation.Held.Hold: Hold.Never } => "still true, or again, at the end",
        { TrueAtLast: true } => "true again at the end",
        { TrueUntil: { } until } => $"last true until {Moment(until)}",
        _ => "never true before",
    };

    private static string Last(HeldVerdict verdict) => $"last value: {verdict.LastValue}";

    /// <summary>A rule over rows that never were says nothing, unless it is that very thing.</summary>
    private static bool NeedsRows(Expectation expectation) => expectation switch
    {
        Expectation.Count count => expectation.Held.Hold switch
        {
            Hold.Always => count.Is.Holds(1),
            Hold.Never => !count.Is.Holds(1),
            _ => false,
        },
        _ => true,
    };

    private static ScenarioObject ObjectOf(Expectation expectation) => expectation switch
    {
        Expectation.Every every => every.Each,
        Expectation.Count count => count.Of,
        Expectation.Named named => named.Of,
        _ => throw new ArgumentOutOfRangeException(nameof(expectation), expectation, "has no object"),
    };

    private static string Number(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "row" : "rows")}");

    private string Moment(long micros) => MomentText.Both(micros, start);
}
