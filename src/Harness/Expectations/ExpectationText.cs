using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Expectations;

/// <summary>Says an expectation as a sentence, for reports.</summary>
internal static class ExpectationText
{
    public static string Of(Expectation expectation) => Sentence(expectation) + expectation.Held;

    private static string Sentence(Expectation expectation) => expectation switch
    {
        Expectation.Every { Of: null } every => $"every {every.Each.Words}{Where(every.Where)} has {Tests(every.With)}",
        Expectation.Every every => $"every {every.Each.Words}{Where(every.Where)} has exactly {every.Exactly} {every.Of!.Words}{(every.With.Count == 0 ? "" : " with " + Tests(every.With))}",
        Expectation.Count count => $"the number of {count.Of.Words}{Where(count.Where)} is {count.Is}",
        Expectation.Named named => $"{named.Who} as {named.Of.Words} has {Tests(named.With)}",
        Expectation.DeadLetters letters => $"the number of dead letters is {letters.Is}",
        _ => expectation.ToString(),
    };

    public static string Tests(IReadOnlyList<FieldTest> tests) => string.Join(", ", tests.Select(test => $"{test.Field}: {test.Test}"));

    private static string Where(IReadOnlyList<FieldTest> tests) => tests.Count == 0 ? "" : $" where {Tests(tests)}";
}
