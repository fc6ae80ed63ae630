using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Overrides;
using SfMarketo.SalesforceSim.BulkV1;
using SfMarketo.SalesforceSim.Soap;

namespace SfMarketo.SalesforceSim.Errors;

/// <summary>Answers in the vendor's error form: a JSON array of <c>message</c>, <c>errorCode</c> and, for row errors, <c>fields</c>.</summary>
internal static class ErrorAnswer
{
    /// <summary>Throws away what was written and answers with one error, or with what <c>answer.override</c> has in its place.</summary>
    /// <param name="call">The call.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">For example <c>MALFORMED_QUERY</c>; noted in the journal.</param>
    /// <param name="message">The vendor's text.</param>
    /// <param name="fields">API names for row errors, possibly empty; null for framework errors, which have no such member.</param>
    public static void Refuse(this SimCall call, int status, string code, string message, IReadOnlyList<string>? fields = null)
    {
        call.ResetOutput();
        if (((SalesforceOrg)call.Simulator).Switches.AnswerOverride.Find(call.Http, code) is { Level: not OverrideLevel.Record } other)
        {
            status = other.Level == OverrideLevel.Http ? other.Status : status;
            if (other.Code.Length == 0)
            {
                call.Status = status;
                call.ContentType = null;
                call.AddCode(status.ToString(CultureInfo.InvariantCulture));
                return;
            }

            (code, message) = (other.Code, other.Text.Length > 0 ? other.Text : message);
        }

        if (SoapFault.Takes(call))
        {
            SoapFault.Write(call, code, message, status is 404 or 501 ? status : 500);
            return;
        }

        call.AddCode(code);
        if (AsyncErrors.Covers(call))
        {
            AsyncErrors.Write(call, status, code, message);
            return;
        }

        call.Status = status;
        call.ContentType = "application/json;charset=UTF-8";
        var json = call.Json;
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("message"u8, message);
        json.WriteString("errorCode"u8, code);
        if (fields is not null)
        {
            json.WriteStartArray("fields"u8);
            foreach (var field in fields)
            {
                json.WriteStringValue(field);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.Flush();
    }

    /// <summary>What the vendor has and this simulator has not: 501 and a hint, so that nobody takes it for the vendor's refusal.</summary>
    public static void RefuseNotSimulated(this SimCall call, string what) =>
        call.Refuse(501, "NOT_SIMULATED", $"The vendor has {what}; this simulator does not.");
}
