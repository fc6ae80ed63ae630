using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Running.Relations;

namespace SfMarketo.Harness.Scenarios;

/// <summary>The words of the two simulators as a scenario finds them when it names no custom fields.</summary>
/// <remarks>Written down here because the simulators keep their schemas to themselves; a test holds each word against its simulator.</remarks>
public static class StandardVocabulary
{
    /// <summary>What a run is judged by.</summary>
    private static readonly string[] Checks = [.. Judges.Catalog.Select(check => check.Id)];

    public static ScenarioVocabulary Instance { get; } = new(
        [
            new ScenarioObjectFields(new ScenarioObject("salesforce", "Lead"), Words("""
                Id CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp IsDeleted MasterRecordId LastName FirstName Salutation
                Name Title Company Street City State PostalCode Country Latitude Longitude GeocodeAccuracy Phone MobilePhone Fax Email Website
                Description LeadSource Status Industry Rating AnnualRevenue NumberOfEmployees OwnerId HasOptedOutOfEmail HasOptedOutOfFax
                DoNotCall IsUnreadByOwner IsConverted ConvertedDate ConvertedAccountId ConvertedContactId ConvertedOpportunityId LastActivityDate
                LastViewedDate LastReferencedDate EmailBouncedReason EmailBouncedDate MarketoPersonId__c Lead_Score__c Score__c
                Last_Interesting_Moment__c
                """)),
            new ScenarioObjectFields(new ScenarioObject("salesforce", "Contact"), Words("""
                Id CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp IsDeleted MasterRecordId AccountId LastName FirstName
                Salutation Name OtherStreet OtherCity OtherState OtherPostalCode OtherCountry OtherLatitude OtherLongitude OtherGeocodeAccuracy
                MailingStreet MailingCity MailingState MailingPostalCode MailingCountry MailingLatitude MailingLongitude MailingGeocodeAccuracy
                Phone Fax MobilePhone HomePhone OtherPhone AssistantPhone ReportsToId Email Title Department AssistantName LeadSource Birthdate
                Description OwnerId HasOptedOutOfEmail HasOptedOutOfFax DoNotCall LastActivityDate LastViewedDate LastReferencedDate
                EmailBouncedReason EmailBouncedDate IsEmailBounced MarketoPersonId__c Lead_Score__c Score__c Last_Interesting_Moment__c
                """)),
            new ScenarioObjectFields(new ScenarioObject("salesforce", "Account"), Words("""
                Id CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp IsDeleted MasterRecordId Name Type ParentId
                BillingStreet BillingCity BillingState BillingPostalCode BillingCountry BillingLatitude BillingLongitude BillingGeocodeAccuracy
                ShippingStreet ShippingCity ShippingState ShippingPostalCode ShippingCountry ShippingLatitude ShippingLongitude
                ShippingGeocodeAccuracy Phone Fax AccountNumber Website Sic SicDesc Industry AnnualRevenue NumberOfEmployees Ownership
                TickerSymbol Description Rating Site OwnerId LastActivityDate LastViewedDate LastReferencedDate AccountSource External_Id__c
                """)),
            new ScenarioObjectFields(new ScenarioObject("salesforce", "Opportunity"), Words("""
                Id CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp IsDeleted AccountId IsPrivate Name Description
                StageName Amount Probability ExpectedRevenue TotalOpportunityQuantity CloseDate Type NextStep LeadSource IsClosed IsWon
                ForecastCategory ForecastCategoryName OwnerId ContactId LastActivityDate LastViewedDate LastReferencedDate LastStageChangeDate
                """)),
            new ScenarioObjectFields(new ScenarioObject("salesforce", "OpportunityContactRole"), Words("""
                Id CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp IsDeleted OpportunityId ContactId Role IsPrimary
                """)),
            new ScenarioObjectFields(new ScenarioObject("salesforce", "Task"), Words("""
                Id CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp IsDeleted WhoId WhatId Subject ActivityDate Status
                Priority IsHighPriority OwnerId Description Type IsClosed CompletedDateTime AccountId IsArchived CallDurationInSeconds CallType
                CallDisposition TaskSubtype MarketoGuid__c
                """)),
            new ScenarioObjectFields(ScenarioObject.Person, Words("""
                id email firstName lastName createdAt updatedAt company leadStatus leadScore leadSource mobilePhone phone address annualRevenue
                anonymousIP billingCity billingCountry billingPostalCode billingState billingStreet city country dateOfBirth department doNotCall
                doNotCallReason emailInvalid emailInvalidCause fax industry inferredCompany inferredCountry inferredCity inferredMetropolitanArea
                inferredPhoneAreaCode inferredPostalCode inferredStateRegion isAnonymous jigsawContactId jigsawContactStatus leadRole mainPhone
                middleName numberOfEmployees postalCode priority rating relativeScore salutation sicCode site state title unsubscribed
                unsubscribedReason urgency website externalCompanyId externalSalesPersonId leadPartitionId acquisitionProgramId cookies facebookId
                linkedInId twitterId sfdcAccountId sfdcContactId sfdcLeadId sfdcLeadOwnerId sfdcOpptyId sfdcPersonId sfdcAccountKey sfdcOpptyStage
                lifecycleStage syncOrigin
                """)),
            new ScenarioObjectFields(ScenarioObject.CampaignRequest, Words("campaignId campaign personId")),
            new ScenarioObjectFields(ScenarioObject.Company, Words("id externalCompanyId company industry annualRevenue numberOfEmployees billingCity")),
            new ScenarioObjectFields(ScenarioObject.ListMember, Words("listId list personId")),
            new ScenarioObjectFields(ScenarioObject.ProgramMember, Words("programId program status personId")),
        ],
        ReachedMetrics.Names,
        Checks)
    {
        Relations = [.. Relation.All.Select(relation => relation.Id)],
    };

    private static string[] Words(string text) => text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
