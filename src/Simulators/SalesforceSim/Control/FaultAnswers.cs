using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Faults;
using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Control;

/// <summary>Refusals that a fault can put in the place of an answer, or of one record's result.</summary>
/// <remarks>Source: Salesforce REST API, "Status codes and error responses"; texts of shared/reference/salesforce-rest.md sections 2.5 and 3 and salesforce-data.md section 2.</remarks>
internal static class FaultAnswers
{
    private static readonly string[] Queries = ["/services/data/*/query*", "/services/Soap/*"];
    private static readonly string[] Rows = ["/services/data/*/sobjects/*", "/services/data/*/composite*", "/services/data/*/jobs/ingest*", "/services/async/*/job/*/batch", "/services/Soap/*"];
    private static readonly string[] Replication = ["/services/data/*/sobjects/*/updated", "/services/data/*/sobjects/*/deleted"];

    private static readonly (string Code, int Status, string Message, string[]? Paths)[] Calls =
    [
        ("INVALID_SESSION_ID", StatusCodes.Status401Unauthorized, "Session expired or invalid", null),
        ("REQUEST_LIMIT_EXCEEDED", StatusCodes.Status403Forbidden, "TotalRequests Limit exceeded.", null),
        ("API_CURRENTLY_DISABLED", StatusCodes.Status403Forbidden, "API is disabled for this User", null),
        ("API_DISABLED_FOR_ORG", StatusCodes.Status403Forbidden, "The REST API is not enabled for this Organization.", null),
        ("NOT_FOUND", StatusCodes.Status404NotFound, "The requested resource does not exist", null),
        ("METHOD_NOT_ALLOWED", StatusCodes.Status405MethodNotAllowed, "HTTP Method not allowed.", null),
        ("NOT_ACCEPTABLE", StatusCodes.Status406NotAcceptable, "Accept header specified in HTTP request is not supported", null),
        ("UNSUPPORTED_MEDIA_TYPE", StatusCodes.Status415UnsupportedMediaType, "MediaType is not supported by this resource", null),
        ("UNKNOWN_EXCEPTION", StatusCodes.Status500InternalServerError, "An unexpected error occurred. Please include this ErrorId if you contact support: 1234567890-12345 (-123456789)", null),
        ("SERVER_UNAVAILABLE", StatusCodes.Status503ServiceUnavailable, "The server is temporarily unavailable.", null),
        ("MALFORMED_QUERY", StatusCodes.Status400BadRequest, "unexpected token", Queries),
        ("QUERY_TIMEOUT", StatusCodes.Status400BadRequest, "Your query request was running for too long.", Queries),
        ("INVALID_QUERY_LOCATOR", StatusCodes.Status400BadRequest, "invalid query locator", Queries),
        ("INVALID_TYPE", StatusCodes.Status400BadRequest, "sObject type is not supported.", [.. Queries, .. Rows]),
        ("JSON_PARSER_ERROR", StatusCodes.Status400BadRequest, "The HTTP entity body is required, but this request has no entity body.", Rows),
        ("EXCEEDED_ID_LIMIT", StatusCodes.Status400BadRequest, "record limit reached. cannot submit more than 200 records into this call", ["/services/data/*/composite/sobjects*", .. Replication]),
        ("EXCEEDED_MAX_SIZE_REQUEST", StatusCodes.Status413PayloadTooLarge, "Maximum size of request reached.", Rows),
        ("INVALID_REPLICATION_DATE", StatusCodes.Status400BadRequest, "startDate before org or replication enabled date", Replication),
    ];

    private static readonly RowError[] Records =
    [
        RowErrors.Locked("0015g00000AbCdEAAV"),
        new(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "A validation rule refused this record.", []),
        new(400, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id", []),
        RowErrors.MissingReference("0015g00000AbCdE"),
        new(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", []),
        RowErrors.Required(["LastName"]),
        new(400, "STRING_TOO_LONG", "Last Name: data value too large: xxxxx (max length=80)", ["LastName"]),
        new(400, "NUMBER_OUTSIDE_VALID_RANGE", "Annual Revenue: value outside of valid range on numeric field: 1.0E20", ["AnnualRevenue"]),
        new(400, "INVALID_EMAIL_ADDRESS", "Email: invalid email address: Not a real email address", ["Email"]),
        new(400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "Lead Status: bad value for restricted picklist field: Foo", ["Status"]),
        new(400, "DUPLICATE_VALUE", "duplicate value found: Ext__c duplicates value on record with id: 0015g00000AbCdE", []),
        new(400, "DUPLICATES_DETECTED", "Use one of these records?", []),
        new(400, "FIELD_INTEGRITY_EXCEPTION", "Account ID: id value of incorrect type: 0035g00000AbCdE", ["AccountId"]),
        RowErrors.Deleted,
        RowErrors.ConvertedLead,
        new(400, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "LeadTrigger: execution of BeforeInsert\n\ncaused by: System.DmlException", []),
        new(400, "INACTIVE_OWNER_OR_USER", "operation performed with inactive user [0055g00000AbCdE] as owner of lead", []),
        new(400, "DELETE_FAILED", "Your attempt to delete this record could not be completed because it is associated with other records.", []),
        new(400, "STORAGE_LIMIT_EXCEEDED", "storage limit exceeded", []),
    ];

    private static readonly (int Status, string Code)[] Statuses =
    [
        (401, "INVALID_SESSION_ID"), (403, "REQUEST_LIMIT_EXCEEDED"), (404, "NOT_FOUND"), (405, "METHOD_NOT_ALLOWED"), (406, "NOT_ACCEPTABLE"), (413, "EXCEEDED_MAX_SIZE_REQUEST"),
        (415, "UNSUPPORTED_MEDIA_TYPE"), (500, "UNKNOWN_EXCEPTION"), (503, "SERVER_UNAVAILABLE"),
    ];

    public static FaultAnswerTable Table { get; } = new(
        [.. Calls.Where(error => error.Paths is null).Select(error => error.Code)],
        [.. Calls.Where(error => error.Paths is not null).Select(error => new ScopedCode(error.Code, error.Paths!)), .. Records.Select(error => new ScopedCode(error.Code, Rows))],
        [.. Records.Select(error => error.Code)],
        [.. Statuses.Select(status => status.Status)]);

    public static void Write(SimCall call, string code)
    {
        if (Array.Find(Calls, error => error.Code == code) is { Code: not null } whole)
        {
            call.Refuse(whole.Status, whole.Code, whole.Message);
            return;
        }

        var row = Array.Find(Records, error => error.Code == code)!;
        call.Refuse(row.Status, row.Code, row.Message, row.Fields);
    }

    /// <summary>A status in the vendor's form: the error that it commonly comes with.</summary>
    public static void WriteStatus(SimCall call, int status) => Write(call, Array.Find(Statuses, known => known.Status == status).Code);

    /// <summary>The error with which a fault refuses the next record of this write; null for a record that is written. Asked once for each, in their order.</summary>
    public static RowError? NextRecordError(this SimCall call) => OfRecord(call.NextRecordFault());

    /// <summary>The same for the records of a job that the call set going.</summary>
    public static RowError? NextRecordError(this CallEffects effects) => OfRecord(effects.NextRecordFault());

    private static RowError? OfRecord(string? code) => code is null ? null : Array.Find(Records, error => error.Code == code);
}
