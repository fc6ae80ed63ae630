using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Errors;

/// <summary>Answers of single-row errors that are more than one message: several validation rules, duplicates.</summary>
internal static class RowErrorAnswer
{
    public static void Write(SimCall call, RowError error)
    {
        call.ResetOutput();
        call.Status = error.Status;
        call.ContentType = "application/json;charset=UTF-8";
        var json = call.Json;
        json.WriteStartArray();
        foreach (var each in (IEnumerable<RowError>)[error, .. error.Also])
        {
            call.AddCode(each.Code);
            json.WriteStartObject();
            if (each.Duplicates is { } found)
            {
                json.WritePropertyName(((SalesforceOrg)call.Simulator).Switches.DuplicateResultMisspelt ? "duplicateResut"u8 : "duplicateResult"u8);
                Write(call, json, found, each.Message);
                json.WriteString("errorCode"u8, each.Code);
                json.WriteString("message"u8, each.Message);
            }
            else
            {
                json.WriteString("message"u8, each.Message);
                json.WriteString("errorCode"u8, each.Code);
                json.WriteStartArray("fields"u8);
                foreach (var field in each.Fields ?? [])
                {
                    json.WriteStringValue(field);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
    }

    private static void Write(SimCall call, Utf8JsonWriter json, DuplicateFinding found, string message)
    {
        json.WriteStartObject();
        json.WriteBoolean("allowSave"u8, found.AllowSave);
        json.WriteString("duplicateRule"u8, found.Rule);
        json.WriteString("duplicateRuleEntityType"u8, found.Object);
        json.WriteString("errorMessage"u8, message);
        json.WriteStartArray("matchResults"u8);
        foreach (var rows in found.Rows.GroupBy(row => row.Type.Name))
        {
            json.WriteStartObject();
            json.WriteString("entityType"u8, rows.Key);
            Empty(json, "errors");
            json.WriteString("matchEngine"u8, found.MatchEngine);
            json.WriteStartArray("matchRecords"u8);
            foreach (var row in rows)
            {
                json.WriteStartObject();
                Empty(json, "additionalInformation");
                Empty(json, "fieldDiffs");
                json.WritePropertyName("matchConfidence"u8);
                json.WriteRawValue("100.0"u8);
                json.WriteStartObject("record"u8);
                call.WriteAttributes(row);
                foreach (var field in found.Details ? row.Type.Fields : [row.Type.Fields[SystemFields.Id]])
                {
                    FieldValues.WriteJson(json, field, row);
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("rule"u8, found.MatchingRule);
            json.WriteNumber("size"u8, rows.Count());
            json.WriteBoolean("success"u8, true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Empty(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
