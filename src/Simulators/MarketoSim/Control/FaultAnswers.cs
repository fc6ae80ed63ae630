using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Control;

/// <summary>Refusals that a fault can put in the place of any call's answer.</summary>
/// <remarks>Source: Marketo REST API, "Error codes", those at response level; texts as on the wire (shared/reference/marketo.md section 3).</remarks>
internal static class FaultAnswers
{
    private static readonly MarketoError[] Errors =
    [
        MarketoErrors.TokenInvalid, MarketoErrors.TokenExpired, MarketoErrors.AccessDenied, new("604", "Request timed out"), MarketoErrors.RateLimit(100, 20), MarketoErrors.DailyQuota,
        new("608", "API Temporarily Unavailable"), MarketoErrors.InvalidJson, MarketoErrors.NotFound, MarketoErrors.System, MarketoErrors.InvalidContentType,
        new("613", "Invalid Multipart Request"), new("614", "Invalid Subscription"), MarketoErrors.ConcurrencyLimit(10), new("702", "No data found for a given search scenario"),
        new("703", "The feature is not enabled for the subscription"), new("709", "Business Rule Violation"), new("713", "Transient Error"), new("719", "Lock wait timeout exception"),
        MarketoErrors.InvalidData("Invalid data"), MarketoErrors.LeadNotFound, MarketoErrors.ObjectNotFound, new("1016", "Too many imports"), new("1018", "CRM Enabled"),
        new("1019", "Import in progress"), new("1029", "Too many jobs in queue"), new("1035", "Unsupported filter type"),
    ];

    public static IReadOnlyList<string> Codes { get; } = [.. Errors.Select(error => error.Code)];

    public static void Write(MarketoInstance instance, SimCall call, string code)
    {
        var error = code switch
        {
            "606" => MarketoErrors.RateLimit(instance.Options.CallsPerWindow, instance.Options.WindowSeconds),
            "615" => MarketoErrors.ConcurrencyLimit(instance.Options.ConcurrentCalls),
            _ => Array.Find(Errors, error => error.Code == code),
        };
        var admitted = (MarketoCall)call.Session!;
        if (admitted.Operation.IsIdentity)
        {
            WriteIdentity(call, error);
        }
        else
        {
            admitted.Fail(error);
        }
    }

    /// <summary>The identity service has no envelope and no such codes: HTTP 500 with an OAuth error.</summary>
    private static void WriteIdentity(SimCall call, in MarketoError error)
    {
        call.ResetOutput();
        call.Status = 500;
        call.AddCode(call.Status.ToString(CultureInfo.InvariantCulture));
        call.Json.WriteStartObject();
        call.Json.WriteString("error"u8, "server_error"u8);
        call.Json.WriteString("error_description"u8, error.Message);
        call.Json.WriteEndObject();
        call.Json.Flush();
    }
}
