using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Activities;
using SfMarketo.MarketoSim.BulkExtract;
using SfMarketo.MarketoSim.BulkImport;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Companies;
using SfMarketo.MarketoSim.Control;
using SfMarketo.MarketoSim.CustomObjects;
using SfMarketo.MarketoSim.Emails;
using SfMarketo.MarketoSim.Folders;
using SfMarketo.MarketoSim.Forms;
using SfMarketo.MarketoSim.Identity;
using SfMarketo.MarketoSim.LandingPages;
using SfMarketo.MarketoSim.Leads;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.NamedAccounts;
using SfMarketo.MarketoSim.Opportunities;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Partitions;
using SfMarketo.MarketoSim.Programs;
using SfMarketo.MarketoSim.SalesPersons;
using SfMarketo.MarketoSim.Schema;
using SfMarketo.MarketoSim.SmartCampaigns;
using SfMarketo.MarketoSim.SmartLists;
using SfMarketo.MarketoSim.Tags;
using SfMarketo.MarketoSim.Usage;

namespace SfMarketo.MarketoSim;

/// <summary>The one list of what the simulated Marketo answers.</summary>
public static class MarketoSimEndpoints
{
    /// <summary>How System.Text.Json marks what its own serializer would throw as a JsonException.</summary>
    private const string UnreadableText = "System.Text.Json.Rethrowable";

    /// <summary>Stands for the operation of a call that has none.</summary>
    internal static readonly MarketoOperation None = new(MarketoPermissions.None, _ => { });

    public static void MapMarketoSim(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var identity = new MarketoOperation(MarketoPermissions.None, IdentityEndpoint.Answer) { IsIdentity = true };
        app.MapRoute(new MarketoRoute("/identity/oauth/token") { Get = identity, Post = identity });
        app.MapLeads();
        app.MapPartitions();
        app.MapForms();
        app.MapLeadSchema();
        app.MapActivities();
        app.MapPrograms();
        app.MapCampaigns();
        app.MapSmartCampaigns();
        app.MapSmartLists();
        app.MapEmails();
        app.MapLandingPages();
        app.MapFolders();
        app.MapTags();
        app.MapCompanies();
        app.MapOpportunities();
        app.MapSalesPersons();
        app.MapNamedAccounts();
        app.MapCustomObjects();
        app.MapLists();
        app.MapUsage();
        app.MapBulkImport();
        app.MapBulkExtract();
        app.MapInstanceControl();
    }

    internal static void MapRoute(this IEndpointRouteBuilder app, MarketoRoute route)
    {
        app.MapCalls(route.Pattern, Answer).WithMetadata(route);
    }

    private static void Answer(SimCall sim)
    {
        var call = (MarketoCall)sim.Session!;
        var instance = call.Instance;
        instance.Due.Run(sim.Now);
        using var conditions = instance.Store.Conditions.During(sim.Lateness, sim.Skew);
        try
        {
            call.Operation.Answer(call);
        }
        catch (JsonException)
        {
            // Endpoints read their body before they write anything.
            call.Fail(MarketoErrors.InvalidJson);
        }
        catch (InvalidOperationException broken) when (broken.Source == UnreadableText)
        {
            // Half a surrogate pair: valid JSON by its grammar, but no text.
            call.Fail(MarketoErrors.InvalidJson);
        }

        instance.Campaigns.Settle();
    }

    internal static MarketoOperation Reads(Action<MarketoCall> answer, MarketoPermissions permission = MarketoPermissions.ReadLead) => new(permission, answer);

    internal static MarketoOperation Writes(Action<MarketoCall> answer, MarketoPermissions permission = MarketoPermissions.ReadWriteLead) => new(permission, answer);
}
