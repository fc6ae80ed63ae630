using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Errors;

/// <summary>What a duplicate rule found.</summary>
/// <param name="Rule">The rule's developer name.</param>
/// <param name="Object">The object of the row that was to be saved.</param>
/// <param name="AllowSave">A request may save it all the same.</param>
/// <param name="MatchingRule">The matching rule's developer name.</param>
/// <param name="MatchEngine"><c>FuzzyMatchEngine</c> or <c>ExactMatchEngine</c>.</param>
/// <param name="Rows">The rows that match, oldest first.</param>
/// <param name="Details">The answer has their fields.</param>
internal sealed record DuplicateFinding(string Rule, string Object, bool AllowSave, string MatchingRule, string MatchEngine, IReadOnlyList<SRow> Rows, bool Details);
