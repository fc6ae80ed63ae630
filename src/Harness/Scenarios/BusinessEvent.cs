namespace SfMarketo.Harness.Scenarios;

/// <summary>What people do in the two systems: the closed set of a scenario's verbs.</summary>
public enum BusinessEvent
{
    SalesforceLeadCreated,
    SalesforceLeadEdited,
    SalesforceContactEdited,
    SalesforceLeadConverted,
    MarketoPersonCreated,
    MarketoPersonEdited,
    MarketoPersonScored,
    MarketoPersonBecomesMql,
    MarketoInterestingMoment,
    MarketoCallsSpent,
}
