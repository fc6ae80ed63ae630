using System.Collections.Frozen;
using System.Globalization;
using static SfMarketo.Sync.ErrorAction;

namespace SfMarketo.Sync.Salesforce;

/// <summary>The errors of the Salesforce REST API that an integration meets, and what the engine does about each.</summary>
/// <remarks>Source: REST API Developer Guide, "Status Codes and Error Responses"; SOAP API Developer Guide, "Core Data Types", StatusCode. A 5xx on a write leaves it in doubt.</remarks>
public static class SalesforceErrors
{
    public const string Api = "salesforce";

    public static IReadOnlyList<ApiError> All { get; } =
    [
        new("INVALID_SESSION_ID", "Session expired or invalid", NotExecuted, "new session, once per call"),
        new("INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE", StopInstance, "our bug"),
        new("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded. | ConcurrentRequests Limit exceeded.", QuotaExhausted, "by text: the rolling day's requests, or too many long ones at once"),
        new("API_CURRENTLY_DISABLED", "API is disabled for this User", StopInstance, "permission of the integration user"),
        new("API_DISABLED_FOR_ORG", "The REST API is not enabled for this Organization.", StopInstance, "edition"),
        new("SERVER_UNAVAILABLE", "", Ambiguous, "503") { TripsBreaker = true },
        new("UNKNOWN_EXCEPTION", "An unexpected error occurred.", Ambiguous, "500") { TripsBreaker = true },
        new("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record", LockRow, "only the failed rows, sorted by parent, smaller batches"),
        new("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead", Converted, "go on with ConvertedContactId"),
        new("DUPLICATES_DETECTED", "Use one of these records?", DuplicateDetected, "link on one exact e-mail match, else allowSave, else park"),
        new("DUPLICATE_VALUE", "duplicate value found", Adopt, "a unique field names the record that holds it"),
        new("DUPLICATE_EXTERNAL_ID", "more than one record found for external id field", ManyMatches, ""),
        new("300", "Multiple Choices", ManyMatches, "upsert or read by an external id that several rows have"),
        new("ENTITY_IS_DELETED", "entity is deleted", Relink, "follow MasterRecordId, else tombstone"),
        new("NOT_FOUND", "The requested resource does not exist", Relink, "a row that is absent, or a type: look at the path"),
        new("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", Relink, "the row or one it refers to is gone"),
        new("REQUIRED_FIELD_MISSING", "Required fields are missing", QuarantineRecord, "nothing to leave out; retried when the record or schema changes"),
        new("FIELD_CUSTOM_VALIDATION_EXCEPTION", "(the rule's own text)", QuarantineRecord, "validation rule; retried when the record changes"),
        new("FIELD_INTEGRITY_EXCEPTION", "", QuarantineField, "an id of the wrong type, a bad combination"),
        new("STRING_TOO_LONG", "data value too large", QuarantineField, ""),
        new("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "bad value for restricted picklist field", QuarantineField, "also schema drift: the picklist may have changed"),
        new("INVALID_EMAIL_ADDRESS", "invalid email address", QuarantineField, "never dropped silently: an e-mail is a key"),
        new("NUMBER_OUTSIDE_VALID_RANGE", "value outside of valid range", QuarantineField, ""),
        new("INVALID_TYPE_ON_FIELD_IN_RECORD", "value not of required type", QuarantineField, ""),
        new("MALFORMED_ID", "id value of incorrect type", QuarantineField, ""),
        new("JSON_PARSER_ERROR", "(the JSON library's text)", QuarantineRecord, "one record's content, or our bug") { WholeRequest = Bisect },
        new("INVALID_FIELD", "No such column", SchemaDrift, "or field-level security: describe again"),
        new("INVALID_FIELD_FOR_INSERT_UPDATE", "Unable to create/update fields", SchemaDrift, "read-only now, or field-level security"),
        new("INVALID_TYPE", "sObject type is not supported", SchemaDrift, ""),
        new("INSUFFICIENT_ACCESS", "", SchemaDrift, "permission"),
        new("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id", SchemaDrift, "permission"),
        new("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", "insufficient access rights on cross-reference id", SchemaDrift, "permission, or the reference is gone"),
        new("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "execution of BeforeInsert", QuarantineRecord, "the org's trigger failed"),
        new("INACTIVE_OWNER_OR_USER", "operation performed with inactive user", QuarantineRecord, "owner"),
        new("DELETE_FAILED", "Your attempt to delete could not be completed", QuarantineRecord, "dependants"),
        new("STORAGE_LIMIT_EXCEEDED", "storage limit exceeded", StopLane, "stop creating tasks and leads; updates go on; alert"),
        new("EXCEEDED_ID_LIMIT", "record limit reached", Split, "bug counter"),
        new("EXCEEDED_MAX_SIZE_REQUEST", "", Split, "bug counter"),
        new("413", "Request Entity Too Large", Split, "bug counter"),
        new("414", "URI Too Long", Split, "long IN lists"),
        new("431", "Request Header Fields Too Large", Split, "long IN lists"),
        new("412", "Precondition Failed", RetryLater, "somebody else changed the row: read again"),
        new("MALFORMED_QUERY", "", QuarantineRecord, "our bug") { WholeRequest = StopLane },
        new("INVALID_QUERY_FILTER_OPERATOR", "", QuarantineRecord, "our bug") { WholeRequest = StopLane },
        new("INVALID_QUERY_LOCATOR", "invalid query locator", RetryLater, "older than two days: start the query again"),
        new("QUERY_TIMEOUT", "", Split, "smaller range"),
        new("ALL_OR_NONE_OPERATION_ROLLED_BACK", "Record rolled back", NotExecuted, "another record was at fault"),
        new("PROCESSING_HALTED", "The transaction was rolled back", NotExecuted, "another part was at fault"),
        new("METHOD_NOT_ALLOWED", "", QuarantineRecord, "our bug"),
        new("UNSUPPORTED_MEDIA_TYPE", "", QuarantineRecord, "our bug"),
        new("invalid_grant", "user hasn't approved this consumer | audience is invalid | invalid assertion | expired", StopInstance, "sign-in is refused"),
        new("invalid_client_id", "client identifier invalid", StopInstance, "consumer key"),
        new("invalid_client", "invalid client credentials", StopInstance, ""),
        new("invalid_app_access", "user is not admin approved to access this app", StopInstance, ""),
        new("inactive_user", "user is inactive", StopInstance, ""),
        new("inactive_org", "organization is inactive", StopInstance, ""),
        new("invalid_request", "", StopInstance, "our bug"),
        new("unsupported_grant_type", "grant type not supported", StopInstance, "configuration"),
        new("rate_limit_exceeded", "login rate exceeded", RetryLater, "3,600 logins per user and hour") { TripsBreaker = true },
        new("500", "Internal Server Error", Ambiguous, "") { TripsBreaker = true },
        new("502", "Bad Gateway", Ambiguous, "gateway, HTML") { TripsBreaker = true },
        new("503", "Service Unavailable", Ambiguous, "gateway, HTML") { TripsBreaker = true },
        new("504", "Gateway Timeout", Ambiguous, "gateway, HTML") { TripsBreaker = true },
        new(LocalCodes.Transport, "connection broken", Ambiguous, "the server may have it") { TripsBreaker = true },
        new(LocalCodes.NotSent, "no connection", NotExecuted, "nothing left us") { TripsBreaker = true },
        new(LocalCodes.Timeout, "no answer in time", Ambiguous, "the server may have done it") { TripsBreaker = true },
        new(LocalCodes.Unreadable, "answer cannot be read", Ambiguous, "cut short or not JSON") { TripsBreaker = true },
        new(LocalCodes.CountMismatch, "results do not match records", Ambiguous, "no outcome can be given to a record"),
        new(LocalCodes.Down, "breaker open, not sent", NotExecuted, "waits for the probe") { TripsBreaker = true },
        new(LocalCodes.SelfCap, "our share of the day's requests is used", QuotaExhausted, "not sent; one probe each 15 minutes"),
    ];

    private static readonly FrozenDictionary<string, ApiError> ByCode = All.ToFrozenDictionary(error => error.Code, StringComparer.Ordinal);

    public static ApiError? Find(string code) => ByCode.GetValueOrDefault(code);

    internal static CallFailure Request(string code, string message, int httpStatus, bool write)
    {
        var error = Find(code);
        var action = ByText(code, message) ?? error?.WholeRequest ?? error?.Action ?? (httpStatus >= 500 ? Ambiguous : Unknown);
        return new(Api, code, message, action is Ambiguous && !write ? RetryLater : action, httpStatus)
        {
            Scope = error?.Scope ?? (httpStatus >= 500 ? FailureScope.Endpoint : FailureScope.Content),
        };
    }

    internal static CallFailure Record(string code, string message, int httpStatus) =>
        new(Api, code, message, ByText(code, message) ?? Find(code)?.Action ?? Unknown, httpStatus) { Scope = Find(code)?.Scope ?? FailureScope.Content };

    internal static CallFailure Http(int status, bool write) =>
        Request(status.ToString(CultureInfo.InvariantCulture), $"HTTP {status.ToString(CultureInfo.InvariantCulture)}", status, write);

    /// <summary>True for the refusal of a long request beside too many others; the day's quota has another text.</summary>
    internal static bool IsConcurrency(in CallFailure failure) =>
        failure.Code == "REQUEST_LIMIT_EXCEEDED" && failure.Message.StartsWith("Concurrent", StringComparison.OrdinalIgnoreCase);

    private static ErrorAction? ByText(string code, string message) =>
        code == "REQUEST_LIMIT_EXCEEDED" && message.StartsWith("Concurrent", StringComparison.OrdinalIgnoreCase) ? NotExecuted : null;
}
