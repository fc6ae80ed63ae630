namespace SfMarketo.SalesforceSim.Org.Schema;

/// <content>Campaigns and their members.</content>
internal static partial class StandardObjects
{
    private const string Campaign = """
        Campaign 701 "Campaign" "Campaigns"
        IsDeleted boolean ro "Deleted"
        Name string(80) R name
        ParentId ref ix ->Campaign(Parent) /ChildCampaigns "Parent Campaign ID"
        Type picklist(40) @CampaignType
        Status picklist(40) D @CampaignStatus
        StartDate date
        EndDate date
        ExpectedRevenue currency(18,0)
        BudgetedCost currency(18,0)
        ActualCost currency(18,0)
        ExpectedResponse percent(10,2) "Expected Response (%)"
        NumberSent double(18,0) "Num Sent"
        IsActive boolean "Active"
        Description textarea(32000)
        NumberOfLeads int(8) ro zero "Leads in Campaign"
        NumberOfConvertedLeads int(8) ro zero "Converted Leads in Campaign"
        NumberOfContacts int(8) ro zero "Contacts in Campaign"
        NumberOfResponses int(8) ro zero "Responses in Campaign"
        NumberOfOpportunities int(8) ro zero "Opportunities in Campaign"
        NumberOfWonOpportunities int(8) ro zero "Won Opportunities in Campaign"
        AmountAllOpportunities currency(18,0) ro zero "Value Opportunities in Campaign"
        AmountWonOpportunities currency(18,0) ro zero "Value Won Opportunities in Campaign"
        OwnerId ref R D ->User(Owner)
        LastActivityDate date ro "Last Activity"
        LastViewedDate datetime ro
        LastReferencedDate datetime ro
        """;

    private const string CampaignMember = """
        CampaignMember 00v "Campaign Member" "Campaign Members"
        IsDeleted boolean ro "Deleted"
        CampaignId ref R co ix lock ->Campaign(Campaign) /CampaignMembers cascade "Campaign ID"
        LeadId ref co ix lock ->Lead(Lead) /CampaignMembers cascade "Lead ID"
        ContactId ref co ix lock ->Contact(Contact) /CampaignMembers cascade "Contact ID"
        Status picklist(40) D @CampaignMemberStatus
        HasResponded boolean calc "Responded"
        FirstRespondedDate date calc
        LeadOrContactId ref calc ->Contact,Lead(LeadOrContact) "Related Record ID"
        LeadOrContactOwnerId ref calc ->Group,User(LeadOrContactOwner) "Related Record Owner ID"
        Type string(40) calc
        Name string(121) calc name "Name"
        Salutation picklist(40) calc @Salutation
        FirstName string(40) calc
        LastName string(80) calc
        Title string(128) calc
        CompanyOrAccount string(255) calc "Company (Account)"
        Street textarea(255) calc
        City string(40) calc
        State string(80) calc "State/Province"
        PostalCode string(20) calc "Zip/Postal Code"
        Country string(80) calc
        Email email(80) calc
        Phone phone(40) calc
        Fax phone(40) calc
        MobilePhone phone(40) calc "Mobile"
        Description textarea(32000) calc
        DoNotCall boolean calc
        HasOptedOutOfEmail boolean calc "Email Opt Out"
        HasOptedOutOfFax boolean calc "Fax Opt Out"
        LeadSource picklist(255) calc @LeadSource
        """;

    private const string CampaignMemberStatus = """
        CampaignMemberStatus 01Y "Campaign Member Status" "Campaign Member Statuses"
        IsDeleted boolean ro "Deleted"
        CampaignId ref R co ix lock ->Campaign(Campaign) /CampaignMemberStatuses cascade "Campaign ID"
        Label string(765) R name
        SortOrder int(9)
        IsDefault boolean "Is Default"
        HasResponded boolean "Responded"
        """;
}
