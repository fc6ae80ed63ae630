using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Org.Duplicates;

/// <summary>Compares rows that are about to be written with stored ones (salesforce-data.md section 10.2).</summary>
internal sealed class DuplicateRules
{
    // The vendor lists at most so many.
    private const int MostMatches = 100;
    private const string Alert = "You're creating a duplicate record. We recommend you use an existing record instead.";

    private readonly List<Rule>?[] byType;

    // Rows of one call are not compared with each other: those from these numbers on are its own.
    private long call = long.MinValue;
    private readonly int[] firstOfCall;

    /// <param name="schema">For names.</param>
    /// <param name="metadata">The administrator's rules.</param>
    /// <param name="standard">The standard rules are active too.</param>
    /// <exception cref="MetadataException">A rule names what does not exist.</exception>
    public DuplicateRules(OrgSchema schema, OrgMetadata metadata, bool standard)
    {
        byType = new List<Rule>?[schema.Objects.Count];
        firstOfCall = new int[schema.Objects.Count];
        var matching = StandardMatching.Of(schema).Zip((string[])["Lead", "Contact", "Account"], (rule, name) => (Rule: rule, Object: name))
            .Concat(metadata.MatchingRules.Select(rule => (Rule: MatchingRule.Of(schema, rule), rule.Object))).ToList();
        foreach (var rule in metadata.DuplicateRules)
        {
            var type = RuleNames.Object(schema, rule.Object, rule.Place);
            var match = matching.Find(each => each.Rule.Name == rule.MatchingRule && string.Equals(each.Object, type.Name, StringComparison.OrdinalIgnoreCase)).Rule
                ?? throw new MetadataException($"{type.Name} has no matching rule {rule.MatchingRule}", rule.Place + ".matchingRule", $"there are {string.Join(", ", matching.Select(each => each.Rule.Name))}");
            if (rule.Active)
            {
                (byType[type.Number] ??= []).Add(new Rule(rule.Name, match, rule.OnCreate, rule.OnUpdate, rule.Message ?? Alert));
            }
        }

        foreach (var (rule, name) in standard ? matching.Take(3) : [])
        {
            (byType[schema[name].Number] ??= []).Add(new Rule($"Standard_{name}_Duplicate_Rule", rule, DuplicateAction.Alert, DuplicateAction.Alert, Alert));
        }
    }

    /// <summary>The refusal of the first rule that refuses the row, or null.</summary>
    public RowError? Check(Transaction transaction, SObjectType type, object?[] values, SRow? old)
    {
        if (byType[type.Number] is not { } rules)
        {
            return null;
        }

        Enter(transaction);
        foreach (var rule in rules)
        {
            var action = old is null ? rule.OnCreate : rule.OnUpdate;
            if (action is DuplicateAction.None or DuplicateAction.Report || action == DuplicateAction.Alert && transaction.Duplicates.AllowSave || old is not null && Unchanged(rule.Matching, values, old))
            {
                continue;
            }

            var found = Find(transaction.Store[type], rule.Matching, values, old);
            if (found.Count > 0)
            {
                var finding = new DuplicateFinding(
                    rule.Name, type.Name, action == DuplicateAction.Alert, rule.Matching.Name, rule.Matching.Engine, found, transaction.Duplicates.IncludeRecordDetails);
                return new RowError(400, "DUPLICATES_DETECTED", rule.Message, []) { Duplicates = finding };
            }
        }

        return null;
    }

    private void Enter(Transaction transaction)
    {
        if (transaction.Call != call || call == 0)
        {
            call = transaction.Call;
            foreach (var type in transaction.Store.Schema.Objects)
            {
                firstOfCall[type.Number] = transaction.Store[type].Count;
            }
        }
    }

    private List<SRow> Find(SObjectTable table, MatchingRule rule, object?[] values, SRow? old)
    {
        var candidates = rule.Index is null ? table.Rows : values[rule.Index.Number] is string key ? table.FindByIndex(rule.Index, key) : [];
        var first = firstOfCall[table.Type.Number];
        return [.. candidates.Where(row => !row.Deleted && row.Number < first && row.Number != old?.Number && rule.Matches(values, row)).OrderBy(row => row.Number).Take(MostMatches)];
    }

    private static bool Unchanged(MatchingRule rule, object?[] values, SRow old) => rule.Fields.All(field => Equals(values[field.Number], old[field.Number]));

    private sealed record Rule(string Name, MatchingRule Matching, DuplicateAction OnCreate, DuplicateAction OnUpdate, string Message);
}
