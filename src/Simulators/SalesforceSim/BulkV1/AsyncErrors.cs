using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>Refusals of Bulk API 1.0: an exception's code and message, in XML or JSON (Bulk API Developer Guide, "Errors").</summary>
internal static class AsyncErrors
{
    public const string Path = "/services/async/";

    /// <summary>Where the session stands instead of in <c>Authorization</c>.</summary>
    public const string SessionHeader = "X-SFDC-Session";

    private static readonly (string Code, string Exception, int Status)[] Mapped =
    [
        ("INVALID_SESSION_ID", "InvalidSessionId", 400), ("INVALID_AUTH_HEADER", "InvalidSessionId", 400), ("REQUEST_LIMIT_EXCEEDED", "ExceededQuota", 400), ("NOT_FOUND", "InvalidUrl", 400),
        ("METHOD_NOT_ALLOWED", "MethodNotAllowed", 405), ("API_DISABLED_FOR_ORG", "FeatureNotEnabled", 400), ("API_CURRENTLY_DISABLED", "FeatureNotEnabled", 400), ("UNKNOWN_EXCEPTION", "InternalServerError", 500),
        ("SERVER_UNAVAILABLE", "ServerUnavailable", 503), ("NOT_SIMULATED", "NotImplemented", 501), ("GONE", "InvalidVersion", 400), ("EXCEEDED_MAX_SIZE_REQUEST", "ExceededQuota", 400),
    ];

    /// <summary>The call is one of Bulk API 1.0.</summary>
    public static bool Covers(SimCall call) => call.Http.Request.Path.Value?.StartsWith(Path, StringComparison.Ordinal) == true;

    /// <summary>Refuses with one of this API's own codes.</summary>
    public static void RefuseAsync(this SimCall call, string exception, string message) => call.Refuse(400, exception, message);

    /// <summary>Writes a refusal, whose code may be one of REST's; the call's answer is empty so far.</summary>
    public static void Write(SimCall call, int status, string code, string message)
    {
        if (Array.Find(Mapped, known => known.Code == code) is { Code: not null } mapped)
        {
            (code, status) = (mapped.Exception, mapped.Status);
            message = code == "InvalidSessionId" ? "Invalid session id" : message;
        }

        call.Status = status;
        if (AsyncForm.WantsJson(call))
        {
            call.ContentType = AsyncForm.JsonType;
            call.Json.WriteStartObject();
            call.Json.WriteString("exceptionCode"u8, code);
            call.Json.WriteString("exceptionMessage"u8, message);
            call.Json.WriteEndObject();
            call.Json.Flush();
            return;
        }

        call.ContentType = AsyncForm.XmlType;
        AsyncForm.WriteXml(call, "error", xml =>
        {
            xml.WriteElementString("exceptionCode", AsyncForm.Namespace, code);
            xml.WriteElementString("exceptionMessage", AsyncForm.Namespace, message);
        });
    }
}
