namespace SfMarketo.MarketoSim.Calls;

/// <summary>The error table, with the wire's texts.</summary>
/// <remarks>Source: Marketo REST API, "Error codes"; wire forms that differ from the page are those seen in client code (shared/reference/marketo.md section 3).</remarks>
internal static class MarketoErrors
{
    public static readonly MarketoError EmptyToken = new("600", "Empty access token");
    public static readonly MarketoError TokenInvalid = new("601", "Access token invalid");
    public static readonly MarketoError TokenExpired = new("602", "Access token expired");
    public static readonly MarketoError AccessDenied = new("603", "Access denied");
    public static readonly MarketoError DailyQuota = new("607", "Daily quota reached");
    public static readonly MarketoError InvalidJson = new("609", "Invalid JSON");
    public static readonly MarketoError NotFound = new("610", "Requested resource not found");
    public static readonly MarketoError System = new("611", "System error");
    public static readonly MarketoError InvalidContentType = new("612", "Invalid Content Type");
    public static readonly MarketoError InvalidMultipart = new("613", "Invalid Multipart Request");
    public static readonly MarketoError NoData = new("702", "No data found for a given search scenario");
    public static readonly MarketoError ParentNotFound = new("710", "Parent Folder Not Found");
    public static readonly MarketoError IncompatibleFolder = new("711", "Incompatible Folder Type");
    public static readonly MarketoError TooManyClones = new("1020", "Too many clones to program");
    public static readonly MarketoError LeadNotFound = new("1004", "Lead not found");
    public static readonly MarketoError LeadExists = new("1005", "Lead already exists");
    public static readonly MarketoError SeveralLeads = new("1007", "Multiple leads match the lookup criteria");
    public static readonly MarketoError TooManyResults = new("1003", "Too many results match the filter");
    public static readonly MarketoError CampaignNotFound = new("1013", "Campaign not found");
    public static readonly MarketoError ObjectNotFound = new("1013", "Object not found");
    public static readonly MarketoError RecordNotFound = new("1013", "Record not found");
    public static readonly MarketoError SalesPersonNotFound = new("718", "ExternalSalesPersonID not found");
    public static readonly MarketoError NotSubscribed = new("616", "Invalid subscription type");
    public static readonly MarketoError CustomObjectsNotEnabled = new("1026", "Custom object not enabled");
    public static readonly MarketoError TooManyFields = new("1028", "Max field limit reached");
    public static readonly MarketoError DiscardFailed = new("1048", "Custom Object Discard Draft Failed");
    public static readonly MarketoError PartitionMissing = new("1009", "Partition name must be specified");
    public static readonly MarketoError PartitionUpdateNotAllowed = new("1010", "Partition update not allowed");
    public static readonly MarketoError FormInvalid = new("1003", "Form validation failed");
    public static readonly MarketoError LeadNotInList = new("1015", "Lead not in list");
    public static readonly MarketoError ObjectExists = new("1017", "Object already exists");
    public static readonly MarketoError TooManyImports = new("1016", "Too many imports");
    public static readonly MarketoError ImportInProgress = new("1019", "Import in progress");
    public static readonly MarketoError ExportQueueFull = new("1029", "Too many jobs in queue");
    public static readonly MarketoError ExportQuota = new("1029", "Export daily quota exceeded");
    public static readonly MarketoError JobQueued = new("1029", "Job already queued");
    public static readonly MarketoError UnsupportedFilter = new("1035", "Unsupported filter type for target subscription");
    public static readonly MarketoError CrmEnabled = new("1018", "CRM Enabled");
    public static readonly MarketoError CompanyUpdateNotAllowed = new("1021", "Company update not allowed");
    public static readonly MarketoError ObjectInUse = new("1022", "Object in use");
    public static readonly MarketoError TooManyActivityTypes = new("1027", "Max Activity Type Limit Reached");
    public static readonly MarketoError ActivityTooLong = new("1049", "Failed to Create Activity");
    public static readonly MarketoError DuplicateInInput = new("1036", "Duplicate object found in input");
    public static readonly MarketoError InvalidRunAt = new("1042", "Invalid runAt date");
    public static readonly MarketoError MembershipNotFound = new("1013", "Membership not found");
    public static readonly MarketoError StatusNotFound = new("1025", "Program status not found");
    public static readonly MarketoError StatusNotForward = new("1037", "Lead skipped because it is already in or past this status");
    public static readonly MarketoError NotInProgram = new("1037", "Lead not in program");

    /// <summary>Codes that Adobe's table marks as counted neither to the rate nor to the quota.</summary>
    public static bool IsStarred(string code) => code is "601" or "602" or "604" or "605" or "608" or "611";

    public static MarketoError MethodNotSupported(string method) => new("605", $"Request method '{method}' not supported");

    public static MarketoError RateLimit(int calls, int seconds) => new("606", $"Max rate limit '{calls}' exceeded with in '{seconds}' secs");

    public static MarketoError ConcurrencyLimit(int calls) => new("615", $"Concurrent access limit '{calls}' reached");

    public static MarketoError CannotBeBlank(string name) => new("701", $"{name} cannot be blank");

    public static MarketoError InvalidDate(string text) => new("704", $"Invalid date format '{text}'");

    /// <summary>The asset rules: in use, name taken, not of this kind. The vendor names the rule, in words that are not documented.</summary>
    public static MarketoError BusinessRule(string rule) => new("709", "Business Rule Violation: " + rule);

    public static MarketoError InvalidValue(string value, string type) => new("1001", $"Invalid value '{value}'. Required of type '{type}'");

    public static MarketoError MissingParameter(string name) => new("1002", $"Missing value for the required parameter '{name}'");

    public static MarketoError InvalidData(string text) => new("1003", text);

    public static MarketoError NamedLeadNotFound(string id) => new("1004", $"Lead '{id}' not found");

    /// <summary>The form of the campaign trigger, where one bad lead fails the call.</summary>
    public static MarketoError BracketedLeadNotFound(string ids) => new("1004", $"Lead [{ids}] not found");

    public static MarketoError FieldNotFound(string name) => new("1006", $"Field '{name}' not found");

    public static MarketoError LookupNotSupported(string name) => new("1011", $"Lookup field '{name}' not supported");

    public static MarketoError PartitionDenied(string name) => new("1008", $"Access denied to partition '{name}'");

    public static MarketoError InvalidCookie(string value) => new("1012", $"Invalid cookie value '{value}'");

    public static MarketoError NotSimulated(string method, string path) =>
        new("501", $"Not simulated: {method} {path} is part of Marketo's API, but this simulator does not have it yet. It is in no way an answer of Marketo.");
}
