namespace SfMarketo.MarketoSim.Instance;

/// <summary>The activity types of the instance.</summary>
/// <remarks>
/// Source: Adobe's event list and connector list. Primary attributes are documented for 2, 13, 22, 24, 25 and 104; 1 is seen in client code; the rest
/// is unverified. Ids differ between instances in principle: clients must look them up by name.
/// </remarks>
internal static class ActivityTypes
{
    public const int FillOutForm = 2;
    public const int SendEmail = 6;
    public const int EmailDelivered = 7;
    public const int UnsubscribeEmail = 9;
    public const int OpenEmail = 10;
    public const int ClickEmail = 11;
    public const int NewLead = 12;
    public const int ChangeDataValue = 13;
    public const int ChangeScore = 22;
    public const int AddToList = 24;
    public const int RemoveFromList = 25;
    public const int MergeLeads = 32;
    public const int DeleteLead = 37;
    public const int InterestingMoment = 46;
    public const int RequestCampaign = 47;
    public const int ChangeStatusInProgression = 104;
    public const int CallWebhook = 110;
    public const int AddToNurture = 113;
    public const int ChangeNurtureTrack = 114;
    public const int ChangeNurtureCadence = 115;
    public const int EmailBounced = 8;
    public const int ChangeMemberData = 123;

    private static readonly string[] Web = ["Client IP Address", "Query Parameters", "Referrer URL", "User Agent"];

    public static readonly ActivityType[] All =
    [
        Of(1, "Visit Webpage", "Webpage ID", [.. Web, "Webpage URL", "Search Engine", "Search Query"]),
        Of(FillOutForm, "Fill Out Form", "Webform ID", [.. Web, "Form Fields", "Webpage ID"]),
        Of(3, "Click Link", "Link ID", [.. Web, "Webpage ID"]),
        Of(SendEmail, "Send Email", "Mailing ID", ["Campaign Run ID", "Step ID"]),
        Of(EmailDelivered, "Email Delivered", "Mailing ID", ["Choice Number", "Campaign Run ID"]),
        Of(EmailBounced, "Email Bounced", "Mailing ID", ["Category", "Subcategory", "Email", "Details"]),
        Of(UnsubscribeEmail, "Unsubscribe Email", "Mailing ID", [.. Web, "Campaign Run ID", "Webpage ID", "Webform ID", "Form Fields"]),
        Of(OpenEmail, "Open Email", "Mailing ID", ["Campaign Run ID", "Platform", "Device", "User Agent", "Is Mobile Device", "Is Bot Activity"]),
        Of(ClickEmail, "Click Email", "Mailing ID", ["Campaign Run ID", "Link", "Platform", "Device", "User Agent", "Is Mobile Device", "Is Bot Activity"]),
        Of(NewLead, "New Lead", "Lead ID", ["Created Date", "Source Type"]),
        Of(ChangeDataValue, "Change Data Value", "Attribute Name", ["New Value", "Old Value", "Reason", "Source"]),
        Of(19, "Sync Lead to SFDC", null, ["Assign To"]),
        Of(21, "Convert Lead", null, ["Assign To", "Converted Status", "Send Notification Email"]),
        Of(ChangeScore, "Change Score", "Score Name", ["Change Value", "New Value", "Old Value", "Reason", "Score Name"]),
        Of(23, "Change Owner", null, ["Owner", "Old Owner"]),
        Of(AddToList, "Add to List", "List ID", ["Source"]),
        Of(RemoveFromList, "Remove from List", "List ID", ["Source"]),
        Of(26, "SFDC Activity", null, ["Is Task", "Subject", "Due Date", "Description", "Priority", "Activity Owner", "Status"]),
        Of(27, "Email Bounced Soft", "Mailing ID", ["Campaign Run ID", "Category", "Subcategory", "Email", "Details"]),
        Of(28, "Sync Lead Updates to SFDC", null, []),
        Of(29, "Delete Lead from SFDC", null, ["Delete in Marketo"]),
        Of(30, "SFDC Activity Updated", null, ["Is Task", "Subject", "Due Date", "Description", "Priority", "Activity Owner", "Status"]),
        Of(31, "SFDC Merge Leads", null, ["Merged", "Winning Values"]),
        Of(MergeLeads, "Merge Leads", "Lead ID", ["Merge IDs", "Merge Fields"]),
        Of(34, "Add to Opportunity", "Oppty ID", ["Is Primary", "Role"]),
        Of(35, "Remove from Opportunity", "Oppty ID", []),
        Of(36, "Update Opportunity", "Oppty ID", []),
        Of(DeleteLead, "Delete Lead", "Lead ID", []),
        Of(38, "Send Alert", "Mailing ID", []),
        Of(39, "Send Sales Email", "Artifact ID", ["Sent by", "Template ID"]),
        Of(40, "Open Sales Email", "Artifact ID", ["Sent by", "Template ID"]),
        Of(41, "Click Sales Email", "Artifact ID", ["Sent by", "Template ID", "Link"]),
        Of(42, "Add to SFDC Campaign", "Campaign ID", ["Status"]),
        Of(43, "Remove from SFDC Campaign", "Campaign ID", []),
        Of(44, "Change Status in SFDC Campaign", "Campaign ID", ["Old Status", "New Status"]),
        Of(45, "Receive Sales Email", "Artifact ID", []),
        Text(InterestingMoment, "Interesting Moment", "Type", ["Type", "Source", "Date", "Description"]),
        Of(RequestCampaign, "Request Campaign", "Campaign ID", ["Source"]),
        Of(48, "Sales Email Bounced", "Artifact ID", []),
        Of(100, "Change Lead Partition", null, ["New Partition ID", "Old Partition ID", "Reason"]),
        Of(101, "Change Revenue Stage", null, ["Model ID", "New Stage ID", "Old Stage ID", "Reason"]),
        Of(102, "Change Revenue Stage Manually", null, ["Model ID", "New Stage ID", "Old Stage ID", "Reason"]),
        Of(ChangeStatusInProgression, "Change Status in Progression", "Program ID",
            ["Acquired By", "New Status", "New Status ID", "Old Status", "Old Status ID", "Success", "Reason", "Program Member ID"]),
        Of(108, "Change Segment", "Segmentation ID", ["New Segment ID"]),
        Of(CallWebhook, "Call Webhook", null, ["Error Type", "Response"]),
        Of(AddToNurture, "Add to Nurture", "Program ID", ["Track ID", "Track Name"]),
        Of(ChangeNurtureTrack, "Change Nurture Track", "Program ID", ["Previous Track ID", "New Track ID"]),
        Of(ChangeNurtureCadence, "Change Nurture Cadence", "Program ID", ["New Nurture Cadence"]),
        Of(ChangeMemberData, "Change Program Member Data", "Program ID", ["Attribute Name", "Attribute Display Name", "New Value", "Old Value", "Reason", "Source"]),
        Of(145, "Push Lead to Marketo", "Program ID", ["Source", "Reason"]),
    ];

    private static readonly Dictionary<int, ActivityType> ById = All.ToDictionary(type => type.Id);
    private static readonly Dictionary<string, ActivityType> ByName = All.ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static ActivityType? Find(int id) => ById.GetValueOrDefault(id);

    public static ActivityType? Find(string name) => ByName.GetValueOrDefault(name);

    private static ActivityType Of(int id, string name, string? primary, string[] attributes) => new(id, name, primary, "integer", attributes);

    private static ActivityType Text(int id, string name, string? primary, string[] attributes) => new(id, name, primary, "string", attributes);
}
