using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>A path of the API with what we answer on it, by method.</summary>
internal sealed class MarketoRoute(string pattern)
{
    public string Pattern { get; } = pattern;

    public MarketoOperation? Get { get; init; }

    public MarketoOperation? Post { get; init; }

    public MarketoOperation? Patch { get; init; }

    /// <summary>Static lists have it; leads as an older form.</summary>
    public MarketoOperation? Delete { get; init; }

    /// <summary>The methods that an endpoint answers; none for one that is not the API's.</summary>
    public static IEnumerable<string> MethodsOf(Microsoft.AspNetCore.Http.Endpoint endpoint)
    {
        var route = endpoint.Metadata.GetMetadata<MarketoRoute>();
        (string Method, MarketoOperation? Operation)[] all = [("GET", route?.Get), ("POST", route?.Post), ("DELETE", route?.Delete)];
        return all.Where(one => one.Operation is { IsSeedForm: false, IsOlderForm: false }).Select(one => one.Method);
    }

    /// <summary>The operation of a request; any GET may also be sent as POST with <c>_method=GET</c>, its query in a form body, and a DELETE with <c>_method=DELETE</c>.</summary>
    public MarketoOperation? For(string method, string query, MarketoSwitches switches)
    {
        var operation = method switch
        {
            "GET" => Get,
            "POST" => Override(query) switch
            {
                "GET" when Get is not null => Get,
                "DELETE" when Delete is not null => Delete,
                _ => Post,
            },
            "PATCH" => Patch,
            "DELETE" when Delete is { IsOlderForm: true } => switches.LeadHttpDelete ? Delete : null,
            "DELETE" => Delete,
            _ => null,
        };
        return operation is { IsSeedForm: true } && !switches.CompatSeed ? null : operation;
    }

    /// <summary>Whether the query says <c>_method=GET</c>.</summary>
    public static bool IsOverridden(string query) => Override(query) == "GET";

    private static string? Override(string query)
    {
        foreach (var part in new CallParameters(query))
        {
            if (part.Name == "_method")
            {
                return part.Value;
            }
        }

        return null;
    }
}
