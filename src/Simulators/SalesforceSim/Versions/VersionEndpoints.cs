using System.Globalization;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.Versions;

/// <summary><c>/services/data</c> and the resource list of a version (salesforce-rest.md section 2.1).</summary>
internal static class VersionEndpoints
{
    // v59.0 is Winter '24; three a year.
    private const int Reference = 59;
    private const int ReferenceYear = 24;

    private static readonly string[] Seasons = ["Winter", "Spring", "Summer"];
    private static readonly string[] Resources =
    [
        "tooling", "sobjects", "query", "queryAll", "search", "parameterizedSearch", "recent", "limits", "composite", "jobs", "actions", "tabs", "theme", "appMenu", "quickActions", "compactLayouts", "process",
    ];

    public static void MapVersions(this IEndpointRouteBuilder app)
    {
        app.MapOpen("GET", "/services/data", List);
        app.MapData("GET", "", ListResources);
    }

    private static void List(SalesforceOrg org, SimCall call)
    {
        var json = call.Json;
        json.WriteStartArray();
        for (var version = org.Switches.ApiMinVersion; version <= org.Switches.ApiMaxVersion; version++)
        {
            json.WriteStartObject();
            json.WriteString("label"u8, Label(version));
            json.WriteString("url"u8, string.Create(CultureInfo.InvariantCulture, $"/services/data/v{version}.0"));
            json.WriteString("version"u8, string.Create(CultureInfo.InvariantCulture, $"{version}.0"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void ListResources(SalesforceOrg org, SimCall call)
    {
        var json = call.Json;
        var path = call.DataPath();
        json.WriteStartObject();
        foreach (var resource in Resources)
        {
            json.WriteString(resource, $"{path}/{resource}");
        }

        json.WriteString("identity"u8, IdentityEndpoints.IdUrl(org, call, ((Session)call.Session!).User.Id));
        json.WriteEndObject();
    }

    private static string Label(int version)
    {
        // Winter of a year opens it: 59 Winter '24, 60 Spring '24, 61 Summer '24, 62 Winter '25.
        var steps = version - Reference;
        var season = (steps % 3 + 3) % 3;
        var year = ReferenceYear + (steps - season) / 3;
        return string.Create(CultureInfo.InvariantCulture, $"{Seasons[season]} '{year:00}");
    }
}
