namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Refuses expectations about objects that can never exist in the run: they would examine nothing. It speaks only where that is sure.</summary>
/// <param name="org">What is there at the start.</param>
/// <param name="timeline">All its steps.</param>
/// <param name="load">All its lines.</param>
/// <param name="complete">False when a part of them could not be read.</param>
internal sealed class ExistenceRule(OrgShape org, IReadOnlyList<TimelineStep> timeline, IReadOnlyList<LoadLine> load, bool complete)
{
    private static readonly BusinessEvent[] MakePeople =
    [
        BusinessEvent.SalesforceLeadCreated, BusinessEvent.SalesforceContactCreated, BusinessEvent.MarketoPersonCreated,
    ];

    /// <summary>What must happen for a row to come into being in an empty org, by the people or by the engine after them. What is not listed may always be there.</summary>
    private static readonly (ScenarioObject Of, BusinessEvent[] Makers, string Advice)[] Makers =
    [
        (ScenarioObject.Contact, [BusinessEvent.SalesforceContactCreated, BusinessEvent.SalesforceLeadConverted], "'salesforce contact created'"),
        (ScenarioObject.Account, [BusinessEvent.SalesforceAccountCreated, BusinessEvent.SalesforceLeadConverted], "'salesforce account created'"),
        (ScenarioObject.Lead, [BusinessEvent.SalesforceLeadCreated, BusinessEvent.MarketoPersonCreated], "'salesforce lead created'"),
        (new("salesforce", "Opportunity"), [BusinessEvent.SalesforceOpportunityOpened, BusinessEvent.SalesforceLeadConverted], "'salesforce opportunity opened'"),
        (new("salesforce", "OpportunityContactRole"), [BusinessEvent.SalesforceOpportunityOpened, BusinessEvent.SalesforceLeadConverted], "'salesforce opportunity opened'"),
        (new("salesforce", "Task"), MakePeople, "a step that makes a person"),
        (ScenarioObject.Person, MakePeople, "a step that makes a person"),
        (ScenarioObject.CampaignRequest, MakePeople, "a step that makes a person"),
        (ScenarioObject.ListMember, MakePeople, "a step that makes a person"),
        (ScenarioObject.ProgramMember, MakePeople, "a step that makes a person"),
    ];

    private readonly HashSet<BusinessEvent> events = [.. timeline.Select(step => step.Do), .. load.Select(line => line.Does)];

    public void Check(MapReader map, string key, ScenarioObject? of)
    {
        if (!complete || !org.Empty || org.Records.Count > 0 || of is null || map.Node(key) is not { } node)
        {
            return;
        }

        foreach (var (made, makers, advice) in Makers)
        {
            if (made == of && !makers.Any(events.Contains))
            {
                map.Problems.Add(ProblemCode.NeverThere, node.Place, $"no {of.Words} can exist in this run: the org is empty and nothing makes one", $"add {advice}, fill the org, or remove the expectation");
            }
        }
    }
}
