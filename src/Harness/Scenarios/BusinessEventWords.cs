namespace SfMarketo.Harness.Scenarios;

/// <summary>The words for <see cref="BusinessEvent"/>s in a scenario file, and what each needs.</summary>
/// <param name="Event">The event.</param>
/// <param name="Words">As a scenario writes it.</param>
/// <param name="Target">The kind of record it happens to; null: to none, and it stands in timelines only.</param>
/// <param name="Creates">It makes that record, which can be given a name.</param>
/// <param name="TakesFields">Field values can be given.</param>
/// <param name="Counts">It is one event of a size, which must be given.</param>
/// <param name="Merges">It takes a second record, <c>other</c>, which goes into the first.</param>
/// <param name="IsLoad">A load can do it though it has no record.</param>
/// <param name="Keys">Keys of a step that only this event has.</param>
public sealed record BusinessEventWords(
    BusinessEvent Event, string Words, ScenarioObject? Target, bool Creates, bool TakesFields = true, bool Counts = false, bool Merges = false, bool IsLoad = false, params string[] Keys)
{
    private static readonly BusinessEventWords[] Table =
    [
        new(BusinessEvent.SalesforceLeadCreated, "salesforce lead created", ScenarioObject.Lead, true),
        new(BusinessEvent.SalesforceLeadEdited, "salesforce lead edited", ScenarioObject.Lead, false),
        new(BusinessEvent.SalesforceContactEdited, "salesforce contact edited", ScenarioObject.Contact, false),
        new(BusinessEvent.SalesforceLeadConverted, "salesforce lead converted", ScenarioObject.Lead, false, TakesFields: false),
        new(BusinessEvent.SalesforceAccountCreated, "salesforce account created", ScenarioObject.Account, true),
        new(BusinessEvent.SalesforceAccountEdited, "salesforce account edited", ScenarioObject.Account, false),
        new(BusinessEvent.SalesforceContactCreated, "salesforce contact created", ScenarioObject.Contact, true),
        new(BusinessEvent.SalesforceContactOptsOut, "salesforce contact opts out", ScenarioObject.Contact, false, TakesFields: false),
        new(BusinessEvent.SalesforceContactOptsIn, "salesforce contact opts in", ScenarioObject.Contact, false, TakesFields: false),
        new(BusinessEvent.SalesforceOpportunityOpened, "salesforce opportunity opened", ScenarioObject.Contact, false, TakesFields: false),
        new(BusinessEvent.SalesforceOpportunityWon, "salesforce opportunity won", ScenarioObject.Contact, false, TakesFields: false),
        new(BusinessEvent.SalesforceOpportunityLost, "salesforce opportunity lost", ScenarioObject.Contact, false, TakesFields: false),
        new(BusinessEvent.SalesforceOpportunityReopened, "salesforce opportunity reopened", ScenarioObject.Contact, false, TakesFields: false),
        new(BusinessEvent.SalesforceOpportunityDeleted, "salesforce opportunity deleted", ScenarioObject.Contact, false, TakesFields: false),
        new(BusinessEvent.SalesforceLeadDeleted, "salesforce lead deleted", ScenarioObject.Lead, false, TakesFields: false),
        new(BusinessEvent.SalesforceContactDeleted, "salesforce contact deleted", ScenarioObject.Contact, false, TakesFields: false),
        new(BusinessEvent.SalesforceAccountDeleted, "salesforce account deleted", ScenarioObject.Account, false, TakesFields: false),
        new(BusinessEvent.SalesforceLeadUndeleted, "salesforce lead undeleted", ScenarioObject.Lead, false, TakesFields: false),
        new(BusinessEvent.SalesforceContactUndeleted, "salesforce contact undeleted", ScenarioObject.Contact, false, TakesFields: false),
        new(BusinessEvent.SalesforceAccountUndeleted, "salesforce account undeleted", ScenarioObject.Account, false, TakesFields: false),
        new(BusinessEvent.SalesforceLeadsMerged, "salesforce leads merged", ScenarioObject.Lead, false, Merges: true),
        new(BusinessEvent.SalesforceContactsMerged, "salesforce contacts merged", ScenarioObject.Contact, false, Merges: true),
        new(BusinessEvent.SalesforceAccountsMerged, "salesforce accounts merged", ScenarioObject.Account, false, Merges: true),
        new(BusinessEvent.SalesforceNeighbourCall, "salesforce neighbour call", null, false, TakesFields: false, IsLoad: true),
        new(BusinessEvent.OutboundMessagesArrive, "outbound messages arrive", null, false, TakesFields: false),
        new(BusinessEvent.OutboundMessagesRefused, "outbound messages refused", null, false, TakesFields: false),
        new(BusinessEvent.OutboundMessagesLost, "outbound messages lost", null, false, TakesFields: false),
        new(BusinessEvent.MarketoPersonCreated, "marketo person created", ScenarioObject.Person, true),
        new(BusinessEvent.MarketoPersonEdited, "marketo person edited", ScenarioObject.Person, false),
        new(BusinessEvent.MarketoPersonScored, "marketo person scored", ScenarioObject.Person, false),
        new(BusinessEvent.MarketoPersonBecomesMql, "marketo person becomes mql", ScenarioObject.Person, false),
        new(BusinessEvent.MarketoInterestingMoment, "marketo interesting moment", ScenarioObject.Person, false, TakesFields: false),
        new(BusinessEvent.MarketoMailingSent, "marketo mailing sent", null, false, TakesFields: false, Counts: true),
        new(BusinessEvent.MarketoEmailOpened, "marketo email opened", ScenarioObject.Person, false, TakesFields: false),
        new(BusinessEvent.MarketoEmailClicked, "marketo email clicked", ScenarioObject.Person, false, TakesFields: false),
        new(BusinessEvent.MarketoFormFilled, "marketo form filled", ScenarioObject.Person, false),
        new(BusinessEvent.MarketoPersonUnsubscribes, "marketo person unsubscribes", ScenarioObject.Person, false, TakesFields: false),
        new(BusinessEvent.MarketoPersonResubscribes, "marketo person resubscribes", ScenarioObject.Person, false, TakesFields: false),
        new(BusinessEvent.MarketoPersonDeleted, "marketo person deleted", ScenarioObject.Person, false, TakesFields: false),
        new(BusinessEvent.MarketoPeopleMerged, "marketo people merged", ScenarioObject.Person, false, TakesFields: false, Merges: true),
        new(BusinessEvent.MarketoNeighbourCall, "marketo neighbour call", null, false, TakesFields: false, IsLoad: true),
        new(BusinessEvent.MarketoCallsSpent, "marketo calls spent", null, false, TakesFields: false, Counts: true),
        new(BusinessEvent.MarketoTokensExpire, "marketo tokens expire", null, false, TakesFields: false),
        new(BusinessEvent.SalesforceSessionsEnd, "salesforce sessions end", null, false, TakesFields: false),
        new(BusinessEvent.EngineKilled, "engine killed", null, false, TakesFields: false, Keys: ["state", "age", "restart"]),
        new(BusinessEvent.EngineStopped, "engine stopped", null, false, TakesFields: false, Keys: ["restart"]),
        new(BusinessEvent.EngineClockJumps, "engine clock jumps", null, false, TakesFields: false, Keys: ["by"]),
        new(BusinessEvent.LimitsChanged, "limits changed", null, false, TakesFields: false, Keys: ["marketo", "salesforce"]),
        new(BusinessEvent.SwitchesChanged, "switches changed", null, false, TakesFields: false, Keys: ["marketo", "salesforce"]),
        new(BusinessEvent.FaultsOff, "faults off", null, false, TakesFields: false),
    ];

    /// <summary>In the order of the enum.</summary>
    public static IReadOnlyList<BusinessEventWords> All => Table;

    public static BusinessEventWords Of(BusinessEvent one) => Table[(int)one];

    public static BusinessEventWords? Find(string words) => Array.Find(Table, row => row.Words == words);
}
