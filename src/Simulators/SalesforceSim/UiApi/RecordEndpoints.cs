using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary><c>/ui-api/records</c>: records one by one and in batches (User Interface API Developer Guide, "Records").</summary>
internal static class RecordEndpoints
{
    private const int Since = 41;
    private const int BatchSince = 43;
    private const int MostRecords = 200;
    private const string One = "/ui-api/records/{id}";

    public static void MapUiRecords(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", One, Read, Since);
        app.MapData("PATCH", One, Update, Since);
        app.MapData("DELETE", One, Delete, Since);
        app.MapData("POST", "/ui-api/records", Create, Since);
        app.MapData("GET", "/ui-api/records/batch/{ids}", Batch, BatchSince);
    }

    /// <summary>The record with the id; null when there is none that the user sees.</summary>
    public static SRow? Find(SalesforceOrg org, string id) => org.Store.Find(id.Trim()) is { Deleted: false } row && FieldSight.Shows(row.Type) ? row : null;

    /// <summary>The record in the path; null when the call has been refused.</summary>
    public static SRow? Find(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call.Route("id")) is { } row)
        {
            return row;
        }

        call.Refuse(RowErrors.NotFound);
        return null;
    }

    private static void Read(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call) is { } row && RecordFields.Read(org, call, row.Type) is { } wanted)
        {
            RecordView.Write(org, call, row, wanted);
        }
    }

    private static void Batch(SalesforceOrg org, SimCall call)
    {
        var ids = call.Route("ids").Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length > MostRecords)
        {
            call.RefuseParameter($"At most {MostRecords} records can be read at a time.");
            return;
        }

        var rows = Array.ConvertAll(ids, id => Find(org, id));
        var wanted = new Dictionary<SObjectType, FieldTree>();
        foreach (var row in rows)
        {
            if (row is null || wanted.ContainsKey(row.Type))
            {
                continue;
            }

            if (RecordFields.Read(org, call, row.Type) is not { } tree)
            {
                return;
            }

            wanted.Add(row.Type, tree);
        }

        var json = call.Json;
        json.WriteStartObject();
        json.WriteBoolean("hasErrors"u8, Array.Exists(rows, row => row is null));
        json.WriteStartArray("results"u8);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WritePropertyName("result"u8);
            if (row is null)
            {
                WriteMissing(json);
            }
            else
            {
                RecordView.Write(org, call, row, wanted[row.Type]);
            }

            json.WriteNumber("statusCode"u8, row is null ? RowErrors.NotFound.Status : 200);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMissing(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("errorCode"u8, RowErrors.NotFound.Code);
        json.WriteString("message"u8, RowErrors.NotFound.Message);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Create(SalesforceOrg org, SimCall call)
    {
        if (!RecordBody.TryRead(call, out var name))
        {
            return;
        }

        if (name is null || org.Store.Schema.Find(name) is not { } type)
        {
            call.Refuse(400, "INVALID_TYPE", name is null ? "apiName is required." : $"sObject type '{name}' is not supported.");
            return;
        }

        if (RowBody.TryRead(org, call, type, org.RowInput, BodyMode.Create))
        {
            Save(org, call, type, 201, transaction => org.Writer.Create(transaction, org.RowInput, UsesRule(call)));
        }
    }

    private static void Update(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call) is { } row
            && RecordBody.TryRead(call, out _)
            && RowBody.TryRead(org, call, row.Type, org.RowInput, BodyMode.Update)
            && !RowConditions.RefuseWrite(call, row))
        {
            Save(org, call, row.Type, 200, transaction => org.Writer.Update(transaction, row, org.RowInput, UsesRule(call)));
        }
    }

    private static void Save(SalesforceOrg org, SimCall call, SObjectType type, int status, Func<Transaction, WriteResult> write)
    {
        if (RowEndpoints.RefuseByFault(call))
        {
            return;
        }

        var transaction = org.Begin(call);
        var (row, error) = write(transaction);
        if (row is null)
        {
            transaction.Rollback();
            call.RefuseSave(type, error!);
            return;
        }

        transaction.Commit();
        call.Status = status;
        RecordView.Write(org, call, org.Store.Find(row.Id) ?? row, RecordFields.Full(org, type));
    }

    private static void Delete(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call) is { } row)
        {
            RowEndpoints.DeleteRow(org, call, row);
        }
    }

    // Off unless it is asked for.
    private static bool UsesRule(SimCall call) => call.Http.Request.Query["useDefaultRule"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase);
}
