namespace SfMarketo.Harness.Scenarios;

/// <summary>The words for <see cref="BusinessEvent"/>s in a scenario file, and what each needs.</summary>
public sealed record BusinessEventWords(BusinessEvent Event, string Words, ScenarioObject? Target, bool Creates, bool TakesFields = true)
{
    private static readonly BusinessEventWords[] Table =
    [
        new(BusinessEvent.SalesforceLeadCreated, "salesforce lead created", ScenarioObject.Lead, true),
        new(BusinessEvent.SalesforceLeadEdited, "salesforce lead edited", ScenarioObject.Lead, false),
        new(BusinessEvent.SalesforceContactEdited, "salesforce contact edited", ScenarioObject.Contact, false),
        new(BusinessEvent.SalesforceLeadConverted, "salesforce lead converted", ScenarioObject.Lead, false, TakesFields: false),
        new(BusinessEvent.MarketoPersonCreated, "marketo person created", ScenarioObject.Person, true),
        new(BusinessEvent.MarketoPersonEdited, "marketo person edited", ScenarioObject.Person, false),
        new(BusinessEvent.MarketoPersonScored, "marketo person scored", ScenarioObject.Person, false),
        new(BusinessEvent.MarketoPersonBecomesMql, "marketo person becomes mql", ScenarioObject.Person, false),
        new(BusinessEvent.MarketoInterestingMoment, "marketo interesting moment", ScenarioObject.Person, false, TakesFields: false),
        new(BusinessEvent.MarketoCallsSpent, "marketo calls spent", null, false, TakesFields: false),
    ];

    /// <summary>In the order of the enum.</summary>
    public static IReadOnlyList<BusinessEventWords> All => Table;

    public static BusinessEventWords Of(BusinessEvent one) => Table[(int)one];

    public static BusinessEventWords? Find(string words) => Array.Find(Table, row => row.Words == words);
}
