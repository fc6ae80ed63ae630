using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Frame;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Rows;

/// <summary><c>/sobjects/{O}/{field}/{value}</c>: rows by external id, and the upsert (salesforce-rest.md section 4.5).</summary>
internal static class KeyEndpoints
{
    // From this version on an upsert that updates answers with a body.
    private const int BodySince = 46;

    public static void MapKeys(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/sobjects/{object}/{field}/{value}", Read);
        app.MapData("PATCH", "/sobjects/{object}/{field}/{value}", Upsert);
        app.MapData("POST", "/sobjects/{object}/{field}/{value}", Post);
        app.MapData("DELETE", "/sobjects/{object}/{field}/{value}", Delete);
    }

    private static void Read(SalesforceOrg org, SimCall call)
    {
        if (IsUnderRow(org, call, out var type, out var id))
        {
            RelationshipPath.Read(org, call, type, id);
            return;
        }

        if (Matches(org, call, forUpsert: false) is not { } matches || RefuseUnlessOne(call, matches))
        {
            return;
        }

        RowEndpoints.AnswerRow(org, call, matches[0]);
    }

    private static void Delete(SalesforceOrg org, SimCall call)
    {
        if (IsUnderRow(org, call, out var type, out var id))
        {
            RelationshipPath.Delete(org, call, type, id);
            return;
        }

        if (Matches(org, call, forUpsert: false) is not { } matches || RefuseUnlessOne(call, matches))
        {
            return;
        }

        RowEndpoints.DeleteRow(org, call, matches[0]);
    }

    private static void Post(SalesforceOrg org, SimCall call)
    {
        if (call.Http.Request.Query["_HttpMethod"].ToString().Equals("PATCH", StringComparison.OrdinalIgnoreCase))
        {
            Upsert(org, call);
            return;
        }

        call.Http.Response.Headers.Allow = "HEAD,GET,PATCH,DELETE";
        call.Refuse(405, "METHOD_NOT_ALLOWED", "HTTP Method 'POST' not allowed. Allowed are HEAD,GET,PATCH,DELETE");
    }

    private static void Upsert(SalesforceOrg org, SimCall call)
    {
        if (IsUnderRow(org, call, out var type, out var id))
        {
            RelationshipPath.Update(org, call, type, id);
            return;
        }

        if (Matches(org, call, forUpsert: true) is not { } matches)
        {
            return;
        }

        type = org.Store.Schema.Find(call.Route("object"))!;
        var key = type.Find(call.Route("field"))!;
        if (!RowBody.TryRead(org, call, type, org.RowInput, BodyMode.UpsertByPath, key))
        {
            return;
        }

        if (matches.Count > 1)
        {
            WriteChoices(call, matches);
            return;
        }

        if (matches.Count == 1)
        {
            RowEndpoints.UpdateRow(org, call, matches[0], call.ApiVersion() >= BodySince);
            return;
        }

        var updateOnly = call.Http.Request.Query["updateOnly"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase);
        if (key.Number == SystemFields.Id || updateOnly)
        {
            call.Refuse(updateOnly && !org.Switches.UpdateOnlyMissNamesResource ? RowErrors.NoRowOfKey(key, Value(call)) : RowErrors.NotFound);
            return;
        }

        Insert(org, call, key);
    }

    private static void Insert(SalesforceOrg org, SimCall call, SField key)
    {
        if (RowEndpoints.RefuseByFault(call))
        {
            return;
        }

        ValueReader.AddText(org.RowInput, key, Value(call), org.Switches.PicklistsUnrestricted);
        var transaction = org.Begin(call);
        var (row, error) = org.Writer.Create(transaction, org.RowInput, call.AutoAssign());
        if (row is null)
        {
            transaction.Rollback();
            call.Refuse(error!);
            return;
        }

        transaction.Commit();
        call.WriteCreated(row, created: true);
    }

    /// <summary>The path goes on behind a row's id: a relationship.</summary>
    private static bool IsUnderRow(SalesforceOrg org, SimCall call, [NotNullWhen(true)] out SObjectType? type, out SalesforceId id)
    {
        type = org.Store.Schema.Find(call.Route("object"));
        return RowIds.TryParse(org, call.Route("field"), out id) && type is not null;
    }

    /// <summary>The live rows with the value in the path; null when the call has been refused.</summary>
    private static List<SRow>? Matches(SalesforceOrg org, SimCall call, bool forUpsert)
    {
        if (RowEndpoints.TypeOf(org, call) is not { } type)
        {
            return null;
        }

        var name = call.Route("field");
        var key = type.Find(name);
        var value = Value(call);
        if (key?.Number == SystemFields.Id)
        {
            return org.Store[type].Find(value) is { Deleted: false } row ? [row] : [];
        }

        if (key is null || !key.IdLookup || !key.Indexed || forUpsert && !key.ExternalId)
        {
            call.Refuse(RowErrors.NotAnExternalId(name));
            return null;
        }

        return [.. org.Store[type].FindByIndex(key, value).Where(row => !row.Deleted).OrderBy(row => row.Number)];
    }

    private static bool RefuseUnlessOne(SimCall call, List<SRow> matches)
    {
        if (matches.Count == 0)
        {
            call.Refuse(RowErrors.NotFound);
        }
        else if (matches.Count > 1)
        {
            WriteChoices(call, matches);
        }

        return matches.Count != 1;
    }

    // 300 and an array of paths, not of errors.
    private static void WriteChoices(SimCall call, List<SRow> matches)
    {
        call.Status = 300;
        call.AddCode("MULTIPLE_CHOICES");
        call.Json.WriteStartArray();
        foreach (var row in matches)
        {
            call.Json.WriteStringValue($"{call.DataPath()}/sobjects/{row.Type.Name}/{row.Id}");
        }

        call.Json.WriteEndArray();
    }

    /// <summary>The value, decoded once. Routing leaves <c>%2F</c> as it is, so the raw path is asked when the server has it.</summary>
    private static string Value(SimCall call)
    {
        var raw = call.Http.Features.Get<IHttpRequestFeature>()?.RawTarget;
        if (string.IsNullOrEmpty(raw))
        {
            return AcceptedForms.WithoutSuffix(call.Route("value").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));
        }

        var path = raw.AsSpan();
        var query = path.IndexOf('?');
        path = (query < 0 ? path : path[..query]).TrimEnd('/');
        return AcceptedForms.WithoutSuffix(Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]));
    }
}
