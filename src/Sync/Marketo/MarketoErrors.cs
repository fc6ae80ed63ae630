using System.Collections.Frozen;
using System.Globalization;
using static SfMarketo.Sync.ErrorAction;

namespace SfMarketo.Sync.Marketo;

/// <summary>Every error of the Marketo REST API and what the engine does about it.</summary>
/// <remarks>
/// Source: Marketo developer documentation, "Error Codes". Nearly all come with HTTP 200. Codes 6xx are said not to have been executed; 604 and 611
/// nevertheless may have been, so a write that got one is in doubt.
/// </remarks>
public static class MarketoErrors
{
    public const string Api = "marketo";

    /// <summary>The table, in the order of the codes.</summary>
    public static IReadOnlyList<ApiError> All { get; } =
    [
        new("401", "identity: invalid client", StopInstance, "wrong client id or secret; no retry storm"),
        new("404", "Not Found", QuarantineRecord, "bulk files: job unknown or not complete"),
        new("413", "Request Entity Too Large", Split, "over 1 MB (10 MB import); the pre-check makes it a bug counter"),
        new("414", "Request-URI Too Long", QuarantineRecord, "over 8 KB; the client sends POST _method=GET from 6 KB on, so this is a bug"),
        new("500", "Internal Server error", Bisect, "often a malformed URL: twice, then bisect") { TripsBreaker = true },
        new("502", "Bad Gateway", Ambiguous, "upstream time-out; the write may have happened") { TripsBreaker = true },
        new("503", "Service Unavailable", Ambiguous, "gateway") { TripsBreaker = true },
        new("504", "Gateway Timeout", Ambiguous, "gateway") { TripsBreaker = true },
        new("600", "Empty access token", StopLane, "retired in 2022 for 603"),
        new("601", "Access token invalid", NotExecuted, "new token, once per call"),
        new("602", "Access token expired", NotExecuted, "new token, once per call"),
        new("603", "Access denied", StopLane, "role permission or IP allow-list; never a reason to re-authenticate"),
        new("604", "Request time-out", Ambiguous, "server limit reached; smaller batch") { TripsBreaker = true },
        new("605", "HTTP Method not supported", QuarantineRecord, "our bug"),
        new("606", "Max rate limit exceeded", NotExecuted, "window; all senders pause"),
        new("607", "Daily quota reached", QuotaExhausted, "not executed; waits for the reset, never dead-letters"),
        new("608", "API Temporarily Unavailable", NotExecuted, "back-off and breaker") { TripsBreaker = true },
        new("609", "Invalid JSON", QuarantineRecord, "our bug, or one record's content") { WholeRequest = Bisect },
        new("610", "Requested resource not found", QuarantineRecord, "our bug"),
        new("611", "System error", Ambiguous, "unhandled exception at the server") { TripsBreaker = true },
        new("612", "Invalid Content Type", QuarantineRecord, "our bug"),
        new("613", "Invalid Multipart Request", QuarantineRecord, "our bug"),
        new("614", "Invalid Subscription", NotExecuted, "instance unreachable; slowly") { TripsBreaker = true },
        new("615", "Concurrent access limit reached", NotExecuted, "permits shrink"),
        new("616", "Invalid subscription type", QuarantineRecord, "feature not bought"),
        new("701", "%s cannot be blank", QuarantineRecord, "our bug or configuration"),
        new("702", "No data found for a given search scenario", Success, "an empty result"),
        new("703", "The feature is not enabled for the subscription", QuarantineRecord, "configuration"),
        new("704", "Invalid date format", QuarantineRecord, "our bug"),
        new("709", "Business Rule Violation", QuarantineRecord, "asset rules"),
        new("710", "Parent Folder Not Found", QuarantineRecord, "configuration"),
        new("711", "Incompatible Folder Type", QuarantineRecord, "configuration"),
        new("712", "Merge to person Account operation is invalid", QuarantineRecord, "park the pair; merge in Salesforce"),
        new("713", "Transient Error", RetryLater, "resource briefly missing") { TripsBreaker = true },
        new("714", "Unable to find the default record type", QuarantineRecord, "park the pair"),
        new("718", "ExternalSalesPersonID not found", RetryLater, "after the sales person exists"),
        new("719", "Lock wait timeout exception", RetryLater, "back-off") { Passes = true },
        new("1001", "Invalid value '%s'. Required of type '%s'", QuarantineField, "wrong type") { WholeRequest = Bisect },
        new("1002", "Missing value for the required parameter '%s'", QuarantineField, "") { WholeRequest = Bisect },
        new("1003", "Invalid data", QuarantineField, "value or mode not allowed; the text varies") { WholeRequest = Bisect },
        new("1004", "Lead not found", Relink, "deleted or merged away"),
        new("1005", "Lead already exists", Adopt, "createOnly: done before, or by somebody else"),
        new("1006", "Field '%s' not found", SchemaDrift, "describe again"),
        new("1007", "Multiple leads match the lookup criteria", ManyMatches, "for ever, until merged"),
        new("1008", "Access denied to partition '%s'", QuarantineRecord, "park; no loop"),
        new("1009", "Partition name must be specified", QuarantineRecord, "map a partition for creates"),
        new("1010", "Partition update not allowed", QuarantineRecord, "the record lives in another partition"),
        new("1011", "Field '%s' not supported", QuarantineRecord, "filterType or lookupField not searchable"),
        new("1012", "Invalid cookie value '%s'", QuarantineRecord, ""),
        new("1013", "Object not found", Relink, "list, campaign, company or member is gone"),
        new("1014", "Failed to create Object", RetryLater, "few times"),
        new("1015", "Lead not in list", Success, "removal of a non-member"),
        new("1016", "Too many imports", RetryLater, "wait for an own job to end"),
        new("1017", "Object already exists", Adopt, "createOnly on a non-lead object"),
        new("1018", "CRM Enabled", Coexist, "native CRM sync owns the object"),
        new("1019", "Import in progress", RetryLater, "that list is being imported to"),
        new("1020", "Too many clones to program", RetryLater, "next day"),
        new("1021", "Company update not allowed", QuarantineField, "move the field to the company lane"),
        new("1022", "Object in use", RetryLater, "children first"),
        new("1025", "Program status not found", StopLane, "configuration of that use case"),
        new("1026", "Custom object not enabled", StopLane, "configuration of that use case"),
        new("1027", "Max Activity Type Limit Reached", StopLane, "configuration"),
        new("1028", "Max field limit reached", StopLane, "configuration"),
        new("1029", "Too many jobs in queue | Export daily quota exceeded | Job already queued", RetryLater, "by text: already queued is done; else wait for an own job, or for the reset of the 500 MB, meanwhile audits page by REST"),
        new("1035", "Unsupported filter type for target subscription", StopLane, "fall back to createdAt windows and lead changes; remember"),
        new("1036", "Duplicate object found in input", Split, "bug counter: split and serialise"),
        new("1037", "Lead was skipped", Success, "already in or past this status; not in program"),
        new("1042", "Invalid runAt date", QuarantineRecord, "our bug"),
        new("1048", "Custom Object Discard Draft Failed", QuarantineRecord, ""),
        new("1049", "Failed to Create Activity", QuarantineRecord, "attributes over 64 KB: truncate by rule first"),
        new("1076", "merge would create a duplicate in CRM", QuarantineRecord, "park the pair"),
        new("1077", "merge failed: SFDC field length", QuarantineRecord, "park the pair"),
        new("1078", "merge failed in CRM", QuarantineRecord, "park the pair"),
        new("1079", "merge failed: personalized URL conflict", QuarantineRecord, "park the pair"),
        new("1080", "more than 25 ids in a merge", Split, "bug counter"),
        new(LocalCodes.Transport, "connection broken", Ambiguous, "the server may have it") { TripsBreaker = true },
        new(LocalCodes.NotSent, "no connection", NotExecuted, "nothing left us") { TripsBreaker = true },
        new(LocalCodes.Timeout, "no answer in the server's own time", Ambiguous, "the server may have done it") { TripsBreaker = true },
        new(LocalCodes.Unreadable, "answer cannot be read", Ambiguous, "cut short or not JSON") { TripsBreaker = true },
        new(LocalCodes.CountMismatch, "results do not match records", Ambiguous, "no outcome can be given to a record"),
        new(LocalCodes.Down, "breaker open, not sent", NotExecuted, "waits for the probe") { TripsBreaker = true },
        new(LocalCodes.TooLarge, "over a documented limit, not sent", Split, "pre-check"),
        new(LocalCodes.NotExpressible, "a value cannot be sent, not sent", QuarantineRecord, "a comma in a filter value"),
    ];

    private static readonly FrozenDictionary<string, ApiError> ByCode = All.ToFrozenDictionary(error => error.Code, StringComparer.Ordinal);

    public static ApiError? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>A failure of the whole request. A read that is in doubt is simply read again.</summary>
    internal static CallFailure Request(string code, string message, int httpStatus, bool write)
    {
        var error = Find(code);
        var action = ByText(code, message) ?? error?.WholeRequest ?? error?.Action ?? (httpStatus >= 500 ? Ambiguous : Unknown);
        return new(Api, code, message, action is Ambiguous && !write ? RetryLater : action, httpStatus)
        {
            Field = FieldIn(code, message),
            Scope = error?.Scope ?? (httpStatus >= 500 ? FailureScope.Endpoint : FailureScope.Content),
        };
    }

    /// <summary>The failure of one record of a request that was taken.</summary>
    internal static CallFailure Record(string code, string message) =>
        new(Api, code, message, ByText(code, message) ?? Find(code)?.Action ?? Unknown, 200) { Field = FieldIn(code, message), Scope = Find(code)?.Scope ?? FailureScope.Content };

    internal static CallFailure Http(int status, bool write) =>
        Request(status.ToString(CultureInfo.InvariantCulture), $"HTTP {status.ToString(CultureInfo.InvariantCulture)}", status, write);

    private static ErrorAction? ByText(string code, string message) => code switch
    {
        "1029" when message.Contains("already queued", StringComparison.OrdinalIgnoreCase) => Success,
        "1003" when message.Contains("Too many results", StringComparison.OrdinalIgnoreCase) => Split,
        _ => null,
    };

    // 1006 and 1011 quote the field. 1001 quotes the value, which is no field name.
    private static string? FieldIn(string code, string message)
    {
        if (code is not ("1006" or "1011"))
        {
            return null;
        }

        var start = message.IndexOf('\'', StringComparison.Ordinal) + 1;
        var end = start == 0 ? -1 : message.IndexOf('\'', start);
        return end > start ? message[start..end] : null;
    }
}
