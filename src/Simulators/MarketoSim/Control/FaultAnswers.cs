using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Faults;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Control;

/// <summary>Refusals that a fault can put in the place of an answer, or of one record's result.</summary>
/// <remarks>Source: Marketo REST API, "Error codes"; texts as on the wire (shared/reference/marketo.md section 3). Which resources a code belongs to is by its meaning there.</remarks>
internal static class FaultAnswers
{
    private const string Asset = "/rest/asset/*";
    private const string Bulk = "/bulk/v1/*";
    private const string Merge = "/rest/v1/leads/*/merge.json";

    private static readonly MarketoError[] AnyCall =
    [
        MarketoErrors.EmptyToken, MarketoErrors.TokenInvalid, MarketoErrors.TokenExpired, MarketoErrors.AccessDenied, new("604", "Request timed out"), MarketoErrors.MethodNotSupported("POST"),
        MarketoErrors.RateLimit(100, 20), MarketoErrors.DailyQuota, new("608", "API Temporarily Unavailable"), MarketoErrors.InvalidJson, MarketoErrors.NotFound, MarketoErrors.System,
        MarketoErrors.InvalidContentType, new("614", "Invalid Subscription"), MarketoErrors.ConcurrencyLimit(10), new("702", "No data found for a given search scenario"),
        new("703", "The feature is not enabled for the subscription"), new("713", "Transient Error"), MarketoErrors.InvalidValue("x", "Integer"), MarketoErrors.MissingParameter("id"),
        MarketoErrors.InvalidData("Invalid data"), MarketoErrors.LeadNotFound, MarketoErrors.FieldNotFound("x"), new("1008", "Access denied to partition 'Default'"),
        new("1009", "Partition name must be specified"), MarketoErrors.ObjectNotFound, MarketoErrors.CrmEnabled,
    ];

    private static readonly (MarketoError Error, string[] Paths)[] SomeCalls =
    [
        (new("613", "Invalid Multipart Request"), [Bulk]), (new("616", "Invalid subscription type"), ["/rest/v1/customobjects/*"]), (MarketoErrors.CannotBeBlank("name"), [Asset]),
        (new("704", "Invalid date format"), [Asset, "/rest/v1/activities/*"]), (new("709", "Business Rule Violation"), [Asset]), (new("710", "Parent Folder Not Found"), [Asset]),
        (new("711", "Incompatible Folder Type"), [Asset]), (new("712", "Merge to person Account operation is invalid"), [Merge]), (new("714", "Unable to find the default record type"), [Merge]),
        (new("718", "ExternalSalesPersonID not found"), ["/rest/v1/opportunities*"]), (new("719", "Lock wait timeout exception"), ["/rest/asset/v1/program/*"]),
        (MarketoErrors.LookupNotSupported("x"), ["/rest/v1/leads*", "/rest/v1/companies*", "/rest/v1/programs/*"]), (new("1012", "Invalid cookie value 'x'"), ["/rest/v1/leads*"]),
        (new("1016", "Too many imports"), [Bulk]), (new("1019", "Import in progress"), [Bulk]), (new("1020", "Too many clones to program"), ["/rest/v1/campaigns/*/schedule.json"]),
        (MarketoErrors.StatusNotFound, ["/rest/v1/programs/*"]), (MarketoErrors.CustomObjectsNotEnabled, ["/rest/v1/customobjects*"]),
        (new("1027", "Max Activity Type Limit Reached"), ["/rest/v1/activities/external/*"]), (new("1028", "Max field limit reached"), ["/rest/v1/activities/external/*"]),
        (new("1029", "Too many jobs in queue"), [Bulk]), (new("1035", "Unsupported filter type for target subscription"), [Bulk]), (MarketoErrors.InvalidRunAt, ["/rest/v1/campaigns/*/schedule.json"]),
        (new("1048", "Custom Object Discard Draft Failed"), ["/rest/v1/customobjects/*"]), (new("1076", "Merge would create a duplicate record in the CRM"), [Merge]),
        (new("1077", "Merge Leads call failed due to SFDC Field length"), [Merge]),
        (new("1078", "Merge Leads call failed due to deleted entity, not a lead/contact, or field filter criteria doesn't match."), [Merge]),
        (new("1079", "Merge Leads call failed due to Personalized URL conflict in duplicate records"), [Merge]), (new("1080", "The number of leadIds is over 25"), [Merge]),
    ];

    private static readonly MarketoError[] Records =
    [
        MarketoErrors.InvalidData("Invalid data"), MarketoErrors.InvalidValue("x", "Integer"), MarketoErrors.MissingParameter("email"), MarketoErrors.LeadNotFound, MarketoErrors.LeadExists,
        MarketoErrors.FieldNotFound("x"), MarketoErrors.SeveralLeads, new("1008", "Access denied to partition 'Default'"), new("1009", "Partition name must be specified"),
        new("1010", "Partition update not allowed"), MarketoErrors.RecordNotFound, new("1014", "Failed to create Object"), MarketoErrors.LeadNotInList, MarketoErrors.ObjectExists,
        MarketoErrors.CrmEnabled, MarketoErrors.CompanyUpdateNotAllowed, MarketoErrors.ObjectInUse, MarketoErrors.StatusNotFound, MarketoErrors.DuplicateInInput,
        MarketoErrors.StatusNotForward, new("1049", "Failed to Create Activity"),
    ];

    private static readonly MarketoError[] Statuses = [new("500", "Internal Server error"), new("502", "Bad Gateway")];

    public static FaultAnswerTable Table { get; } = new(
        [.. AnyCall.Select(error => error.Code)],
        [.. SomeCalls.Select(scoped => new ScopedCode(scoped.Error.Code, scoped.Paths))],
        [.. Records.Select(error => error.Code)],
        [.. Statuses.Select(error => int.Parse(error.Code, CultureInfo.InvariantCulture))]);

    public static MarketoError OfRecord(string code) => Array.Find(Records, error => error.Code == code);

    public static void Write(MarketoInstance instance, SimCall call, string code) => Write(call, code switch
    {
        "605" => MarketoErrors.MethodNotSupported(call.Http.Request.Method),
        "606" => MarketoErrors.RateLimit(instance.Options.CallsPerWindow, instance.Options.WindowSeconds),
        "615" => MarketoErrors.ConcurrencyLimit(instance.Options.ConcurrentCalls),
        _ => Array.Exists(AnyCall, error => error.Code == code) ? Array.Find(AnyCall, error => error.Code == code) : Array.Find(SomeCalls, scoped => scoped.Error.Code == code).Error,
    });

    /// <summary>A status of the vendor's own servers, with the body that sw:http.5xxBody says.</summary>
    public static void WriteStatus(MarketoInstance instance, SimCall call, int status)
    {
        if (instance.Options.Switches.ServerErrorBody != ServerErrorBody.Envelope)
        {
            call.AddCode(status.ToString(CultureInfo.InvariantCulture));
            ProxyPage.Write(call, status);
            if (instance.Options.Switches.ServerErrorBody == ServerErrorBody.None)
            {
                call.ContentType = null;
            }

            return;
        }

        call.Status = status;
        Write(call, Array.Find(Statuses, error => error.Code == status.ToString(CultureInfo.InvariantCulture)));
    }

    private static void Write(SimCall call, in MarketoError error)
    {
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
        call.Status = call.Status >= 500 ? call.Status : 500;
        call.AddCode(call.Status.ToString(CultureInfo.InvariantCulture));
        call.Json.WriteStartObject();
        call.Json.WriteString("error"u8, "server_error"u8);
        call.Json.WriteString("error_description"u8, error.Message);
        call.Json.WriteEndObject();
        call.Json.Flush();
    }
}
