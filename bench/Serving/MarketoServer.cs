using System.Globalization;
using SfMarketo.Kernel.Control;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.Bench.Serving;

/// <summary>The Marketo simulator with people and their activities.</summary>
internal static class MarketoServer
{
    public const string SignIn = "/identity/oauth/token?grant_type=client_credentials&client_id=bench&client_secret=bench";

    public static async Task<(IAsyncDisposable Server, string Address, string FirstId)> StartAsync(int people, int activities)
    {
        var options = new MarketoSimOptions
        {
            CallsPerWindow = 2_000_000,
            ConcurrentCalls = 1_000,
            CallsPerDay = int.MaxValue,
            Credentials = [new MarketoCredential("bench", "bench", "bench@example.invalid")],
        };
        var instance = new MarketoInstance(options, new OffsetClock(), new Draws(7));
        var ids = new int[people];
        for (var number = 0; number < people; number++)
        {
            ids[number] = instance.CreatePerson(People.Fields(number), "seed");
        }

        // A person's first activity is New Lead.
        for (var number = people; number < activities; number++)
        {
            instance.LogActivity(ids[number % people], "Visit Webpage", number % 500, string.Create(CultureInfo.InvariantCulture, $"www.example.com/{number % 500}"),
                [new("Client IP Address", string.Create(CultureInfo.InvariantCulture, $"192.0.2.{number % 250}")), new("User Agent", "Browser"), new("Webpage URL", string.Create(CultureInfo.InvariantCulture, $"/{number % 500}"))]);
        }

        if (ids[^1] - ids[0] != people - 1)
        {
            throw new InvalidOperationException("Ids of people have gaps.");
        }

        // As a seeded instance is: its e-mails have been looked up.
        instance.FindPeople("email", People.Email(0));
        var (server, address) = await SimulatorServer.StartAsync(instance, MarketoSimEndpoints.MapMarketoSim, "/rest/v1/none/*");
        return (server, address, ids[0].ToString(CultureInfo.InvariantCulture));
    }
}
