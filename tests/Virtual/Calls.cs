using System.Text;

namespace SfMarketo.Tests.Virtual;

/// <summary>The engine's calls by what they do, for faults that hit one kind.</summary>
internal static class Calls
{
    public static bool CreatesPeople(HttpRequestMessage request) => Is(request, HttpMethod.Post, "/rest/v1/leads.json") && Body(request).Contains("\"create", StringComparison.Ordinal);

    public static bool UpdatesPeople(HttpRequestMessage request) => Is(request, HttpMethod.Post, "/rest/v1/leads.json") && Body(request).Contains("updateOnly", StringComparison.Ordinal);

    public static bool RequestsCampaign(HttpRequestMessage request) => Is(request, HttpMethod.Post, "trigger.json");

    /// <summary>Activities are asked of type 47 alone.</summary>
    public static bool ReadsCampaignRequests(HttpRequestMessage request) =>
        Is(request, HttpMethod.Get, "/rest/v1/activities.json") && request.RequestUri!.Query.Contains("activityTypeIds=47&", StringComparison.Ordinal);

    public static bool CreatesLeads(HttpRequestMessage request) => Is(request, HttpMethod.Patch, "/composite/sobjects/Lead/MarketoPersonId__c");

    public static bool WritesTasks(HttpRequestMessage request) =>
        Is(request, HttpMethod.Patch, "/composite/sobjects/Task/MarketoGuid__c") || (Is(request, HttpMethod.Post, "/composite/sobjects") && Body(request).Contains("\"Task\"", StringComparison.Ordinal));

    public static bool UpdatesRows(HttpRequestMessage request) => Is(request, HttpMethod.Patch, "/composite/sobjects");

    /// <summary>Writes of program members and of list members.</summary>
    public static bool MovesMembers(HttpRequestMessage request) =>
        request.Method != HttpMethod.Get && (request.RequestUri!.AbsolutePath.Contains("/members/", StringComparison.Ordinal) || request.RequestUri.AbsolutePath.StartsWith("/rest/v1/lists/", StringComparison.Ordinal));

    public static bool WritesCompanies(HttpRequestMessage request) => Is(request, HttpMethod.Post, "/rest/v1/companies.json");

    private static bool Is(HttpRequestMessage request, HttpMethod method, string end) =>
        request.Method == method && request.RequestUri!.AbsolutePath.EndsWith(end, StringComparison.Ordinal);

    private static string Body(HttpRequestMessage request)
    {
        using var copy = new MemoryStream();
        request.Content!.CopyTo(copy, null, CancellationToken.None);
        return Encoding.UTF8.GetString(copy.ToArray());
    }
}
