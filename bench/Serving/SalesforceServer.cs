using System.Security.Cryptography;
using SfMarketo.Kernel.Control;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Bench.Serving;

/// <summary>The Salesforce simulator with leads.</summary>
internal static class SalesforceServer
{
    private const string User = "bench@example.invalid";

    public static IReadOnlyList<KeyValuePair<string, string>> SignIn { get; } =
        [new("grant_type", "password"), new("client_id", "bench"), new("client_secret", "x"), new("username", User), new("password", "x")];

    public static async Task<(IAsyncDisposable Server, string Address, string FirstId)> StartAsync(int leads)
    {
        using var key = RSA.Create(2048);
        var options = new SalesforceSimOptions
        {
            AllowPasswordGrant = true,
            RequestsPerDay = int.MaxValue,
            Users = [new OrgUser(User, "Bench")],
            ConnectedApps = [new ConnectedApp("bench", key.ExportSubjectPublicKeyInfoPem(), [User])],
        };
        var org = new SalesforceOrg(options, new OffsetClock(), new Draws(7));
        var ids = new string[leads];
        for (var number = 0; number < leads; number++)
        {
            ids[number] = org.CreateRow("Lead", Leads.Fields(number), "seed");
        }

        if (Leads.Id(ids[0], leads - 1) != ids[^1])
        {
            throw new InvalidOperationException("Ids of leads have gaps.");
        }

        var (server, address) = await SimulatorServer.StartAsync(org, routes => routes.MapSalesforceSim(), "/services/data/v59.0/none/*");
        return (server, address, ids[0]);
    }
}
