namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>The picklists of a fresh Developer org (salesforce-data.md section 9); <c>*</c> marks the default.</summary>
internal static class Picklists
{
    public static IReadOnlyList<PicklistValue> Find(string list) => [.. Text(list).Split('|').Select(value => new PicklistValue(value.TrimEnd('*'), value.EndsWith('*')))];

    private static string Text(string list) => list switch
    {
        "Salutation" => "Mr.|Ms.|Mrs.|Dr.|Prof.",
        "LeadSource" => "Web|Phone Inquiry|Partner Referral|Purchased List|Other",
        "LeadStatus" => "Open - Not Contacted*|Working - Contacted|Closed - Converted|Closed - Not Converted",
        "Rating" => "Hot|Warm|Cold",
        "Industry" => "Agriculture|Apparel|Banking|Biotechnology|Chemicals|Communications|Construction|Consulting|Education|Electronics|Energy|Engineering|Entertainment|Environmental"
            + "|Finance|Food & Beverage|Government|Healthcare|Hospitality|Insurance|Machinery|Manufacturing|Media|Not For Profit|Recreation|Retail|Shipping|Technology"
            + "|Telecommunications|Transportation|Utilities|Other",
        "AccountType" => "Prospect|Customer - Direct|Customer - Channel|Channel Partner / Reseller|Installation Partner|Technology Partner|Other",
        "Ownership" => "Public|Private|Subsidiary|Other",
        "StageName" => "Prospecting|Qualification|Needs Analysis|Value Proposition|Id. Decision Makers|Perception Analysis|Proposal/Price Quote|Negotiation/Review|Closed Won|Closed Lost",
        "OpportunityType" => "Existing Customer - Upgrade|Existing Customer - Replacement|Existing Customer - Downgrade|New Customer",
        "CampaignType" => "Conference|Webinar|Trade Show|Public Relations|Partners|Referral Program|Advertisement|Banner Ads|Direct Mail|Email|Telemarketing|Other",
        "CampaignStatus" => "Planned*|In Progress|Completed|Aborted",
        "CampaignMemberStatus" => "Sent*|Responded",
        "ForecastCategory" => "Omitted|Pipeline|BestCase|Forecast|Closed",
        "ForecastCategoryName" => "Omitted|Pipeline|Best Case|Commit|Closed",
        "ContactRole" => "Business User|Decision Maker|Economic Buyer|Economic Decision Maker|Evaluator|Executive Sponsor|Influencer|Technical Buyer|Other",
        "TaskSubject" => "Call|Send Letter|Send Quote|Email|Other",
        "TaskStatus" => "Not Started*|In Progress|Completed|Waiting on someone else|Deferred",
        "TaskPriority" => "High|Normal*|Low",
        "EventSubject" => "Call|Email|Meeting|Send Letter/Quote|Other",
        "EventType" => "Call|Email|Meeting|Other",
        "EventSubtype" => "Event*",
        "ShowAs" => "Busy*|OutOfOffice|Free",
        "GroupEventType" => "0*|1|2|3",
        "CaseStatus" => "New*|Working|Escalated|Closed",
        "CaseOrigin" => "Phone|Email|Web",
        "CasePriority" => "High|Medium*|Low",
        "CaseReason" => "Installation|Equipment Complexity|Performance|Breakdown|Equipment Design|Feedback|Other",
        "CaseType" => "Mechanical|Electrical|Electronic|Structural|Other",
        "GroupType" => "Regular|Queue|Organization|Role|RoleAndSubordinates",
        "TaskType" => "Call|Email|Meeting|Other",
        "TaskSubtype" => "Task*|Email|ListEmail|Call|Cadence",
        "CallType" => "Internal|Inbound|Outbound",
        "UserType" => "Standard*|PowerPartner|CspLitePortal|CustomerSuccess|PowerCustomerSuccess|CsnOnly",
        "GeocodeAccuracy" => "Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown",
        _ => throw new FormatException($"There is no picklist {list}."),
    };
}
