using System.Globalization;
using SfMarketo.Kernel.Overrides;
using SfMarketo.SalesforceSim.Query;

namespace SfMarketo.SalesforceSim.Options;

/// <summary>The switches by the names of docs/fidelity.md, with their values as text: for a control API.</summary>
internal static class SwitchTable
{
    private const string AsConfigured = "asConfigured";
    private const string Seconds = "a whole number of seconds";
    private const string SecondsOrNone = "none or a whole number of seconds";

    private const string Version = "the whole number of an API version";

    private static readonly SortedList<string, Entry> All = Make();

    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    public static IReadOnlyList<string> Values(string name) => Find(name).Values;

    public static string Read(string name, SalesforceSwitches switches, QueryOptions query) => Find(name).Read(switches, query);

    /// <exception cref="ArgumentException">No such switch or value; the message names what there is.</exception>
    public static (SalesforceSwitches Switches, QueryOptions Query) Set(string name, string value, SalesforceSwitches switches, QueryOptions query)
    {
        var entry = Find(name);
        return entry.Write(value, switches, query) ?? throw new ArgumentException($"The switch {name} takes {string.Join(" or ", entry.Values)}, not {value}.", nameof(value));
    }

    private static Entry Find(string name) => All.TryGetValue(name, out var entry) ? entry : throw new ArgumentException($"There is no switch {name}. There are: {string.Join(", ", All.Keys)}.", nameof(name));

    private static SortedList<string, Entry> Make()
    {
        var list = new SortedList<string, Entry>(StringComparer.Ordinal);
        list.Add("answer.override", new Entry(
            AnswerOverrides.Examples,
            (switches, _) => switches.AnswerOverride.ToString(),
            (value, switches, query) => AnswerOverrides.TryParse(value) is { } rules ? (switches with { AnswerOverride = rules }, query) : null));
        Time(list, "auth.jwt.clockSkewSeconds", s => s.JwtClockSkew, (s, v) => s with { JwtClockSkew = v!.Value }, canBeNone: false);
        Time(list, "auth.jwt.maxLifetimeSeconds", s => s.JwtMaxLifetime, (s, v) => s with { JwtMaxLifetime = v }, canBeNone: true);
        list.Add("auth.errorTexts", new Entry(
            SignInTexts.Examples,
            (switches, _) => switches.SignInTexts.ToString(),
            (value, switches, query) => SignInTexts.TryParse(value) is { } texts ? (switches with { SignInTexts = texts }, query) : null));
        Time(list, "auth.sessionTimeout", s => s.SessionTimeout, (s, v) => s with { SessionTimeout = v }, canBeNone: true);
        Flag(list, "auth.jwt.checkJti", "on", "off", s => s.JwtIdsChecked, (s, v) => s with { JwtIdsChecked = v });
        Flag(list, "auth.reuseSession", "on", "off", s => s.SessionsReused, (s, v) => s with { SessionsReused = v });
        Flag(list, "auth.idUrlHost", "request", "login", s => s.IdUrlAtRequest, (s, v) => s with { IdUrlAtRequest = v });
        Flag(list, "auth.inactiveUserForm", "grant", "code", s => s.InactiveUserIsGrantError, (s, v) => s with { InactiveUserIsGrantError = v });
        Flag(list, "auth.badHeaderForm", "INVALID_AUTH_HEADER", "INVALID_SESSION_ID", s => s.BadHeaderHasOwnCode, (s, v) => s with { BadHeaderHasOwnCode = v });
        Flag(list, "auth.passwordGrant", "on", "off", s => s.PasswordGrant, (s, v) => s with { PasswordGrant = v });
        Flag(list, "limits.countSoapLogin", "on", "off", s => s.SoapLoginCounts, (s, v) => s with { SoapLoginCounts = v });
        Flag(list, "soap.defaultAssignmentRule", "on", "off", s => s.SoapAssignsByDefault, (s, v) => s with { SoapAssignsByDefault = v });
        Time(list, "outbound.timeoutSeconds", s => s.OutboundTimeout, (s, v) => s with { OutboundTimeout = v!.Value }, canBeNone: false);
        Time(list, "search.lagSeconds", s => s.SearchLag, (s, v) => s with { SearchLag = v!.Value }, canBeNone: false);
        Number(list, "api.minVersion", Version, s => Plain(s.ApiMinVersion), text => text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text, (s, v) => s with { ApiMinVersion = v!.Value });
        Number(list, "api.maxVersion", Version, s => Plain(s.ApiMaxVersion), text => text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text, (s, v) => s with { ApiMaxVersion = v!.Value });
        Number(list, "limits.daily", "none or a whole number of requests", s => Plain(s.DailyRequests), text => text, (s, v) => s with { DailyRequests = v });
        Number(list, "limits.dailyGracePercent", "a whole number of percent", s => Plain(s.DailyGracePercent), text => text, (s, v) => v is { } percent ? s with { DailyGracePercent = percent } : null);
        Flag(list, "limits.countRefused", "on", "off", s => s.RefusedCallsCount, (s, v) => s with { RefusedCallsCount = v });
        Flag(list, "limits.count401", "on", "off", s => s.CallsWithoutSessionCount, (s, v) => s with { CallsWithoutSessionCount = v });
        Flag(list, "http.futureDates", "not-modified", "ignore", s => s.FutureDatesNotModified, (s, v) => s with { FutureDatesNotModified = v });
        Flag(list, "ids.repairCase", "on", "off", s => s.RepairIdCase, (s, v) => s with { RepairIdCase = v });
        Flag(list, "rows.updateOnlyMissText", "resource", "external-id", s => s.UpdateOnlyMissNamesResource, (s, v) => s with { UpdateOnlyMissNamesResource = v });
        Flag(list, "actions.convertLead", "on", "off", s => s.ConvertLeadAction, (s, v) => s with { ConvertLeadAction = v });
        Flag(list, "auth.sessionSlides", "on", "off", s => s.SessionSlides, (s, v) => s with { SessionSlides = v });
        Flag(list, "limits.infoHeader", "on", "off", s => s.LimitInfoHeader, (s, v) => s with { LimitInfoHeader = v });
        Flag(list, "limits.countBatchEnvelope", "on", "off", s => s.BatchEnvelopeCounts, (s, v) => s with { BatchEnvelopeCounts = v });
        Flag(list, "rows.lenientScalars", "on", "off", s => s.LenientScalars, (s, v) => s with { LenientScalars = v });
        Flag(list, "rows.alwaysIncludeId", "on", "off", s => s.AlwaysIncludeId, (s, v) => s with { AlwaysIncludeId = v });
        Flag(list, "rows.getDeletedCode", "ENTITY_IS_DELETED", "NOT_FOUND", s => s.ReadOfDeletedSaysDeleted, (s, v) => s with { ReadOfDeletedSaysDeleted = v });
        Flag(list, "rows.missingOnDelete", "INVALID_CROSS_REFERENCE_KEY", "NOT_FOUND", s => s.DeleteOfMissingSaysCrossReference, (s, v) => s with { DeleteOfMissingSaysCrossReference = v });
        Flag(
            list,
            "rows.missingReferenceCode",
            "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
            "INVALID_CROSS_REFERENCE_KEY",
            s => s.MissingReferenceSaysAccess,
            (s, v) => s with { MissingReferenceSaysAccess = v });
        Flag(list, "rows.wrongTypeIdCode", "FIELD_INTEGRITY_EXCEPTION", "MALFORMED_ID", s => s.WrongTypeIdSaysIntegrity, (s, v) => s with { WrongTypeIdSaysIntegrity = v });
        Flag(list, "rows.touchOnNoChange", "on", "off", s => s.UnchangedUpdateTouches, (s, v) => s with { UnchangedUpdateTouches = v });
        Flag(list, "collections.unknownField", "row", "request", s => s.UnknownFieldFailsRowOnly, (s, v) => s with { UnknownFieldFailsRowOnly = v });
        Flag(list, "collections.duplicateIds", "fail", "allow", s => s.DuplicateIdsFail, (s, v) => s with { DuplicateIdsFail = v });
        Flag(list, "composite.overLimitStatus", "400", "200", s => s.CompositeOverLimitIsBadRequest, (s, v) => s with { CompositeOverLimitIsBadRequest = v });
        Flag(list, "composite.badReferenceId", "refuse", "pass", s => s.CompositeBadReferenceIdRefused, (s, v) => s with { CompositeBadReferenceIdRefused = v });
        Flag(list, "composite.readFailureRollsBack", "on", "off", s => s.CompositeReadFailureRollsBack, (s, v) => s with { CompositeReadFailureRollsBack = v });
        Time(list, "locks.waitSeconds", s => s.LockWait, (s, v) => s with { LockWait = v!.Value }, canBeNone: false);
        Flag(list, "commit.delay", "none", "upTo10Minutes", s => !s.CommitsAreLate, (s, v) => s with { CommitsAreLate = !v });
        Flag(list, "locks.lateCommits", "released", "held", s => !s.LateCommitsHoldLocks, (s, v) => s with { LateCommitsHoldLocks = !v });
        Flag(list, "rows.auditFields", "off", "on", s => !s.AuditFields, (s, v) => s with { AuditFields = !v });
        Flag(list, "duplicates.rules", "none", "standard", s => !s.StandardDuplicateRules, (s, v) => s with { StandardDuplicateRules = !v });
        Flag(list, "duplicates.key", "duplicateResut", "duplicateResult", s => s.DuplicateResultMisspelt, (s, v) => s with { DuplicateResultMisspelt = v });
        Flag(list, "errors.duplicateResultKey", "duplicateResut", "duplicateResult", s => s.DuplicateResultMisspelt, (s, v) => s with { DuplicateResultMisspelt = v });
        Flag(list, "update.emptyTouches", "true", "false", s => s.UnchangedUpdateTouches, (s, v) => s with { UnchangedUpdateTouches = v });
        Flag(list, "tasks.archive", "on", "off", s => s.OldActivitiesArchived, (s, v) => s with { OldActivitiesArchived = v });
        list.Add("conversion.fieldMap", new Entry(
            [AsConfigured, "none", "Lead_Score__c=Contact.Lead_Score__c"],
            (switches, _) => switches.ConversionFieldMap ?? AsConfigured,
            (value, switches, query) => value == AsConfigured ? (switches with { ConversionFieldMap = null }, query) : Org.Conversion.FieldMap.IsWellFormed(value) ? (switches with { ConversionFieldMap = value }, query) : null));
        Flag(list, "picklist.unrestricted", "accept", "reject", s => s.PicklistsUnrestricted, (s, v) => s with { PicklistsUnrestricted = v });
        Flag(list, "lead.editConverted", "refused", "allowed", s => s.ConvertedLeadsReadOnly, (s, v) => s with { ConvertedLeadsReadOnly = v });
        Flag(list, "delete.accountWithWonOpportunity", "refused", "cascades", s => s.AccountWithWonOpportunityStays, (s, v) => s with { AccountWithWonOpportunityStays = v });
        Flag(list, "activity.movesParentModstamp", "on", "off", s => s.ActivityMovesParentStamp, (s, v) => s with { ActivityMovesParentStamp = v });
        Flag(list, "conversion.runsLeadRules", "on", "off", s => s.ConversionRunsLeadRules, (s, v) => s with { ConversionRunsLeadRules = v });
        Flag(list, "outbound.nullFields", "omitted", "nil", s => s.OutboundNullFieldsOmitted, (s, v) => s with { OutboundNullFieldsOmitted = v });
        Flag(list, "outbound.retry", "exponential", "fixed", s => s.OutboundRetriesExponential, (s, v) => s with { OutboundRetriesExponential = v });
        Flag(list, "outbound.integrationUserSends", "on", "off", s => s.OutboundIntegrationUserSends, (s, v) => s with { OutboundIntegrationUserSends = v });
        Flag(list, "replication.endAfterCovered", "answer", "fail", s => s.ReplicationEndAfterCoveredAnswers, (s, v) => s with { ReplicationEndAfterCoveredAnswers = v });
        Flag(list, "bulk2.contentUrlOnGet", "absent", "present", s => s.BulkContentUrlOnlyOnCreate, (s, v) => s with { BulkContentUrlOnlyOnCreate = v });
        Flag(list, "bulk2.emptyResult", "headerOnly", "emptyBody", s => s.BulkEmptyResultHasHeader, (s, v) => s with { BulkEmptyResultHasHeader = v });
        Flag(list, "bulk2.secondPut", "failsJob", "400", s => s.BulkSecondPutFailsJob, (s, v) => s with { BulkSecondPutFailsJob = v });
        Flag(list, "bulk2.badQuery", "400", "failedJob", s => s.BulkBadQueryRefused, (s, v) => s with { BulkBadQueryRefused = v });
        Flag(list, "bulk2.assignmentWithoutRuleId", "none", "activeRule", s => s.BulkAssignmentNeedsRuleId, (s, v) => s with { BulkAssignmentNeedsRuleId = v });
        QueryFlag(list, "soql.unordered", "shuffled", "byId", q => q.Unordered == UnorderedRows.Shuffled, (q, v) => q with { Unordered = v ? UnorderedRows.Shuffled : UnorderedRows.ById });
        QueryFlag(list, "soql.notEqualMatchesNull", "on", "off", q => q.NotEqualMatchesNull, (q, v) => q with { NotEqualMatchesNull = v });
        QueryFlag(list, "soql.dateLiteralZone", "user", "utc", q => !q.DateLiteralsInUtc, (q, v) => q with { DateLiteralsInUtc = !v });
        QueryFlag(list, "soql.apexOnlyClauses", "reject", "accept", q => !q.ApexOnlyClauses, (q, v) => q with { ApexOnlyClauses = !v });
        QueryFlag(list, "json.doubles", "java", "plain", q => !q.PlainDoubles, (q, v) => q with { PlainDoubles = !v });
        QueryFlag(list, "query.pageSize", "exact", "shrinksForWideRows", q => !q.WideRowsShrinkPages, (q, v) => q with { WideRowsShrinkPages = !v });
        QueryFlag(list, "query.laterPages", "readAtFetch", "snapshot", q => !q.LaterPagesAreSnapshots, (q, v) => q with { LaterPagesAreSnapshots = !v });
        QueryFlag(list, "query.locatorPrefix", "01g", "0r8", q => q.LocatorPrefix == "01g", (q, v) => q with { LocatorPrefix = v ? "01g" : "0r8" });
        QueryFlag(list, "query.cursorRules", "twoDaysUnlimited", "tenPerUser15Minutes", q => !q.TenCursorsPerUser, (q, v) => q with { TenCursorsPerUser = !v });
        QueryFlag(list, "result.polymorphicAttributesType", "concrete", "Name", q => !q.PolymorphicParentsAreNames, (q, v) => q with { PolymorphicParentsAreNames = !v });
        list.Add("limits.queryRows", new Entry(
            ["none or a whole number of rows"],
            (_, query) => query.MaxRows?.ToString(CultureInfo.InvariantCulture) ?? "none",
            (value, switches, query) => value == "none" ? (switches, query with { MaxRows = null })
                : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? (switches, query with { MaxRows = rows }) : null));
        QueryFlag(list, "soql.picklistOrder", "values", "alphabetical", q => !q.PicklistsAlphabetical, (q, v) => q with { PicklistsAlphabetical = !v });
        return list;
    }

    private static string Plain(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private static void Number(
        SortedList<string, Entry> list, string name, string what, Func<SalesforceSwitches, string> read, Func<string, string> trim, Func<SalesforceSwitches, int?, SalesforceSwitches?> write) => list.Add(
        name,
        new Entry(
            [what],
            (switches, _) => read(switches),
            (value, switches, query) => value == "none" && what.StartsWith("none", StringComparison.Ordinal) ? (write(switches, null)!, query)
                : int.TryParse(trim(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && write(switches, number) is { } next ? (next, query) : null));

    private static void Flag(SortedList<string, Entry> list, string name, string whenTrue, string whenFalse, Func<SalesforceSwitches, bool> read, Func<SalesforceSwitches, bool, SalesforceSwitches> write) => list.Add(
        name,
        new Entry(
            [whenTrue, whenFalse],
            (switches, _) => read(switches) ? whenTrue : whenFalse,
            (value, switches, query) => value == whenTrue ? (write(switches, true), query) : value == whenFalse ? (write(switches, false), query) : null));

    private static void QueryFlag(SortedList<string, Entry> list, string name, string whenTrue, string whenFalse, Func<QueryOptions, bool> read, Func<QueryOptions, bool, QueryOptions> write) => list.Add(
        name,
        new Entry(
            [whenTrue, whenFalse],
            (_, query) => read(query) ? whenTrue : whenFalse,
            (value, switches, query) => value == whenTrue ? (switches, write(query, true)) : value == whenFalse ? (switches, write(query, false)) : null));

    private static void Time(SortedList<string, Entry> list, string name, Func<SalesforceSwitches, TimeSpan?> read, Func<SalesforceSwitches, TimeSpan?, SalesforceSwitches> write, bool canBeNone) => list.Add(
        name,
        new Entry(
            [canBeNone ? SecondsOrNone : Seconds],
            (switches, _) => read(switches) is { } span ? ((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture) : "none",
            (value, switches, query) => canBeNone && value == "none" ? (write(switches, null), query)
                : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? (write(switches, TimeSpan.FromSeconds(seconds)), query) : null));

    private sealed record Entry(
        IReadOnlyList<string> Values,
        Func<SalesforceSwitches, QueryOptions, string> Read,
        Func<string, SalesforceSwitches, QueryOptions, (SalesforceSwitches Switches, QueryOptions Query)?> Write);
}
