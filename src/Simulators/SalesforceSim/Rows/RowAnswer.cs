using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Rows;

/// <summary>The answers of row resources.</summary>
internal static class RowAnswer
{
    private const string Data = "/services/data/v";
    private const string Objects = "/sobjects/";
    private const int IdLength = 18;

    public static void Refuse(this SimCall call, RowError error)
    {
        if ((error.Also.Count > 0 || error.Duplicates is not null) && ((SalesforceOrg)call.Simulator).Switches.AnswerOverride.Find(call.Http, error.Code) is null)
        {
            RowErrorAnswer.Write(call, error);
            return;
        }

        call.Refuse(error.Status, error.Code, error.Message, error.Fields);
    }

    /// <summary>A row with its attributes; noted as delivered.</summary>
    /// <param name="call">The call.</param>
    /// <param name="row">The row.</param>
    /// <param name="fields">Null for all fields.</param>
    public static void WriteRow(this SimCall call, SRow row, IReadOnlyList<SField>? fields)
    {
        var json = call.Json;
        var plainDoubles = ((SalesforceOrg)call.Simulator).Query.PlainDoubles;
        json.WriteStartObject();
        WriteAttributes(call, row);
        foreach (var field in fields ?? FieldSight.FieldsOf(row.Type))
        {
            FieldValues.WriteJson(json, field, row, plainDoubles);
        }

        json.WriteEndObject();
        call.Deliver(row.Type.Name, row.Id, row.Version);
        call.Records++;
    }

    /// <summary><c>"attributes":{"type":..,"url":..}</c>, with the version of the request.</summary>
    public static void WriteAttributes(this SimCall call, SRow row)
    {
        var json = call.Json;
        var (version, name) = (call.Route("version"), row.Type.Name);
        Span<char> url = stackalloc char[Data.Length + version.Length + Objects.Length + name.Length + 1 + IdLength];
        url.TryWrite($"{Data}{version}{Objects}{name}/{row.Id}", out var written);
        json.WriteStartObject("attributes"u8);
        json.WriteString("type"u8, row.Type.Json);
        json.WriteString("url"u8, url[..written]);
        json.WriteEndObject();
    }

    /// <summary>201 with the new id.</summary>
    public static void WriteCreated(this SimCall call, SRow row, bool? created = null)
    {
        call.Status = 201;
        call.Http.Response.Headers.Location = $"{call.DataPath()}/sobjects/{row.Type.Name}/{row.Id}";
        call.WriteSuccess(row.Id, created);
    }

    /// <summary><c>{"id":..,"success":true,"errors":[]}</c>, with <c>created</c> for upserts.</summary>
    public static void WriteSuccess(this SimCall call, string id, bool? created)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteBoolean("success"u8, true);
        json.WriteStartArray("errors"u8);
        json.WriteEndArray();
        if (created is { } value)
        {
            json.WriteBoolean("created"u8, value);
        }

        json.WriteEndObject();
    }

    /// <summary>204, no body, no content type.</summary>
    public static void WriteNothing(this SimCall call)
    {
        call.Status = 204;
        call.ContentType = null;
    }
}
