using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query;
using SfMarketo.SalesforceSim.Query.Syntax;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.Rows;

/// <summary><c>/sobjects/{O}/{id}/{relationship}</c>: a row's parent, or its children as a query result (REST API Developer Guide, "SObject Relationships").</summary>
internal static class RelationshipPath
{
    /// <summary>GET.</summary>
    public static void Read(SalesforceOrg org, SimCall call, SObjectType type, in SalesforceId id)
    {
        if (FindOwner(org, call, type, id) is not { } row)
        {
            return;
        }

        var name = call.Route("value");
        if (type.FindRelationship(name) is { } lookup)
        {
            if (FindParent(org, call, row, lookup) is { } parent)
            {
                RowEndpoints.AnswerRow(org, call, parent);
            }
        }
        else if (ChildOf(type, name) is { } children)
        {
            ReadChildren(org, call, row, children);
        }
        else
        {
            call.Refuse(RowErrors.NotFound);
        }
    }

    /// <summary>PATCH: the parent is updated.</summary>
    public static void Update(SalesforceOrg org, SimCall call, SObjectType type, in SalesforceId id)
    {
        if (FindForWrite(org, call, type, id) is { } parent && RowBody.TryRead(org, call, parent.Type, org.RowInput, BodyMode.Update))
        {
            RowEndpoints.UpdateRow(org, call, parent, answerWithBody: false);
        }
    }

    /// <summary>DELETE: the parent is deleted.</summary>
    public static void Delete(SalesforceOrg org, SimCall call, SObjectType type, in SalesforceId id)
    {
        if (FindForWrite(org, call, type, id) is { } parent)
        {
            RowEndpoints.DeleteRow(org, call, parent);
        }
    }

    private static SRow? FindForWrite(SalesforceOrg org, SimCall call, SObjectType type, in SalesforceId id)
    {
        if (FindOwner(org, call, type, id) is not { } row)
        {
            return null;
        }

        var name = call.Route("value");
        if (type.FindRelationship(name) is { } lookup)
        {
            return FindParent(org, call, row, lookup);
        }

        if (ChildOf(type, name) is not null)
        {
            call.Http.Response.Headers.Allow = "HEAD,GET";
            call.Refuse(405, "METHOD_NOT_ALLOWED", $"HTTP Method '{call.Http.Request.Method}' not allowed. Allowed are HEAD,GET");
        }
        else
        {
            call.Refuse(RowErrors.NotFound);
        }

        return null;
    }

    private static SRow? FindOwner(SalesforceOrg org, SimCall call, SObjectType type, in SalesforceId id)
    {
        if (org.Store[type].Find(id) is { } row)
        {
            if (!row.Deleted)
            {
                return row;
            }

            call.Refuse(org.Switches.ReadOfDeletedSaysDeleted ? RowErrors.Deleted : RowErrors.NotFound);
            return null;
        }

        call.Refuse(RowErrors.NotFound);
        return null;
    }

    // A lookup that is empty cannot be followed.
    private static SRow? FindParent(SalesforceOrg org, SimCall call, SRow row, SField lookup)
    {
        if (row.Text(lookup.Number) is { } parentId && org.Store.Find(parentId) is { Deleted: false } parent)
        {
            return parent;
        }

        call.Refuse(RowErrors.NotFound);
        return null;
    }

    private static ChildRelationship? ChildOf(SObjectType type, string name) =>
        type.Children.FirstOrDefault(child => child.Name is { } own && own.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static void ReadChildren(SalesforceOrg org, SimCall call, SRow row, ChildRelationship children)
    {
        var named = call.Http.Request.Query["fields"].ToString();
        var fields = FieldSight.FieldsOf(children.Child);
        if (named.Length > 0)
        {
            (fields, var error) = FieldList.Parse(children.Child, named.Split(','), org.Switches.AlwaysIncludeId);
            if (error is not null)
            {
                call.Refuse(error);
                return;
            }
        }

        var session = (Session)call.Session!;
        var statement = $"SELECT {string.Join(',', fields)} FROM {children.Child.Name} WHERE {children.Field.Name} = '{row.Id}'";
        try
        {
            org.Soql.Query(call, new QueryCaller(session.Username, session.TimeZone, call.DataPath(), SoqlEngine.LargestPage), statement, includeDeleted: false);
            call.Json.Flush();
        }
        catch (SoqlException refusal)
        {
            call.Refuse(refusal.Status, refusal.Code, refusal.Message);
        }
    }
}
