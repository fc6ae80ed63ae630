using System.Globalization;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Layouts;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;
using SfMarketo.SalesforceSim.Search.Matching;
using SfMarketo.SalesforceSim.Search.Syntax;

namespace SfMarketo.SalesforceSim.Search;

/// <summary>What stands around a search box: suggestions, scope, result layouts (REST API Developer Guide, pages of these names).</summary>
internal static class SuggestionEndpoints
{
    private const int Since = 32;
    private const int LeastLetters = 3;
    private const int LongestText = 255;
    private const int FewSuggestions = 5;
    private const int MostSuggestions = 2_000;
    private const int ShownRows = 25;

    private static readonly string[] Shown = ["Phone", "Email", "Company", "Title", "AccountId", "StageName", "Status", "OwnerId"];

    public static void MapSuggestions(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/search/suggestions", Suggest, Since);
        app.MapData("GET", "/search/suggestSearchQueries", (_, call) => Write(call, [], null, hasMore: false), Since);
        app.MapData("GET", "/search/suggestTitleMatches", (_, call) => Write(call, [], null, hasMore: false), Since);
        app.MapData("GET", "/search/scopeOrder", ScopeOrder);
        app.MapData("GET", "/search/layout", Layout);
    }

    private static void Suggest(SalesforceOrg org, SimCall call)
    {
        var query = call.Http.Request.Query;
        var text = query["q"].ToString().Trim();
        var names = query["sobject"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (text.Length == 0 || names.Length == 0)
        {
            call.Refuse(400, "MISSING_ARGUMENT", text.Length == 0 ? "The parameter q is required." : "The parameter sobject is required.");
            return;
        }

        var limitText = query["limit"].ToString();
        var limit = FewSuggestions;
        if (text.Length > LongestText || limitText.Length > 0 && !(int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is > 0 and <= MostSuggestions))
        {
            call.Refuse(400, SearchException.Invalid, text.Length > LongestText ? $"The search string must not be longer than {LongestText} characters." : $"The limit must be from 1 to {MostSuggestions}: {limitText}");
            return;
        }

        if (Types(org, call, names) is { } types)
        {
            Suggest(org, call, types, text, limit);
        }
    }

    private static List<SObjectType>? Types(SalesforceOrg org, SimCall call, string[] names)
    {
        var lenient = call.Http.Request.Query["ignoreUnsupportedSObjects"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase);
        var types = new List<SObjectType>();
        foreach (var name in names)
        {
            if (org.Store.Schema.Find(name) is { } type && SearchIndex.IsSearchable(type))
            {
                types.Add(type);
            }
            else if (!lenient)
            {
                call.Refuse(400, "INVALID_TYPE", $"sObject type '{name}' is not supported.");
                return null;
            }
        }

        return types;
    }

    private static void Suggest(SalesforceOrg org, SimCall call, List<SObjectType> types, string text, int limit)
    {
        var named = call.Http.Request.Query["fields"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (named.Length > 0 && types.Select(type => FieldList.Parse(type, named, includeId: false).Error).FirstOrDefault(problem => problem is not null) is { } error)
        {
            call.Refuse(error);
            return;
        }

        var found = text.Count(char.IsLetterOrDigit) < LeastLetters
            ? []
            : types.SelectMany(type => SearchIndex.Find(org, call, type, SearchTerms.Prefix(text), SearchGroup.Name)).Take(limit + 1).ToList();
        Write(call, found.Take(limit), named, found.Count > limit);
    }

    private static void Write(SimCall call, IEnumerable<SRow> rows, string[]? named, bool hasMore)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("autoSuggestResults"u8);
        foreach (var row in rows)
        {
            var (fields, _) = FieldList.Parse(row.Type, [.. (row.Type.NameField is { } name ? new[] { "Id", name.Name } : ["Id"]), .. named ?? []], includeId: true);
            call.WriteRow(row, fields);
        }

        json.WriteEndArray();
        json.WriteBoolean("hasMoreResults"u8, hasMore);
        json.WriteEndObject();
    }

    private static void ScopeOrder(SalesforceOrg org, SimCall call)
    {
        call.Json.WriteStartArray();
        foreach (var type in SearchIndex.Searchable(org))
        {
            call.Json.WriteStartObject();
            call.Json.WriteString("type"u8, type.Json);
            call.Json.WriteString("url"u8, $"{call.DataPath()}/sobjects/{type.Name}/describe");
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
    }

    private static void Layout(SalesforceOrg org, SimCall call)
    {
        var names = call.Http.Request.Query["q"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            call.Refuse(400, "MISSING_ARGUMENT", "The parameter q must name objects.");
            return;
        }

        call.Json.WriteStartArray();
        foreach (var name in names)
        {
            WriteLayout(call, name, org.Store.Schema.Find(name) is { } type && SearchIndex.IsSearchable(type) ? type : null);
        }

        call.Json.WriteEndArray();
    }

    private static void WriteLayout(SimCall call, string name, SObjectType? type)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("errorMsg"u8, type is null ? $"{name} has no search layout." : null);
        json.WriteString("label"u8, "Search Results"u8);
        json.WriteNumber("limitRows"u8, ShownRows);
        json.WriteString("objectType"u8, type?.Name ?? name);
        if (type is null)
        {
            LayoutItems.WriteNone(json, "searchColumns");
        }
        else
        {
            json.WriteStartArray("searchColumns"u8);
            foreach (var field in Shown.Select(shown => type.Find(shown)).Prepend(type.NameField).OfType<SField>())
            {
                json.WriteStartObject();
                json.WriteString("field"u8, $"{type.Name}.{field.Name}");
                json.WriteNull("format"u8);
                json.WriteString("label"u8, field.Label);
                json.WriteString("name"u8, field.Json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
