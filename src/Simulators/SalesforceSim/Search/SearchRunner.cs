using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query;
using SfMarketo.SalesforceSim.Search.Syntax;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.Search;

/// <summary>Runs a search: the index says which rows, a query says which of them and with which fields.</summary>
internal static class SearchRunner
{
    // What the query's longest statement takes, with conditions besides.
    private const int MostFound = 3_000;

    // Before this version the answer is the bare list.
    private const int ObjectSince = 37;

    /// <summary>Answers with the rows found.</summary>
    /// <exception cref="SearchException">An object is none or cannot be searched.</exception>
    /// <exception cref="Query.Syntax.SoqlException">Fields, conditions or order of an object are refused.</exception>
    public static void Answer(SalesforceOrg org, SimCall call, SoslStatement search)
    {
        var rows = new List<JsonElement>();
        var documents = new List<JsonDocument>();
        try
        {
            foreach (var entry in search.Returning.Count > 0 ? search.Returning : [.. SearchIndex.Searchable(org).Select(type => new SoslObject(type.Name, "Id", null, ""))])
            {
                var answer = Query(org, call, TypeOf(org, entry.Name), search, entry);
                documents.Add(answer);
                rows.AddRange(answer.RootElement.GetProperty("records").EnumerateArray());
            }

            Write(call, rows.Skip(search.Offset).Take(search.Limit));
        }
        finally
        {
            documents.ForEach(document => document.Dispose());
        }
    }

    private static SObjectType TypeOf(SalesforceOrg org, string name) =>
        org.Store.Schema.Find(name) is { } type && SearchIndex.IsSearchable(type)
            ? type
            : throw new SearchException(
                "INVALID_TYPE",
                $"sObject type '{name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.");

    // A statement of its own for each object, so that fields, conditions and order are what they are in SOQL.
    private static JsonDocument Query(SalesforceOrg org, SimCall call, SObjectType type, SoslStatement search, SoslObject entry)
    {
        var ids = SearchIndex.Find(org, call, type, search.Term, search.Group).Take(MostFound).Select(row => row.Id).ToList();
        if (ids.Count == 0)
        {
            // Nobody's: the statement is judged all the same.
            ids.Add(new SalesforceId(SalesforceId.PackPrefix(type.KeyPrefix), 0, 0).ToString());
        }

        var statement = new StringBuilder();
        statement.Append(CultureInfo.InvariantCulture, $"SELECT {entry.Fields} FROM {type.Name} WHERE Id IN ('{string.Join("','", ids)}')");
        if (entry.Where is { } where)
        {
            statement.Append(CultureInfo.InvariantCulture, $" AND ({where})");
        }

        statement.Append(entry.Rest);
        var http = new DefaultHttpContext();
        http.Request.RouteValues["version"] = call.Route("version");
        var inner = call.Nest(http, ReadOnlyMemory<byte>.Empty);
        var session = (Session)call.Session!;
        org.Soql.Query(inner, new QueryCaller(session.Username, session.TimeZone, call.DataPath(), SoqlEngine.LargestPage), statement.ToString(), includeDeleted: false);
        inner.Json.Flush();
        foreach (var item in inner.Delivered)
        {
            call.Deliver(item.Object, item.Id, item.Version);
        }

        return JsonDocument.Parse(inner.Output.ToArray());
    }

    private static void Write(SimCall call, IEnumerable<JsonElement> rows)
    {
        var json = call.Json;
        var bare = call.ApiVersion() < ObjectSince;
        if (!bare)
        {
            json.WriteStartObject();
            json.WritePropertyName("searchRecords"u8);
        }

        json.WriteStartArray();
        foreach (var row in rows)
        {
            call.Records++;
            json.WriteRawValue(row.GetRawText(), skipInputValidation: true);
        }

        json.WriteEndArray();
        if (!bare)
        {
            json.WriteEndObject();
        }
    }
}
