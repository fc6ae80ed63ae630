using System.Globalization;
using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Rows;
using SfMarketo.SalesforceSim.Search.Matching;
using SfMarketo.SalesforceSim.Search.Syntax;

namespace SfMarketo.SalesforceSim.Search;

/// <summary>A search from the parameters of a URL or the members of a body (REST API Developer Guide, "Parameterized Search").</summary>
internal static class SearchParameters
{
    /// <summary>From <c>q</c>, <c>sobject</c>, <c>Account.fields</c> and so on; null when the call has been refused.</summary>
    /// <exception cref="SearchException">The search is refused.</exception>
    public static SoslStatement? FromQuery(SimCall call)
    {
        var query = call.Http.Request.Query;
        var names = query["sobject"].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        string? One(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

        var objects = names.ConvertAll(name => Object(name, One(name + ".fields") ?? One("fields"), One(name + ".where"), One(name + ".orderBy"), One(name + ".limit") ?? One("defaultLimit"), One(name + ".offset")));
        return Make(call, One("q"), One("in"), objects, One("overallLimit"), One("offset"));
    }

    /// <summary>From a JSON body; null when the call has been refused.</summary>
    /// <exception cref="SearchException">The search is refused.</exception>
    public static SoslStatement? FromBody(SimCall call)
    {
        if (!RowBody.CheckContent(call))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(call.Body);
            var body = document.RootElement;
            var objects = new List<SoslObject>();
            if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("sobjects", out var list) && list.ValueKind == JsonValueKind.Array)
            {
                objects.AddRange(list.EnumerateArray().Select(item => Object(
                    Text(item, "name") ?? throw new SearchException("MISSING_ARGUMENT", "An entry of sobjects has no name."),
                    Text(item, "fields") ?? Text(body, "fields"),
                    Text(item, "where"),
                    Text(item, "orderBy"),
                    Text(item, "limit") ?? Text(body, "defaultLimit"),
                    Text(item, "offset"))));
            }

            return Make(call, Text(body, "q"), Text(body, "in"), objects, Text(body, "overallLimit"), Text(body, "offset"));
        }
        catch (JsonException problem)
        {
            call.Refuse(400, "JSON_PARSER_ERROR", JsonPlace.Unexpected(call.Body.Span, problem));
            return null;
        }
    }

    private static SoslStatement? Make(SimCall call, string? term, string? group, List<SoslObject> objects, string? limit, string? offset)
    {
        if (term is null)
        {
            call.Refuse(400, "MISSING_ARGUMENT", "The parameter q is required.");
            return null;
        }

        return new SoslStatement(
            SearchTerms.Parse(term),
            group is null ? SearchGroup.All : SoslParser.GroupOf(group),
            objects,
            Number("overallLimit", limit, SoslStatement.MostRows, SoslStatement.MostRows),
            Number("offset", offset, 0, SoslStatement.MostRows));
    }

    private static SoslObject Object(string name, string? fields, string? where, string? order, string? limit, string? offset)
    {
        var rest = order is null ? "" : " ORDER BY " + order;
        rest += limit is null ? "" : string.Create(CultureInfo.InvariantCulture, $" LIMIT {Number(name + ".limit", limit, 0, SoslStatement.MostRows)}");
        rest += offset is null ? "" : string.Create(CultureInfo.InvariantCulture, $" OFFSET {Number(name + ".offset", offset, 0, SoslStatement.MostRows)}");
        return new SoslObject(name, fields ?? "Id", where, rest);
    }

    private static int Number(string name, string? text, int absent, int most) =>
        text is null ? absent
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number
        : throw new SearchException(SearchException.Invalid, $"The parameter {name} must be a whole number up to {most}: {text}");

    // A text, a number as text, or a list of texts with commas.
    private static string? Text(JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(entry => entry.ToString())) is { Length: > 0 } list ? list : null,
            _ => null,
        };
    }
}
