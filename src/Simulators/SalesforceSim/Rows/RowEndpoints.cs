using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Control;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Rows;

/// <summary><c>/sobjects/{O}</c> and <c>/sobjects/{O}/{id}</c> (salesforce-rest.md section 4).</summary>
internal static class RowEndpoints
{
    private const string IdField = "Id";

    // POST .../Id, the create in the upsert's form.
    private const int CreateByIdFormSince = 37;

    public static void MapRows(this IEndpointRouteBuilder app)
    {
        app.MapData("POST", "/sobjects/{object}", Create);
        app.MapData("GET", "/sobjects/{object}/{id}", Read);
        app.MapData("PATCH", "/sobjects/{object}/{id}", Update);
        app.MapData("POST", "/sobjects/{object}/{id}", PostToRow);
        app.MapData("DELETE", "/sobjects/{object}/{id}", Delete);
    }

    /// <summary>The object in the path; null when the call has been refused.</summary>
    public static SObjectType? TypeOf(SalesforceOrg org, SimCall call)
    {
        var type = org.Store.Schema.Find(call.Route("object"));
        if (type is null)
        {
            RefuseObject(org, call);
        }

        return type;
    }

    // One that the org has and the user does not see is not there for them.
    private static void RefuseObject(SalesforceOrg org, SimCall call)
    {
        var name = call.Route("object");
        if (Unsimulated.IsObject(name) && !org.Store.Schema.Has(name))
        {
            call.RefuseNotSimulated("the object " + name);
        }
        else
        {
            call.Refuse(RowErrors.NotFound);
        }
    }

    /// <summary>Header absent means TRUE: the active rule runs, on updates too. A rule's id runs it as well.</summary>
    public static bool AutoAssign(this SimCall call) => !call.Http.Request.Headers["Sforce-Auto-Assign"].ToString().Equals("FALSE", StringComparison.OrdinalIgnoreCase);

    private static void Create(SalesforceOrg org, SimCall call)
    {
        if (TypeOf(org, call) is not { } type || !RowBody.TryRead(org, call, type, org.RowInput, BodyMode.Create))
        {
            return;
        }

        Insert(org, call, created: null);
    }

    private static void Insert(SalesforceOrg org, SimCall call, bool? created)
    {
        if (RefuseByFault(call))
        {
            return;
        }

        var transaction = org.Begin(call);
        var (row, error) = org.Writer.Create(transaction, org.RowInput, call.AutoAssign());
        if (row is null)
        {
            transaction.Rollback();
            call.Refuse(error!);
            return;
        }

        transaction.Commit();
        call.WriteCreated(row, created);
    }

    /// <summary>Counts the one record of a write; true when a fault has refused it.</summary>
    public static bool RefuseByFault(SimCall call)
    {
        call.Records = 1;
        if (call.NextRecordError() is not { } error)
        {
            return false;
        }

        call.Refuse(error);
        return true;
    }

    private static void Read(SalesforceOrg org, SimCall call)
    {
        if (TypeOf(org, call) is not { } type || FindRow(org, call, type) is not { } row)
        {
            return;
        }

        if (row.Deleted)
        {
            call.Refuse(org.Switches.ReadOfDeletedSaysDeleted ? RowErrors.Deleted : RowErrors.NotFound);
            return;
        }

        AnswerRow(org, call, row);
    }

    /// <summary>Answers with the row, with the fields of the query if it names any.</summary>
    public static void AnswerRow(SalesforceOrg org, SimCall call, SRow row)
    {
        if (RowConditions.AnswerRead(org, call, row))
        {
            return;
        }

        var named = call.Http.Request.QueryString.HasValue ? call.Http.Request.Query["fields"].ToString() : "";
        if (named.Length == 0)
        {
            call.WriteRow(row, null);
            return;
        }

        var (fields, error) = FieldList.Parse(row.Type, named, org.Switches.AlwaysIncludeId);
        if (error is not null)
        {
            call.Refuse(error);
            return;
        }

        call.WriteRow(row, fields);
    }

    private static void Update(SalesforceOrg org, SimCall call)
    {
        if (TypeOf(org, call) is { } type && RowBody.TryRead(org, call, type, org.RowInput, BodyMode.Update) && FindRow(org, call, type) is { } row)
        {
            UpdateRow(org, call, row, answerWithBody: false);
        }
    }

    /// <summary>Writes what was read into the row and answers.</summary>
    public static void UpdateRow(SalesforceOrg org, SimCall call, SRow row, bool answerWithBody)
    {
        if (RowConditions.RefuseWrite(call, row) || RefuseByFault(call))
        {
            return;
        }

        var transaction = org.Begin(call);
        var (next, error) = org.Writer.Update(transaction, row, org.RowInput, call.AutoAssign());
        if (next is null)
        {
            transaction.Rollback();
            call.Refuse(error!);
            return;
        }

        transaction.Commit();
        if (answerWithBody)
        {
            call.WriteSuccess(next.Id, created: false);
        }
        else
        {
            call.WriteNothing();
        }
    }

    // POST .../Id creates through the upsert form; POST ...?_HttpMethod=PATCH is a PATCH for clients that have none.
    private static void PostToRow(SalesforceOrg org, SimCall call)
    {
        if (call.Http.Request.Query["_HttpMethod"].ToString().Equals("PATCH", StringComparison.OrdinalIgnoreCase))
        {
            Update(org, call);
        }
        else if (!call.Route("id").Equals(IdField, StringComparison.OrdinalIgnoreCase) || call.ApiVersion() < CreateByIdFormSince)
        {
            call.Http.Response.Headers.Allow = "HEAD,GET,PATCH,DELETE";
            call.Refuse(405, "METHOD_NOT_ALLOWED", "HTTP Method 'POST' not allowed. Allowed are HEAD,GET,PATCH,DELETE");
        }
        else if (TypeOf(org, call) is { } type && RowBody.TryRead(org, call, type, org.RowInput, BodyMode.Update))
        {
            Insert(org, call, created: true);
        }
    }

    private static void Delete(SalesforceOrg org, SimCall call)
    {
        if (TypeOf(org, call) is not { } type)
        {
            return;
        }

        var id = call.Route("id");
        if (RowIds.TryParse(org, id, out var parsed) && org.Store[type].Find(parsed) is null)
        {
            call.Refuse(org.Switches.DeleteOfMissingSaysCrossReference ? RowErrors.MissingRow : RowErrors.NotFound);
            return;
        }

        if (FindRow(org, call, type) is { } row)
        {
            DeleteRow(org, call, row);
        }
    }

    public static void DeleteRow(SalesforceOrg org, SimCall call, SRow row)
    {
        if (RefuseByFault(call))
        {
            return;
        }

        var transaction = org.Begin(call);
        if (org.Writer.Delete(transaction, row).Error is { } error)
        {
            transaction.Rollback();
            call.Refuse(error);
            return;
        }

        transaction.Commit();
        call.WriteNothing();
    }

    /// <summary>The row in the path, deleted or not; null when the call has been refused. What is no id is taken for an external id field.</summary>
    private static SRow? FindRow(SalesforceOrg org, SimCall call, SObjectType type)
    {
        var text = call.Route("id");
        if (!RowIds.TryParse(org, text, out var id))
        {
            call.Refuse(RowErrors.NotAnExternalId(text));
            return null;
        }

        if (org.Store[type].Find(id) is { } row)
        {
            return row;
        }

        call.Refuse(RowErrors.NotFound);
        return null;
    }
}
