using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SfMarketo.Kernel.Control;
using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Hosting;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.Bench.Serving;

/// <summary>The simulator as <c>sfmarketo sim</c> serves it: token, journal, limits that are counted and never reached, a fault rule that never hits.</summary>
internal static class SimulatorServer
{
    public const string SignIn = "/identity/oauth/token?grant_type=client_credentials&client_id=bench&client_secret=bench";

    private const int JournalLines = 65_536;

    public static async Task<(IAsyncDisposable Server, string Address, int FirstId)> StartAsync(int people, int activities)
    {
        var options = new MarketoSimOptions
        {
            CallsPerWindow = 2_000_000,
            ConcurrentCalls = 1_000,
            CallsPerDay = int.MaxValue,
            Credentials = [new MarketoCredential("bench", "bench", "bench@example.invalid")],
        };
        var instance = new MarketoInstance(options, new OffsetClock(), new Draws(7));
        instance.Faults.Add(new FaultMatch { Path = "/rest/v1/none/*" }, new Occurrence(times: null), [new StatusEffect(503)]);
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
        GC.Collect();
        var app = SimHost.Build(instance, MarketoSimEndpoints.MapMarketoSim, configure: builder =>
        {
            builder.Services.AddSingleton(new ControlGroup(JournalLines));
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, 0);
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            });
        });
        await app.StartAsync();
        return (app, app.Urls.First(), ids[0]);
    }
}
