using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Duplicates;

/// <summary>Says which rows are taken for the same.</summary>
/// <param name="Name">Developer name, in the answer.</param>
/// <param name="Engine"><c>FuzzyMatchEngine</c> or <c>ExactMatchEngine</c>.</param>
/// <param name="Fields">Fields it looks at: an update that leaves them alone is not checked.</param>
/// <param name="Index">An indexed field that rows which match have in common; null when all rows are looked at.</param>
/// <param name="Matches">The new values against a stored row.</param>
internal sealed record MatchingRule(string Name, string Engine, IReadOnlyList<SField> Fields, SField? Index, Func<object?[], SRow, bool> Matches)
{
    /// <exception cref="MetadataException">It names what does not exist.</exception>
    public static MatchingRule Of(OrgSchema schema, MatchingRuleMetadata rule)
    {
        var type = RuleNames.Object(schema, rule.Object, rule.Place);
        var fields = rule.Fields.Select(each => (Field: RuleNames.Field(type, each.Field, each.Place + ".field"), each.Fuzzy, each.MatchBlank)).ToList();
        var index = fields.FirstOrDefault(each => each.Field.Indexed && !each.Fuzzy && !each.MatchBlank && !each.Field.IsId).Field;
        return new MatchingRule(
            rule.Name, fields.Exists(each => each.Fuzzy) ? "FuzzyMatchEngine" : "ExactMatchEngine", fields.ConvertAll(each => each.Field), index,
            (values, row) => fields.TrueForAll(each => Same(values[each.Field.Number], row[each.Field.Number], each.Fuzzy, each.MatchBlank)));
    }

    private static bool Same(object? left, object? right, bool fuzzy, bool matchBlank) =>
        left is null || right is null ? matchBlank && left is null && right is null
        : left is string a && right is string b ? fuzzy ? Likeness.IsNear(a, b) : string.Equals(a, b, StringComparison.OrdinalIgnoreCase)
        : Equals(left, right);
}
