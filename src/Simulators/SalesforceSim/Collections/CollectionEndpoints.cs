using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Collections;

/// <summary><c>/composite/sobjects</c>: up to 200 rows a call (salesforce-rest.md section 6.1).</summary>
internal static class CollectionEndpoints
{
    /// <summary>First version with collections.</summary>
    public const int Since = 42;

    private const int UpsertSince = 46;

    public static void MapCollections(this IEndpointRouteBuilder app)
    {
        app.MapData("POST", "/composite/sobjects", Create, Since);
        app.MapData("PATCH", "/composite/sobjects", Update, Since);
        app.MapData("PATCH", "/composite/sobjects/{object}/{field}", Upsert, UpsertSince);
        app.MapData("DELETE", "/composite/sobjects", Delete, Since);
    }

    private static void Create(SalesforceOrg org, SimCall call)
    {
        // For clients that have no PATCH.
        if (call.Http.Request.Query["_HttpMethod"].ToString().Equals("PATCH", StringComparison.OrdinalIgnoreCase))
        {
            Update(org, call);
            return;
        }

        if (CollectionBody.Read(org, call, BodyMode.Create, null) is not { } body)
        {
            return;
        }

        var assign = call.AutoAssign();
        CollectionWriter.Run(org, call, body.Items, body.AllOrNone, (transaction, item) => org.Writer.Create(transaction, item.Input, assign));
    }

    private static void Update(SalesforceOrg org, SimCall call)
    {
        if (CollectionBody.Read(org, call, BodyMode.UpdateById, null) is not { } body)
        {
            return;
        }

        FindRows(org, body.Items);
        var assign = call.AutoAssign();
        CollectionWriter.Run(org, call, body.Items, body.AllOrNone, (transaction, item) => org.Writer.Update(transaction, Latest(org, item.Row!), item.Input, assign));
    }

    /// <summary>Looks up the rows of an update.</summary>
    public static void FindRows(SalesforceOrg org, IEnumerable<CollectionItem> items)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            item.Error ??= FindRow(org, item, item.Input.Type, item.Input.Id, "Id not specified in an update call");
            if (item.Error is null && !seen.Add(item.Row!.Id) && org.Switches.DuplicateIdsFail)
            {
                item.Error = RowErrors.DuplicateId(item.Row!.Id);
            }
        }
    }

    private static void Upsert(SalesforceOrg org, SimCall call)
    {
        if (RowEndpoints.TypeOf(org, call) is not { } type)
        {
            return;
        }

        var key = type.Find(call.Route("field"));
        var byId = key?.Number == SystemFields.Id;
        if (key is null || !byId && !key.ExternalId)
        {
            call.Refuse(RowErrors.NotAnExternalId(call.Route("field")));
            return;
        }

        if (CollectionBody.Read(org, call, byId ? BodyMode.UpdateById : BodyMode.Update, type) is not { } body)
        {
            return;
        }

        RefuseDoubleKeys(body.Items, key);
        var assign = call.AutoAssign();
        CollectionWriter.Run(org, call, body.Items, body.AllOrNone, (transaction, item) => UpsertOne(org, transaction, item, key, assign));
    }

    /// <summary>Rows of one object that name one value of the key twice are refused, all of them.</summary>
    public static void RefuseDoubleKeys(IReadOnlyList<CollectionItem> items, SField key)
    {
        var comparer = key.CaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var keys = items.Where(item => item.Error is null).Select(item => KeyOf(item, key)).Where(value => value is not null)
            .GroupBy(value => value!, comparer).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(comparer);
        foreach (var item in items)
        {
            item.Created = false;
            if (item.Error is null && KeyOf(item, key) is { } value && keys.Contains(value))
            {
                item.Error = new RowError(400, "DUPLICATE_VALUE", $"Duplicate external id specified: {value}", [key.Name]);
            }
        }
    }

    /// <summary>Updates the row that has the key's value, or creates one.</summary>
    public static WriteResult UpsertOne(SalesforceOrg org, Transaction transaction, CollectionItem item, SField key, bool assign)
    {
        var type = item.Input.Type;
        if (key.Number == SystemFields.Id && item.Input.Id is { } id)
        {
            return FindRow(org, item, type, id, "") is { } missing ? new WriteResult(missing) : org.Writer.Update(transaction, item.Row!, item.Input, assign);
        }

        if (key.Number != SystemFields.Id)
        {
            // The value of the key is judged like any other; what is wrong with it is the record's error.
            if (item.Input.Error is { } fault)
            {
                return new WriteResult(fault);
            }

            if (KeyOf(item, key) is not { } value)
            {
                return new WriteResult(new RowError(400, "MISSING_ARGUMENT", $"{key.Name} not specified", []));
            }

            var matches = org.Store[type].FindByIndex(key, value).Where(row => !row.Deleted).OrderBy(row => row.Number).ToList();
            if (matches.Count > 1)
            {
                return new WriteResult(RowErrors.DuplicateExternalId(key, matches.Select(row => row.Id)));
            }

            if (matches.Count == 1)
            {
                return org.Writer.Update(transaction, matches[0], item.Input, assign);
            }
        }

        var result = org.Writer.Create(transaction, item.Input, assign);
        item.Created = result.Row is not null;
        return result;
    }

    private static void Delete(SalesforceOrg org, SimCall call)
    {
        var ids = call.Http.Request.Query["ids"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length > CollectionBody.MostRecords)
        {
            CollectionBody.RefuseTooMany(call, ids.Length);
            return;
        }

        if (ids.Length == 0)
        {
            call.Refuse(400, "MISSING_ARGUMENT", "The ids to delete must be specified.");
            return;
        }

        var items = new List<CollectionItem>(ids.Length);
        foreach (var id in ids)
        {
            var item = new CollectionItem();
            item.Error = FindRow(org, item, null, id, "");
            items.Add(item);
        }

        if (CollectionBody.RefuseChunks(call, items.Select(item => item.SentId?[..Math.Min(3, item.SentId.Length)])))
        {
            return;
        }

        var allOrNone = call.Http.Request.Query["allOrNone"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase);
        CollectionWriter.Run(org, call, items, allOrNone, (transaction, item) => org.Writer.Delete(transaction, Latest(org, item.Row!)));
    }

    // An earlier record of the same call may have changed the row.
    public static SRow Latest(SalesforceOrg org, SRow row) => org.Store[row.Type][row.Number]!;

    private static string? KeyOf(CollectionItem item, SField key)
    {
        if (key.Number == SystemFields.Id)
        {
            return item.Input.Id;
        }

        string? value = null;
        foreach (var (field, sent) in item.Input.Values)
        {
            value = field == key ? sent as string : value;
        }

        return value;
    }

    /// <summary>Looks the item's row up by its id.</summary>
    public static RowError? FindRow(SalesforceOrg org, CollectionItem item, SObjectType? type, string? text, string missing)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new RowError(400, "MISSING_ARGUMENT", missing, []);
        }

        item.SentId = text;
        if (!RowIds.TryParse(org, text, out var id))
        {
            return RowErrors.MalformedId(text);
        }

        item.SentId = id.ToString();
        item.Row = type is null ? org.Store.Find(item.SentId) : org.Store[type].Find(id);
        return item.Row is null ? RowErrors.MissingRow : null;
    }
}
