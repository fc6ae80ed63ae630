namespace SfMarketo.Harness.Scenarios;

/// <summary>What people do in the two systems: the closed set of a scenario's verbs.</summary>
public enum BusinessEvent
{
    SalesforceLeadCreated,
    SalesforceLeadEdited,
    SalesforceContactEdited,
    SalesforceLeadConverted,
    SalesforceAccountCreated,
    SalesforceAccountEdited,
    SalesforceContactCreated,
    SalesforceContactOptsOut,
    SalesforceContactOptsIn,
    SalesforceOpportunityOpened,
    SalesforceOpportunityWon,
    SalesforceOpportunityLost,
    SalesforceOpportunityReopened,
    OutboundMessagesArrive,
    OutboundMessagesRefused,
    OutboundMessagesLost,
    MarketoPersonCreated,
    MarketoPersonEdited,
    MarketoPersonScored,
    MarketoPersonBecomesMql,
    MarketoInterestingMoment,
    MarketoMailingSent,
    MarketoEmailOpened,
    MarketoEmailClicked,
    MarketoFormFilled,
    MarketoPersonUnsubscribes,
    MarketoPersonResubscribes,
    MarketoCallsSpent,
}
