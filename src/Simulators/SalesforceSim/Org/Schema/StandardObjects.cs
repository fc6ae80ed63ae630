namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>The objects of a fresh Developer org that the simulator has, with the seed's custom fields, in the form of <see cref="SchemaText"/>.</summary>
/// <remarks>Source: salesforce-data.md section 9. System fields are added by the parser.</remarks>
internal static partial class StandardObjects
{
    /// <summary>In the order in which the simulator got them, which the serials of ids follow; new ones are added at the end.</summary>
    public static IReadOnlyList<string> All =>
    [
        Account, Campaign, CampaignMember, Contact, Group, Lead, LeadStatus, Opportunity, OpportunityContactRole, OpportunityStage, Organization, Task, User,
        AssignmentRule, Case, CaseStatus, CampaignMemberStatus, Event, OpportunityHistory, Profile, QueueSobject, RecordType, TaskPriority, TaskStatus, UserRole,
    ];

    /// <summary>The line of Task.MarketoGuid__c.</summary>
    public const string TaskGuidAsExternalId = "MarketoGuid__c string(128) uq xid";

    /// <summary>The same in an org whose administrator did not tick the box.</summary>
    public const string TaskGuidAsText = "MarketoGuid__c string(128)";

    private const string Lead = """
        Lead 00Q "Lead" "Leads"
        IsDeleted boolean ro "Deleted"
        MasterRecordId ref ro ->Lead(MasterRecord) "Master Record ID"
        LastName string(80) R
        FirstName string(40)
        Salutation picklist(40) @Salutation
        Name string(121) R calc name "Full Name"
        Title string(128)
        Company string(255) R
        Street textarea(255) of:Address
        City string(40) of:Address
        State string(80) of:Address "State/Province"
        PostalCode string(20) of:Address "Zip/Postal Code"
        Country string(80) of:Address
        Latitude double(18,15) of:Address
        Longitude double(18,15) of:Address
        GeocodeAccuracy picklist(40) of:Address @GeocodeAccuracy
        Address address
        Phone phone(40)
        MobilePhone phone(40)
        Fax phone(40)
        Email email(80) ix key
        Website url(255)
        Description textarea(32000)
        LeadSource picklist(255) @LeadSource
        Status picklist(255) R D @LeadStatus
        Industry picklist(255) @Industry
        Rating picklist(255) @Rating
        AnnualRevenue currency(18,0)
        NumberOfEmployees int(8) "Employees"
        OwnerId ref R D ->Group,User(Owner)
        HasOptedOutOfEmail boolean "Email Opt Out"
        HasOptedOutOfFax boolean "Fax Opt Out"
        DoNotCall boolean "Do Not Call"
        IsUnreadByOwner boolean D "Unread By Owner"
        IsConverted boolean ro "Converted"
        ConvertedDate date ro
        ConvertedAccountId ref ro ix ->Account(ConvertedAccount) "Converted Account ID"
        ConvertedContactId ref ro ix ->Contact(ConvertedContact) "Converted Contact ID"
        ConvertedOpportunityId ref ro ix ->Opportunity(ConvertedOpportunity) "Converted Opportunity ID"
        LastActivityDate date ro "Last Activity"
        LastViewedDate datetime ro
        LastReferencedDate datetime ro
        EmailBouncedReason string(255)
        EmailBouncedDate datetime
        MarketoPersonId__c string(20) uq xid
        Lead_Score__c double(18,0)
        Score__c double(18,0)
        Last_Interesting_Moment__c textarea(255)
        """;

    private const string Contact = """
        Contact 003 "Contact" "Contacts"
        IsDeleted boolean ro "Deleted"
        MasterRecordId ref ro ->Contact(MasterRecord) "Master Record ID"
        AccountId ref ix lock ->Account(Account) /Contacts cascade
        LastName string(80) R
        FirstName string(40)
        Salutation picklist(40) @Salutation
        Name string(121) R calc name "Full Name"
        OtherStreet textarea(255) of:OtherAddress
        OtherCity string(40) of:OtherAddress
        OtherState string(80) of:OtherAddress "Other State/Province"
        OtherPostalCode string(20) of:OtherAddress "Other Zip/Postal Code"
        OtherCountry string(80) of:OtherAddress
        OtherLatitude double(18,15) of:OtherAddress
        OtherLongitude double(18,15) of:OtherAddress
        OtherGeocodeAccuracy picklist(40) of:OtherAddress @GeocodeAccuracy
        OtherAddress address
        MailingStreet textarea(255) of:MailingAddress
        MailingCity string(40) of:MailingAddress
        MailingState string(80) of:MailingAddress "Mailing State/Province"
        MailingPostalCode string(20) of:MailingAddress "Mailing Zip/Postal Code"
        MailingCountry string(80) of:MailingAddress
        MailingLatitude double(18,15) of:MailingAddress
        MailingLongitude double(18,15) of:MailingAddress
        MailingGeocodeAccuracy picklist(40) of:MailingAddress @GeocodeAccuracy
        MailingAddress address
        Phone phone(40) "Business Phone"
        Fax phone(40) "Business Fax"
        MobilePhone phone(40)
        HomePhone phone(40)
        OtherPhone phone(40)
        AssistantPhone phone(40) "Asst. Phone"
        ReportsToId ref ix ->Contact(ReportsTo)
        Email email(80) ix key
        Title string(128)
        Department string(80)
        AssistantName string(40)
        LeadSource picklist(255) @LeadSource
        Birthdate date
        Description textarea(32000) "Contact Description"
        OwnerId ref R D ->User(Owner)
        HasOptedOutOfEmail boolean "Email Opt Out"
        HasOptedOutOfFax boolean "Fax Opt Out"
        DoNotCall boolean "Do Not Call"
        LastActivityDate date ro "Last Activity"
        LastViewedDate datetime ro
        LastReferencedDate datetime ro
        EmailBouncedReason string(255)
        EmailBouncedDate datetime
        IsEmailBounced boolean calc
        MarketoPersonId__c string(20) uq xid
        Lead_Score__c double(18,0)
        Score__c double(18,0)
        Last_Interesting_Moment__c textarea(255)
        """;

    private const string Account = """
        Account 001 "Account" "Accounts"
        IsDeleted boolean ro "Deleted"
        MasterRecordId ref ro ->Account(MasterRecord) "Master Record ID"
        Name string(255) R name "Account Name"
        Type picklist(255) @AccountType "Account Type"
        ParentId ref ix ->Account(Parent) /ChildAccounts "Parent Account ID"
        BillingStreet textarea(255) of:BillingAddress
        BillingCity string(40) of:BillingAddress
        BillingState string(80) of:BillingAddress "Billing State/Province"
        BillingPostalCode string(20) of:BillingAddress "Billing Zip/Postal Code"
        BillingCountry string(80) of:BillingAddress
        BillingLatitude double(18,15) of:BillingAddress
        BillingLongitude double(18,15) of:BillingAddress
        BillingGeocodeAccuracy picklist(40) of:BillingAddress @GeocodeAccuracy
        BillingAddress address
        ShippingStreet textarea(255) of:ShippingAddress
        ShippingCity string(40) of:ShippingAddress
        ShippingState string(80) of:ShippingAddress "Shipping State/Province"
        ShippingPostalCode string(20) of:ShippingAddress "Shipping Zip/Postal Code"
        ShippingCountry string(80) of:ShippingAddress
        ShippingLatitude double(18,15) of:ShippingAddress
        ShippingLongitude double(18,15) of:ShippingAddress
        ShippingGeocodeAccuracy picklist(40) of:ShippingAddress @GeocodeAccuracy
        ShippingAddress address
        Phone phone(40) "Account Phone"
        Fax phone(40) "Account Fax"
        AccountNumber string(40)
        Website url(255)
        Sic string(20) "SIC Code"
        SicDesc string(80) "SIC Description"
        Industry picklist(255) @Industry
        AnnualRevenue currency(18,0)
        NumberOfEmployees int(8) "Employees"
        Ownership picklist(255) @Ownership
        TickerSymbol string(20)
        Description textarea(32000) "Account Description"
        Rating picklist(255) @Rating "Account Rating"
        Site string(80) "Account Site"
        OwnerId ref R D ->User(Owner)
        LastActivityDate date ro "Last Activity"
        LastViewedDate datetime ro
        LastReferencedDate datetime ro
        AccountSource picklist(255) @LeadSource
        External_Id__c string(255) uq xid
        MarketoKey__c string(64) uq xid
        """;

    private const string Opportunity = """
        Opportunity 006 "Opportunity" "Opportunities"
        IsDeleted boolean ro "Deleted"
        AccountId ref ix lock ->Account(Account) /Opportunities cascade
        IsPrivate boolean "Private"
        Name string(120) R name
        Description textarea(32000)
        StageName picklist(255) R @StageName "Stage"
        Amount currency(16,2)
        Probability percent(3,0) D "Probability (%)"
        ExpectedRevenue currency(16,2) calc "Expected Amount"
        TotalOpportunityQuantity double(16,2) "Quantity"
        CloseDate date R
        Type picklist(255) @OpportunityType "Opportunity Type"
        NextStep string(255)
        LeadSource picklist(255) @LeadSource
        IsClosed boolean calc "Closed"
        IsWon boolean calc "Won"
        ForecastCategory picklist(40) R calc @ForecastCategory
        ForecastCategoryName picklist(40) D @ForecastCategoryName "Forecast Category"
        OwnerId ref R D ->User(Owner)
        CampaignId ref ix ->Campaign(Campaign) /Opportunities "Campaign ID"
        HasOpportunityLineItem boolean ro "Has Line Item"
        Pricebook2Id ref ro ->Pricebook2(Pricebook2) "Price Book ID"
        FiscalQuarter int(9) calc
        FiscalYear int(9) calc
        Fiscal string(6) calc "Fiscal Period"
        PushCount int(9) calc
        ContactId ref co ix ->Contact(Contact) /Opportunities "Contact ID"
        HasOpenActivity boolean ro
        HasOverdueTask boolean ro
        LastActivityDate date ro "Last Activity"
        LastViewedDate datetime ro
        LastReferencedDate datetime ro
        LastStageChangeDate datetime ro
        MarketoKey__c string(64) uq xid
        """;

    private const string OpportunityContactRole = """
        OpportunityContactRole 00K "Opportunity Contact Role" "Opportunity Contact Roles"
        IsDeleted boolean ro "Deleted"
        OpportunityId ref R co ix lock ->Opportunity(Opportunity) /OpportunityContactRoles cascade
        ContactId ref R co ix ->Contact(Contact) /OpportunityContactRoles cascade
        Role picklist(40) @ContactRole
        IsPrimary boolean "Primary"
        """;

    private const string Task = """
        Task 00T "Task" "Tasks"
        IsDeleted boolean ro "Deleted"
        WhoId ref ix ->Contact,Lead(Who) /Tasks cascade "Name ID"
        WhatId ref ix ->Account,Campaign,Case,Opportunity(What) /Tasks cascade "Related To ID"
        Subject combobox(255) @TaskSubject name
        ActivityDate date "Due Date Only"
        Status picklist(255) R D @TaskStatus
        Priority picklist(255) R D @TaskPriority
        IsHighPriority boolean calc "High Priority"
        OwnerId ref R D ->Group,User(Owner) "Assigned To ID"
        Description textarea(32000)
        Type picklist(40) @TaskType
        IsClosed boolean calc "Closed"
        CompletedDateTime datetime calc "Completed Date/Time"
        AccountId ref calc ix lock ->Account(Account) "Account ID"
        IsArchived boolean ro "Archived"
        CallDurationInSeconds int(8) "Call Duration"
        CallType picklist(40) @CallType
        CallDisposition string(255) "Call Result"
        TaskSubtype picklist(40) co D @TaskSubtype
        MarketoGuid__c string(128) uq xid
        """;
}
