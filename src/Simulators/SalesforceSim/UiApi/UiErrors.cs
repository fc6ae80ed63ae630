using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>Refusals of this API. What a record could not be saved for is in <c>output</c> (User Interface API Developer Guide, "Error with Output", "Record Exceptions"); codes and texts are unverified.</summary>
internal static class UiErrors
{
    private const string Saving = "An error occurred while trying to update the record. Please try again.";

    /// <summary>A parameter of the query with a value that cannot be.</summary>
    public static void RefuseParameter(this SimCall call, string message) => call.Refuse(400, "ILLEGAL_QUERY_PARAMETER_VALUE", message);

    /// <summary>A record was not written.</summary>
    public static void RefuseSave(this SimCall call, SObjectType type, RowError error)
    {
        if (((SalesforceOrg)call.Simulator).Switches.AnswerOverride.Find(call.Http, error.Code) is not null)
        {
            call.Refuse(error);
            return;
        }

        call.ResetOutput();
        call.AddCode(error.Code);
        call.Status = error.Status;
        call.ContentType = "application/json;charset=UTF-8";
        var json = call.Json;
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("message"u8, Saving);
        json.WriteString("errorCode"u8, error.Code);
        json.WriteString("enhancedErrorType"u8, "RecordError"u8);
        json.WriteNumber("statusCode"u8, error.Status);
        json.WriteStartObject("output"u8);
        json.WriteStartArray("errors"u8);
        IReadOnlyList<RowError> all = [error, .. error.Also];
        foreach (var each in all.Where(each => each.Fields is not { Count: > 0 }))
        {
            WriteException(call, each, null);
        }

        json.WriteEndArray();
        json.WriteStartObject("fieldErrors"u8);
        foreach (var named in all.SelectMany(each => each.Fields ?? [], (each, name) => (each, name)).GroupBy(pair => pair.name).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray(named.Key);
            foreach (var (each, name) in named)
            {
                WriteException(call, each, type.Find(name));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.Flush();
    }

    private static void WriteException(SimCall call, RowError error, SField? field)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteNull("constituentField"u8);
        json.WriteNull("duplicateRecordError"u8);
        json.WriteString("errorCode"u8, error.Code);
        json.WriteString("field"u8, field?.Name);
        json.WriteString("fieldLabel"u8, field?.Label);
        json.WriteString("message"u8, error.Message);
        json.WriteEndObject();
    }
}
