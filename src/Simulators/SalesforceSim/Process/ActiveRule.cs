using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Process;

/// <summary>A workflow rule that is active, with its actions.</summary>
/// <param name="Id">By its place in the options and the metadata.</param>
/// <param name="Name">Of the rule.</param>
/// <param name="Object">API name as the schema writes it.</param>
/// <param name="Actions">Id, name and type.</param>
internal sealed record ActiveRule(string Id, string Name, string Object, IReadOnlyList<(string Id, string Name, string Type)> Actions)
{
    private static readonly int RulePrefix = SalesforceId.PackPrefix("01Q");
    private static readonly int UpdatePrefix = SalesforceId.PackPrefix("04Y");
    private static readonly int MessagePrefix = SalesforceId.PackPrefix("04k");

    /// <summary>All that the user of the present call sees the object of: those of the options first.</summary>
    public static IEnumerable<ActiveRule> Of(SalesforceOrg org)
    {
        var place = 0;
        foreach (var rule in org.Options.WorkflowRules)
        {
            place++;
            if (rule.Active && org.Store.Schema.Find(rule.Object) is { } type)
            {
                yield return new ActiveRule(IdOf(RulePrefix, place), rule.Name, type.Name, [.. Messages(rule.Messages, place)]);
            }
        }

        foreach (var rule in org.Options.Metadata.WorkflowRules)
        {
            place++;
            if (rule.Active && org.Store.Schema.Find(rule.Object) is { } type)
            {
                var updates = rule.Updates.Select((update, number) => (IdOf(UpdatePrefix, Place(place, number)), update.Field, "FieldUpdate"));
                yield return new ActiveRule(IdOf(RulePrefix, place), rule.Name, type.Name, [.. updates, .. Messages(rule.Messages, place)]);
            }
        }
    }

    private static IEnumerable<(string, string, string)> Messages(IReadOnlyList<string> names, int place) =>
        names.Select((name, number) => (IdOf(MessagePrefix, Place(place, number)), name, "OutboundMessage"));

    private static int Place(int rule, int action) => rule * 100 + action;

    private static string IdOf(int prefix, int place) => new SalesforceId(prefix, SObjectTable.Node, place).ToString();
}
