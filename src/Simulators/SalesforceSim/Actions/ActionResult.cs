using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Actions;

/// <summary>One entry of an invocable action's answer.</summary>
internal static class ActionResult
{
    /// <summary><c>{"actionName":..,"errors":null,"isSuccess":true,"outputValues":{..}}</c>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="action">The action's name.</param>
    /// <param name="error">Null for success.</param>
    /// <param name="outputValues">A JSON object; null for none.</param>
    public static void Write(SimCall call, string action, RowError? error, string? outputValues)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("actionName"u8, action);
        json.WritePropertyName("errors"u8);
        if (error is null)
        {
            json.WriteNullValue();
        }
        else
        {
            call.AddCode(error.Code);
            json.WriteStartArray();
            json.WriteStartObject();
            json.WriteString("statusCode"u8, error.Code);
            json.WriteString("message"u8, error.Message);
            json.WriteStartArray("fields"u8);
            foreach (var field in error.Fields ?? [])
            {
                json.WriteStringValue(field);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteBoolean("isSuccess"u8, error is null);
        json.WritePropertyName("outputValues"u8);
        if (outputValues is null)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteRawValue(outputValues);
        }

        json.WriteEndObject();
    }
}
