namespace SfMarketo.Harness.Scenarios;

/// <summary>The words of the two simulators as a scenario finds them when it names no custom fields.</summary>
public static class StandardVocabulary
{
    /// <summary>The rules of engine.md section 3 that a run is judged by.</summary>
    private static readonly string[] Checks = ["A1", "A2", "A3", "A4", "A6", "A8", "A10", "A13", "A18", "Q1", "Q2", "Q4", "refusals"];

    public static ScenarioVocabulary Instance { get; } = new(
        [
            Salesforce("Lead", "Id IsDeleted Salutation FirstName LastName Name Title Company Email Phone MobilePhone Status LeadSource Industry Rating OwnerId IsConverted ConvertedDate ConvertedAccountId ConvertedContactId ConvertedOpportunityId HasOptedOutOfEmail CreatedDate LastModifiedDate SystemModstamp MarketoPersonId__c Lead_Score__c Last_Interesting_Moment__c"),
            Salesforce("Contact", "Id IsDeleted AccountId FirstName LastName Name Title Email Phone MobilePhone LeadSource OwnerId HasOptedOutOfEmail CreatedDate LastModifiedDate SystemModstamp MarketoPersonId__c Lead_Score__c Last_Interesting_Moment__c"),
            Salesforce("Account", "Id IsDeleted Name Industry Website Phone OwnerId NumberOfEmployees CreatedDate SystemModstamp External_Id__c"),
            Salesforce("Opportunity", "Id IsDeleted AccountId Name StageName CloseDate Amount IsClosed IsWon OwnerId CreatedDate SystemModstamp"),
            Salesforce("OpportunityContactRole", "Id IsDeleted OpportunityId ContactId Role IsPrimary"),
            Salesforce("Task", "Id IsDeleted WhoId WhatId Subject Status ActivityDate MarketoGuid__c"),
            new ScenarioObjectFields(ScenarioObject.Person, Split("id email firstName lastName company title phone mobilePhone leadSource leadStatus leadScore unsubscribed createdAt updatedAt sfdcPersonId sfdcAccountKey sfdcOpptyStage lifecycleStage syncOrigin")),
            new ScenarioObjectFields(ScenarioObject.CampaignRequest, Split("campaignId campaign personId")),
        ],
        ReachedMetrics.Names,
        Checks);

    private static ScenarioObjectFields Salesforce(string name, string fields) => new(new ScenarioObject("salesforce", name), Split(fields));

    private static string[] Split(string fields) => fields.Split(' ');
}
