using System.Collections.Frozen;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>The operations by name.</summary>
internal static class SoapOperations
{
    private static readonly FrozenDictionary<string, Action<SoapCall>> Served = new Dictionary<string, Action<SoapCall>>
    {
        ["login"] = SoapLogin.Run,
        ["logout"] = SoapUsers.Logout,
        ["invalidateSessions"] = SoapUsers.InvalidateSessions,
        ["getUserInfo"] = SoapUsers.Info,
        ["getServerTimestamp"] = SoapUsers.Timestamp,
        ["setPassword"] = SoapUsers.SetPassword,
        ["resetPassword"] = SoapUsers.ResetPassword,
        ["create"] = SoapWrites.Create,
        ["update"] = SoapWrites.Update,
        ["upsert"] = SoapWrites.Upsert,
        ["delete"] = SoapBin.Delete,
        ["undelete"] = SoapBin.Undelete,
        ["emptyRecycleBin"] = SoapBin.Empty,
        ["retrieve"] = SoapReads.Retrieve,
        ["query"] = SoapReads.Query,
        ["queryAll"] = SoapReads.QueryAll,
        ["queryMore"] = SoapReads.QueryMore,
        ["search"] = SoapReads.Search,
        ["getUpdated"] = SoapDescribe.Updated,
        ["getDeleted"] = SoapDescribe.Deleted,
        ["describeGlobal"] = SoapDescribe.Global,
        ["describeSObject"] = SoapDescribe.One,
        ["describeSObjects"] = SoapDescribe.Many,
        ["describeTabs"] = SoapDescribe.Tabs,
        ["convertLead"] = SoapConvert.Run,
        ["merge"] = SoapMerge.Run,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Of the WSDL, and not here.
    private static readonly FrozenSet<string> Others = new[]
    {
        "changeOwnPassword", "deleteByExample", "describeAllTabs", "describeAppMenu", "describeApprovalLayout", "describeAvailableQuickActions", "describeCompactLayouts", "describeDataCategoryGroups",
        "describeDataCategoryGroupStructures", "describeDataCategoryMappings", "describeGlobalTheme", "describeKnowledgeSettings", "describeLayout", "describeNouns", "describePathAssistants",
        "describePrimaryCompactLayouts", "describeQuickActions", "describeQuickActionsForRecordType", "describeSearchLayouts", "describeSearchScopeOrder", "describeSearchableEntities",
        "describeSoftphoneLayout", "describeSoqlListViews", "describeTheme", "describeVisualForce", "executeListView", "findDuplicates", "findDuplicatesByIds", "performQuickActions", "process",
        "renameMetadata", "renderEmailTemplate", "renderStoredEmailTemplate", "retrieveMassQuickActionTemplates", "retrieveQuickActionTemplates", "sendEmail", "sendEmailMessage",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The vendor has it.</summary>
    public static bool IsKnown(string name) => Served.ContainsKey(name) || Others.Contains(name);

    /// <exception cref="SoapFaultException">Refused.</exception>
    public static void Run(SoapCall soap)
    {
        if (!Served.TryGetValue(soap.Arguments.Name, out var operation))
        {
            throw new SoapFaultException("NOT_SIMULATED", $"The vendor has the SOAP operation {soap.Arguments.Name}; this simulator does not.");
        }

        operation(soap);
    }
}
