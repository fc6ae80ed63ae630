namespace SfMarketo.SalesforceSim.Calls;

/// <summary>Resources that the vendor has and this simulator does not: they answer 501 with a hint, never the vendor's 404.</summary>
internal static class Unsimulated
{
    private static readonly string[] Roots =
    [
        "actions", "analytics", "appMenu", "async-queries", "chatter", "commerce", "compactLayouts", "composite", "connect", "consent", "dashboards", "eclair", "einstein", "event", "folders", "iot", "jobs",
        "jsonxform", "knowledgeManagement", "licensing", "localizedvalue", "metadata", "parameterizedSearch", "payments", "prechatForms", "process", "query", "queryAll", "quickActions", "recent", "scheduling",
        "search", "sites", "smartdatadiscovery", "sobjects", "ssot", "support", "tabs", "theme", "tooling", "ui-api", "wave",
    ];

    // Objects and resources under sobjects that each org has; those that the simulated org has are found before.
    private static readonly HashSet<string> Objects = new(StringComparer.OrdinalIgnoreCase)
    {
        "AccountContactRelation", "AccountContactRole", "AccountShare", "AccountTeamMember", "ActiveScratchOrg", "ApexClass", "ApexComponent", "ApexLog", "ApexPage", "ApexTrigger", "Approval", "Asset",
        "AssignmentRule", "AsyncApexJob", "Attachment", "AuthSession", "BusinessHours", "CampaignMemberStatus", "Case", "CaseComment", "ConnectedApplication", "ContentDocument", "ContentDocumentLink",
        "ContentVersion", "Contract", "Dashboard", "Document", "EmailMessage", "EmailTemplate", "EntityDefinition", "Event", "EventRelation", "FeedItem", "FieldDefinition", "FieldPermissions", "Folder",
        "GroupMember", "Holiday", "Idea", "LightningExitByPageMetrics", "LightningToggleMetrics", "LightningUsageByAppTypeMetrics", "LightningUsageByBrowserMetrics", "LightningUsageByFlexiPageMetrics",
        "LightningUsageByPageMetrics", "ListView", "LoginHistory", "Note", "ObjectPermissions", "OpportunityCompetitor", "OpportunityFieldHistory", "OpportunityHistory", "OpportunityLineItem",
        "OpportunityLineItemSchedule", "OpportunityShare", "OpportunityTeamMember", "Order", "OrderItem", "Partner", "PermissionSet", "PermissionSetAssignment", "Period", "PlatformAction", "Pricebook2",
        "PricebookEntry", "ProcessInstance", "Product2", "Profile", "QueueSobject", "Quote", "QuoteLineItem", "RecentlyViewed", "RecordType", "relevantItems", "Report", "SelfServiceUser", "Site", "Solution",
        "StaticResource", "TaskPriority", "TaskStatus", "Territory2", "Topic", "UserLicense", "UserRole", "UserShare", "WebLink",
    };

    /// <summary>An object that the vendor's orgs have, by its name and ignoring case.</summary>
    public static bool IsObject(string name) => Objects.Contains(name);

    /// <summary>What the path names that the vendor has, or null when the vendor has no such resource either.</summary>
    /// <param name="path">The whole path of a request that no endpoint took.</param>
    public static string? Find(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["cometd", ..])
        {
            return "/" + string.Join('/', parts.Take(3));
        }

        return parts is ["services", "data", var version, var root, ..] && version.StartsWith('v') && Roots.Contains(root, StringComparer.OrdinalIgnoreCase) && !IsRow(parts)
            ? "/" + string.Join('/', parts.Skip(3))
            : null;
    }

    // Of rows, what is not mapped and is known is the friendly URL of a relationship; more segments are nothing.
    private static bool IsRow(string[] parts) => parts[3] == "sobjects" && parts.Length > 8;
}
