using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Control;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary><c>POST /composite/tree/{object}</c>: rows with their children in one transaction (salesforce-rest.md section 6.4; REST API Developer Guide, "sObject Tree").</summary>
internal static class TreeEndpoints
{
    private const int Since = 34;

    public static void MapTree(this IEndpointRouteBuilder app) => app.MapData("POST", "/composite/tree/{object}", Run, Since);

    private static void Run(SalesforceOrg org, SimCall call)
    {
        if (RowEndpoints.TypeOf(org, call) is not { } type || CompositeBody.Read(call, "records") is not { } body)
        {
            return;
        }

        using (body)
        {
            var tree = new TreeBody(org, type);
            tree.Read(body.RootElement.GetProperty("records"));
            call.Records = tree.Records.Count;
            if (tree.Records.TrueForAll(record => record.Error is null))
            {
                Write(org, call, tree);
            }

            Answer(call, tree);
        }
    }

    private static void Write(SalesforceOrg org, SimCall call, TreeBody tree)
    {
        var transaction = org.Begin(call);
        var assign = call.AutoAssign();
        foreach (var record in tree.Records)
        {
            record.Error = call.NextRecordError();
            if (record.Error is not null || record.Parent is { Row: null })
            {
                continue;
            }

            if (record.Parent is { Row: { } parent })
            {
                record.Input.Add(record.Lookup!, parent.Id);
            }

            (record.Row, record.Error) = org.Writer.Create(transaction, record.Input, assign);
        }

        if (tree.Records.TrueForAll(record => record.Error is null))
        {
            transaction.Commit();
        }
        else
        {
            transaction.Rollback();
        }
    }

    // Only the culprits are listed when there are any; nothing has been stored then.
    private static void Answer(SimCall call, TreeBody tree)
    {
        var culprits = tree.Records.FindAll(record => record.Error is not null);
        var json = call.Json;
        call.Status = culprits.Count > 0 ? 400 : 201;
        json.WriteStartObject();
        json.WriteBoolean("hasErrors"u8, culprits.Count > 0);
        json.WriteStartArray("results"u8);
        foreach (var record in culprits.Count > 0 ? culprits : tree.Records)
        {
            json.WriteStartObject();
            json.WriteString("referenceId"u8, record.ReferenceId);
            if (record.Error is { } error)
            {
                call.AddCode(error.Code);
                json.WriteStartArray("errors"u8);
                WriteError(json, error);
                json.WriteEndArray();
            }
            else
            {
                json.WriteString("id"u8, record.Row!.Id);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, RowError error)
    {
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
    }
}
