using Microsoft.AspNetCore.Routing;
using SfMarketo.SalesforceSim.Actions;
using SfMarketo.SalesforceSim.Bulk.Ingest;
using SfMarketo.SalesforceSim.Bulk.Queries;
using SfMarketo.SalesforceSim.BulkV1;
using SfMarketo.SalesforceSim.Collections;
using SfMarketo.SalesforceSim.Composite;
using SfMarketo.SalesforceSim.Control;
using SfMarketo.SalesforceSim.Describe;
using SfMarketo.SalesforceSim.Layouts;
using SfMarketo.SalesforceSim.Limits;
using SfMarketo.SalesforceSim.ListViews;
using SfMarketo.SalesforceSim.Process;
using SfMarketo.SalesforceSim.Query;
using SfMarketo.SalesforceSim.Recent;
using SfMarketo.SalesforceSim.Replication;
using SfMarketo.SalesforceSim.Rows;
using SfMarketo.SalesforceSim.Search;
using SfMarketo.SalesforceSim.SignIn;
using SfMarketo.SalesforceSim.Soap;
using SfMarketo.SalesforceSim.Tooling;
using SfMarketo.SalesforceSim.UiApi;
using SfMarketo.SalesforceSim.Versions;

namespace SfMarketo.SalesforceSim;

/// <summary>The list of the org's resources.</summary>
public static class SalesforceSimEndpoints
{
    public static void MapSalesforceSim(this IEndpointRouteBuilder app)
    {
        app.MapSignIn();
        app.MapIdentity();
        app.MapAuthorize();
        app.MapDiscovery();
        app.MapSingleAccess();
        app.MapSoap();
        app.MapVersions();
        app.MapReplication();
        app.MapRows();
        app.MapKeys();
        app.MapComposite();
        app.MapBatch();
        app.MapGraph();
        app.MapTree();
        app.MapCollections();
        app.MapRetrieve();
        app.MapDescribe();
        app.MapLayouts();
        app.MapScreens();
        app.MapAbsent();
        app.MapProcess();
        app.MapRecent();
        app.MapRelevant();
        app.MapListViews();
        app.MapLimits();
        app.MapQuery();
        app.MapIngest();
        app.MapBulkQuery();
        app.MapClassicBulk();
        app.MapSearch();
        app.MapSuggestions();
        app.MapActions();
        app.MapApexRest();
        app.MapTooling();
        app.MapUiRecords();
        app.MapUiScreens();
        app.MapUiPicklists();
        app.MapUiRelated();
        app.MapOrgControl();
    }
}
