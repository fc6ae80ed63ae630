using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Expectations;

/// <summary>Holds conditions on fields against a row.</summary>
internal static class FieldTests
{
    /// <param name="tests">All of them must hold.</param>
    /// <param name="row">What is tested.</param>
    /// <param name="bound">Where "$Field" is read.</param>
    public static bool Fit(IReadOnlyList<FieldTest> tests, EndRecord row, EndRecord bound)
    {
        foreach (var test in tests)
        {
            if (!ValueText.Fits(test.Test, row.Get(test.Field), bound))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One sentence for each field that is not as wanted.</summary>
    public static IEnumerable<string> Wrong(ScenarioObject of, EndRecord row, IReadOnlyList<FieldTest> tests, EndRecord bound) =>
        tests.Where(test => !ValueText.Fits(test.Test, row.Get(test.Field), bound))
            .Select(test => $"{of.Words} {row.Id} has {test.Field} {ValueText.Of(row.Get(test.Field)) ?? "null"}, not {test.Test}");

    /// <summary>Such as "sfdcPersonId: 003A, lifecycleStage: SQL": bound values as they are in the row.</summary>
    public static string Resolved(IReadOnlyList<FieldTest> tests, EndRecord row) =>
        string.Join(", ", tests.Select(test => test.Test is ValueTest.Same same ? $"{test.Field}: {ValueText.Of(row.Get(same.Field)) ?? "null"}" : $"{test.Field}: {test.Test}"));

    /// <summary>What an <c>every</c> says of one row that has a wrong number of counterparts.</summary>
    public static string WrongNumber(Expectation.Every every, EndRecord row, int count) => FormattableString.Invariant(
        $"{every.Each.Words} {row.Id} has {count} {every.Of!.Words}{(every.With.Count == 0 ? "" : $" with {Resolved(every.With, row)}")}, not {every.Exactly}");
}
