using System.Collections.Frozen;
using System.Globalization;
using SfMarketo.Harness.Hosting;

namespace SfMarketo.Cli.Sim;

/// <summary>A vendor's code in plain words, for somebody who watches the calls go by.</summary>
/// <remarks>Source: Marketo REST API, "Error codes"; Salesforce REST API, "Status codes and error responses".</remarks>
internal sealed class CodeWords(SimulatorPair pair)
{
    private static readonly FrozenDictionary<string, string> Marketo = new Dictionary<string, string>
    {
        ["401"] = "client id or secret refused",
        ["404"] = "no such bulk file: the job is unknown, not done, or too old",
        ["413"] = "body over 1 MB, or import over 10 MB",
        ["414"] = "address over 8 KB",
        ["416"] = "the file ends before this range",
        ["501"] = "not simulated: the vendor has it, this simulator does not",
        ["502"] = "bad gateway",
        ["600"] = "no token sent",
        ["601"] = "access token invalid: sign in again",
        ["602"] = "access token expired: sign in again",
        ["603"] = "access denied: no token, or its user may not do this",
        ["604"] = "request timed out",
        ["605"] = "method not supported here",
        ["608"] = "API temporarily unavailable",
        ["609"] = "body is no valid JSON",
        ["610"] = "no such path",
        ["611"] = "system error",
        ["612"] = "content type is not JSON",
        ["613"] = "body is no valid multipart form",
        ["713"] = "transient error",
        ["1001"] = "value of a wrong type",
        ["1002"] = "a required value is missing",
        ["1003"] = "invalid data",
        ["1004"] = "lead not found",
        ["1005"] = "lead exists already",
        ["1006"] = "no such field",
        ["1007"] = "several leads match the key",
        ["1008"] = "no access to this partition",
        ["1011"] = "this field cannot be looked up by",
        ["1013"] = "no such object",
        ["1016"] = "import queue full: ten wait or run",
        ["1018"] = "the native CRM sync owns this object",
        ["1019"] = "this list is being imported to",
        ["1025"] = "no such program status",
        ["1029"] = "export queue full or quota spent",
        ["1035"] = "not every subscription has this filter",
        ["1037"] = "already in or past this status, or not in the program",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Salesforce = new Dictionary<string, string>
    {
        ["INVALID_SESSION_ID"] = "session expired or invalid: sign in again",
        ["INVALID_AUTH_HEADER"] = "the Authorization header is no Bearer token",
        ["NOT_SIMULATED"] = "not simulated: the vendor has it, this simulator does not",
        ["NOT_FOUND"] = "no such resource or record",
        ["ENTITY_IS_DELETED"] = "the record is in the recycle bin",
        ["METHOD_NOT_ALLOWED"] = "method not allowed here",
        ["MALFORMED_QUERY"] = "the SOQL does not parse",
        ["INVALID_FIELD"] = "no such field",
        ["INVALID_TYPE"] = "no such object",
        ["REQUIRED_FIELD_MISSING"] = "a required field is missing",
        ["DUPLICATE_VALUE"] = "another record has this unique value",
        ["STRING_TOO_LONG"] = "text longer than its field",
        ["UNABLE_TO_LOCK_ROW"] = "somebody else holds the record",
        ["CANNOT_UPDATE_CONVERTED_LEAD"] = "the lead is converted and read-only",
        ["JSON_PARSER_ERROR"] = "body is no valid JSON",
        ["SERVER_UNAVAILABLE"] = "temporarily unavailable",
        ["UNKNOWN_EXCEPTION"] = "internal error",
        ["GONE"] = "this API version is retired",
        ["invalid_grant"] = "sign-in refused: check user, key and clock",
        ["invalid_client_id"] = "no connected app has this client id",
        ["invalid_client"] = "the client secret is wrong",
        ["inactive_user"] = "the user is inactive",
        ["INVALID_LOGIN"] = "user name, password or security token is wrong",
        ["API_CURRENTLY_DISABLED"] = "the user may not use the API",
        ["UNSUPPORTED_API_VERSION"] = "this API version is not served",
        ["soapenv:Client"] = "the envelope is wrong, or the operation unknown",
        ["unsupported_grant_type"] = "this grant type is not taken",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>"606 rate limit: 101st call in 20 s"; the code alone when it has no words of its own.</summary>
    public string Of(string sim, string code)
    {
        var words = sim == "marketo" ? Limit(code) ?? Marketo.GetValueOrDefault(code) : SalesforceLimit(code) ?? Salesforce.GetValueOrDefault(code);
        return words is null ? code : $"{code} {words}";
    }

    /// <summary>What the simulator cannot do, as opposed to what the vendor refuses.</summary>
    public static bool IsWarning(string code) => code is "501" or "NOT_SIMULATED" or "610";

    private string? Limit(string code)
    {
        var options = pair.Marketo.Options;
        var culture = CultureInfo.InvariantCulture;
        return code switch
        {
            "606" => string.Create(culture, $"rate limit: {Ordinal(options.CallsPerWindow + 1)} call in {options.WindowSeconds} s"),
            "607" => string.Create(culture, $"daily quota: all {options.CallsPerDay:N0} calls of today are spent"),
            "615" => string.Create(culture, $"concurrency limit: {options.ConcurrentCalls} calls are running"),
            _ => null,
        };
    }

    private string? SalesforceLimit(string code) => code == "REQUEST_LIMIT_EXCEEDED"
        ? string.Create(CultureInfo.InvariantCulture, $"request limit: {pair.Salesforce.RequestsUsed:N0} of {pair.Salesforce.RequestsLimit:N0} requests in 24 h, or too many long ones at once")
        : null;

    private static string Ordinal(int number)
    {
        var ending = (number % 100) is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return string.Create(CultureInfo.InvariantCulture, $"{number}{ending}");
    }
}
