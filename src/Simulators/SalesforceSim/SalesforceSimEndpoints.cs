using Microsoft.AspNetCore.Routing;
using SfMarketo.SalesforceSim.Collections;
using SfMarketo.SalesforceSim.Composite;
using SfMarketo.SalesforceSim.Control;
using SfMarketo.SalesforceSim.Describe;
using SfMarketo.SalesforceSim.Limits;
using SfMarketo.SalesforceSim.Query;
using SfMarketo.SalesforceSim.Replication;
using SfMarketo.SalesforceSim.Rows;
using SfMarketo.SalesforceSim.SignIn;
using SfMarketo.SalesforceSim.Soap;
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
        app.MapCollections();
        app.MapRetrieve();
        app.MapDescribe();
        app.MapLimits();
        app.MapQuery();
        app.MapOrgControl();
    }
}
