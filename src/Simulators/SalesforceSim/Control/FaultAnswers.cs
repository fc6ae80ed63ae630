using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Control;

/// <summary>Refusals that a fault can put in the place of any call's answer.</summary>
/// <remarks>Source: Salesforce REST API, "Status codes and error responses"; texts of shared/reference/salesforce-rest.md section 3 and salesforce-data.md section 2.</remarks>
internal static class FaultAnswers
{
    private static readonly (string Code, int Status, string Message, bool IsRow)[] Errors =
    [
        ("INVALID_SESSION_ID", StatusCodes.Status401Unauthorized, "Session expired or invalid", false),
        ("REQUEST_LIMIT_EXCEEDED", StatusCodes.Status403Forbidden, "TotalRequests Limit exceeded.", false),
        ("API_CURRENTLY_DISABLED", StatusCodes.Status403Forbidden, "API is disabled for this User", false),
        ("API_DISABLED_FOR_ORG", StatusCodes.Status403Forbidden, "The REST API is not enabled for this Organization.", false),
        ("NOT_FOUND", StatusCodes.Status404NotFound, "The requested resource does not exist", false),
        ("QUERY_TIMEOUT", StatusCodes.Status400BadRequest, "Your query request was running for too long.", false),
        ("INVALID_QUERY_LOCATOR", StatusCodes.Status400BadRequest, "invalid query locator", false),
        ("UNABLE_TO_LOCK_ROW", StatusCodes.Status400BadRequest, "unable to obtain exclusive access to this record or 1 records: 0015g00000AbCdEAAV", true),
        ("INSUFFICIENT_ACCESS_OR_READONLY", StatusCodes.Status400BadRequest, "insufficient access rights on object id", true),
        ("FIELD_CUSTOM_VALIDATION_EXCEPTION", StatusCodes.Status400BadRequest, "A validation rule refused this record.", true),
        ("STORAGE_LIMIT_EXCEEDED", StatusCodes.Status400BadRequest, "storage limit exceeded", true),
        ("UNKNOWN_EXCEPTION", StatusCodes.Status500InternalServerError, "An unexpected error occurred. Please include this ErrorId if you contact support: 1234567890-12345 (-123456789)", false),
        ("SERVER_UNAVAILABLE", StatusCodes.Status503ServiceUnavailable, "The server is temporarily unavailable.", false),
    ];

    public static IReadOnlyList<string> Codes { get; } = [.. Errors.Select(error => error.Code)];

    public static void Write(SimCall call, string code)
    {
        var error = Array.Find(Errors, error => error.Code == code);
        call.Refuse(error.Status, error.Code, error.Message, error.IsRow ? [] : null);
    }
}
