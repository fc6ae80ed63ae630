using SfMarketo.Kernel.Overrides;

namespace SfMarketo.MarketoSim.Options;

/// <summary>All switches by name.</summary>
internal static class SwitchTable
{
    private static readonly string[] OffOn = ["off", "on"];
    private static readonly string[] Orders = ["concurrency-rate-quota", "rate-quota-concurrency", "quota-rate-concurrency"];
    private static readonly string[] Zones = ["America/Chicago", "UTC-06", MarketoSimOptions.SeedZone];

    private static readonly SwitchEntry[] All =
    [
        Choice("activities.emptyPages", ["off", "on", "withoutResult"], of => (int)of.ActivitiesEmptyPages, (of, place) => of with { ActivitiesEmptyPages = (EmptyPages)place }),
        new("activities.lateness", ["off", "6:120", "6:120,7:120,10:30"], options => options.Switches.ActivitiesLateness.ToString(), (options, _) => options)
        {
            Read = (options, text) => ActivityLateness.TryParse(text) is { } late ? options with { Switches = options.Switches with { ActivitiesLateness = late } } : null,
        },
        Choice("activities.listCap", ["2026-09-30", "2026-12-30", "on", "off"], of => (int)of.ActivitiesListCap, (of, place) => of with { ActivitiesListCap = (ListCap)place }),
        new("answer.override", AnswerOverrides.Examples, options => options.Switches.AnswerOverride.ToString(), (options, _) => options)
        {
            Read = (options, text) => AnswerOverrides.TryParse(text) is { } rules ? options with { Switches = options.Switches with { AnswerOverride = rules } } : null,
        },
        Choice("asset.byIdMissing", ["warning", "702"], of => (int)of.AssetByIdMissing, (of, place) => of with { AssetByIdMissing = (AssetByIdMissing)place }),
        Flag("auth.expiredThen601", of => of.ExpiredThen601, (of, on) => of with { ExpiredThen601 = on }),
        Choice("auth.missingToken", ["603", "600"], of => (int)of.MissingToken, (of, place) => of with { MissingToken = (MissingToken)place }),
        Flag("auth.queryToken", of => of.QueryToken, (of, on) => of with { QueryToken = on }, ["reject", "accept"]),
        Choice("batch.empty", ["1002", "success"], of => (int)of.BatchEmpty, (of, place) => of with { BatchEmpty = (EmptyBatch)place }),
        Choice("batch.over300", ["1003", "1001"], of => (int)of.BatchOver300, (of, place) => of with { BatchOver300 = (BatchOver)place }),
        Flag("company.changeFanout", of => of.CompanyChangeFanout, (of, on) => of with { CompanyChangeFanout = on }),
        Choice("compat.membersPathError", ["605", "610"], of => (int)of.CompatMembersPathError, (of, place) => of with { CompatMembersPathError = (MembersPathError)place }),
        Flag("compat.seed", of => of.CompatSeed, (of, on) => of with { CompatSeed = on }),
        Flag("compat.seed.activityIds", of => of.CompatSeedActivityIds, (of, on) => of with { CompatSeedActivityIds = on }),
        Choice("crm.native", ["off", "readOnly", "disabled"], of => (int)of.CrmNative, (of, place) => of with { CrmNative = (NativeCrm)place }),
        Flag("deleted.includeMergeLosers", of => of.DeletedIncludeMergeLosers, (of, on) => of with { DeletedIncludeMergeLosers = on }),
        Choice("extract.fileDays", ["7", "10"], of => of.ExtractFileDays == 10 ? 1 : 0, (of, place) => of with { ExtractFileDays = place == 1 ? 10 : 7 }),
        Choice("extract.updatedAtFilter", ["1035", "accept"], of => (int)of.ExtractUpdatedAtFilter, (of, place) => of with { ExtractUpdatedAtFilter = (UpdatedAtFilter)place }),
        new("field.blockUpdates", BlockedFields.Examples, options => BlockedFields.Show(options.Switches.FieldBlockUpdates), (options, _) => options)
        {
            Read = (options, text) => BlockedFields.TryParse(text) is { } names ? options with { Switches = options.Switches with { FieldBlockUpdates = names } } : null,
        },
        Choice("http.5xxBody", ["html", "envelope", "none"], of => (int)of.ServerErrorBody, (of, place) => of with { ServerErrorBody = (ServerErrorBody)place }),
        Flag("http.doubleSlash", of => of.DoubleSlashAccepted, (of, on) => of with { DoubleSlashAccepted = on }, ["610", "accept"]),
        Choice("identity.grantTypeError", ["byCase", "unsupported_grant_type", "invalid_request"], of => (int)of.IdentityGrantTypeError,
            (of, place) => of with { IdentityGrantTypeError = (GrantTypeError)place }),
        Choice("identity.errorStatus", ["401", "200"], of => of.IdentityErrorStatus == 200 ? 1 : 0, (of, place) => of with { IdentityErrorStatus = place == 1 ? 200 : 401 }),
        Choice("import.emptyCell", ["keep", "clear"], of => (int)of.ImportEmptyCell, (of, place) => of with { ImportEmptyCell = (ImportEmptyCell)place }),
        Choice("lead.asyncResult", ["empty", "statuses"], of => (int)of.LeadAsyncResult, (of, place) => of with { LeadAsyncResult = (AsyncResult)place }),
        Choice("lead.badEmail", ["skip", "accept"], of => (int)of.LeadBadEmail, (of, place) => of with { LeadBadEmail = (BadEmail)place }),
        Choice("lead.byIdMissing", ["error", "empty"], of => (int)of.LeadByIdMissing, (of, place) => of with { LeadByIdMissing = (LeadByIdMissing)place }),
        Choice("lead.companyFields", ["skip1021WhenLinked", "skip1021Always", "writeThrough"], of => (int)of.LeadCompanyFields,
            (of, place) => of with { LeadCompanyFields = (CompanyFieldsOfLead)place }),
        Flag("lead.emailCase", of => of.LeadEmailIgnoreCase, (of, on) => of with { LeadEmailIgnoreCase = on }, ["exact", "ignore"]),
        Choice("lead.emptyString", ["null", "empty"], of => (int)of.LeadEmptyString, (of, place) => of with { LeadEmptyString = (EmptyText)place }),
        Flag("lead.httpDelete", of => of.LeadHttpDelete, (of, on) => of with { LeadHttpDelete = on }, ["605", "accept"]),
        Choice("lead.missingKey", ["skip", "create"], of => (int)of.LeadMissingKey, (of, place) => of with { LeadMissingKey = (MissingKey)place }),
        Choice("lead.noopUpdate", ["quiet", "touch"], of => (int)of.LeadNoopUpdate, (of, place) => of with { LeadNoopUpdate = (NoopUpdate)place }),
        Choice("lead.nullFields", ["explicit", "omit"], of => (int)of.LeadNullFields, (of, place) => of with { LeadNullFields = (NullFields)place }),
        Choice("lead.overlong", ["skip", "truncate"], of => (int)of.LeadOverlong, (of, place) => of with { LeadOverlong = (Overlong)place }),
        Choice("lead.readOnlyField", ["record", "response", "ignore"], of => (int)of.LeadReadOnlyField, (of, place) => of with { LeadReadOnlyField = (FieldMisfit)place }),
        Choice("lead.sameKeyInBatch", ["update", "skip1036"], of => (int)of.LeadSameKeyInBatch, (of, place) => of with { LeadSameKeyInBatch = (SameKeyInBatch)place }),
        Choice("lead.typeMismatch", ["record", "response", "ignore"], of => (int)of.LeadTypeMismatch, (of, place) => of with { LeadTypeMismatch = (FieldMisfit)place }),
        Choice("lead.unknownCompany", ["skip", "create", "ignore"], of => (int)of.LeadUnknownCompany, (of, place) => of with { LeadUnknownCompany = (UnknownCompany)place }),
        Choice("lead.unknownField", ["response", "record", "ignore"], of => (int)of.LeadUnknownField, (of, place) => of with { LeadUnknownField = (UnknownField)place }),
        Flag("lead.upsertRace", of => of.LeadUpsertRace, (of, on) => of with { LeadUpsertRace = on }),
        Flag("leadchanges.newLeadAlways", of => of.LeadChangesNewLeadAlways, (of, on) => of with { LeadChangesNewLeadAlways = on }),
        Flag("leadchanges.scoreAsDataValue", of => of.LeadChangesScoreAsDataValue, (of, on) => of with { LeadChangesScoreAsDataValue = on }),
        new("limits.countRejected", ["starred-free", "all-count", "none-count"], options => new[] { "starred-free", "all-count", "none-count" }[(int)options.CountRejected],
            (options, place) => options with { CountRejected = (CountRejected)place }),
        new("limits.order", Orders, options => Orders[(int)options.LimitOrder], (options, place) => options with { LimitOrder = (LimitOrder)place }),
        Choice("list.addTwice", ["added", "skipped"], of => (int)of.ListAddTwice, (of, place) => of with { ListAddTwice = (ListAddTwice)place }),
        Choice("list.removeAbsent", ["skip1015", "removed"], of => (int)of.ListRemoveAbsent, (of, place) => of with { ListRemoveAbsent = (ListRemoveAbsent)place }),
        Flag("merge.activityRewrite", of => of.MergeActivityRewrite, (of, on) => of with { MergeActivityRewrite = on }),
        Choice("paging.overMax", ["clamp", "error"], of => (int)of.PagingOverMax, (of, place) => of with { PagingOverMax = (OverMax)place }),
        new("quota.resetZone", Zones, options => options.QuotaResetZone, (options, place) => options with { QuotaResetZone = Zones[place] }),
        new("rate.window", ["sliding", "fixed"], options => options.RateWindow == RateWindow.Fixed ? "fixed" : "sliding", (options, place) => options with { RateWindow = (RateWindow)place }),
        Choice("token.badDate", ["704", "1001"], of => (int)of.TokenBadDate, (of, place) => of with { TokenBadDate = (BadDate)place }),
        new("token.life", ["unlimited", "1h", "24h"], options => options.Switches.TokenLife.ToString(), (options, _) => options)
        {
            Read = (options, text) => TokenLife.TryParse(text) is { } life ? options with { Switches = options.Switches with { TokenLife = life } } : null,
        },
        Flag("unsubscribe.durable", of => of.UnsubscribeDurable, (of, on) => of with { UnsubscribeDurable = on }),
        Choice("usage.lag", ["none", "5m"], of => (int)of.UsageLag, (of, place) => of with { UsageLag = (UsageLag)place }),
    ];

    /// <summary>By name, sorted.</summary>
    public static SortedDictionary<string, SwitchEntry> ByName { get; } = new(All.ToDictionary(entry => entry.Name), StringComparer.Ordinal);

    private static SwitchEntry Flag(string name, Func<MarketoSwitches, bool> get, Func<MarketoSwitches, bool, MarketoSwitches> with, string[]? words = null) =>
        Choice(name, words ?? OffOn, of => get(of) ? 1 : 0, (of, place) => with(of, place == 1));

    private static SwitchEntry Choice(string name, string[] settings, Func<MarketoSwitches, int> get, Func<MarketoSwitches, int, MarketoSwitches> with) =>
        new(name, settings, options => settings[get(options.Switches)], (options, place) => options with { Switches = with(options.Switches, place) });
}
