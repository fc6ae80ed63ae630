using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Control;
using SfMarketo.Kernel.Hosting;
using SfMarketo.Kernel.Instances;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.Hosting;

/// <summary>Both simulators over sockets of this machine, in real time, on one clock that can be moved.</summary>
public sealed class SimulatorPair : IAsyncDisposable
{
    private const int LongestRequestLine = 64 * 1024;
    private const int JournalLines = 65_536;

    private readonly ControlGroup group;
    private readonly WebApplication salesforceApp;
    private readonly WebApplication marketoApp;
    private readonly CancellationTokenSource stopDelivery = new();
    private readonly HttpMessageInvoker toListeners = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private Task delivery = Task.CompletedTask;

    private SimulatorPair(PairSettings settings, OffsetClock clock)
    {
        Clock = clock;
        var seeded = SeededPair.Create(settings, clock.GetUtcNow());
        Salesforce = seeded.Salesforce.Fork(clock);
        Marketo = seeded.Marketo.Fork(clock);
        var data = new PairData(settings, Marketo, Salesforce);
        group = new ControlGroup(JournalLines) { Data = data, AddTo = data.AddTo };
        salesforceApp = Build(Salesforce, SalesforceSimEndpoints.MapSalesforceSim, settings.SalesforcePort, settings.Tls?.Certificate, settings.Tls?.SalesforcePort);
        marketoApp = Build(Marketo, MarketoSimEndpoints.MapMarketoSim, settings.MarketoPort, settings.Tls?.Certificate, settings.Tls?.MarketoPort);
    }

    /// <summary>The clock of the first instances; each other one has its own.</summary>
    public OffsetClock Clock { get; }

    public SalesforceOrg Salesforce { get; }

    public MarketoInstance Marketo { get; }

    /// <summary>The orgs behind <see cref="SalesforceUrl"/>; others are added here or by the control API, and are at <c>SalesforceUrl/ID</c>.</summary>
    public SimInstances SalesforceInstances => salesforceApp.Services.GetRequiredService<SimInstances>();

    /// <summary>The instances behind <see cref="MarketoUrl"/>; others are added here or by the control API, and are at <c>MarketoUrl/ID</c>.</summary>
    public SimInstances MarketoInstances => marketoApp.Services.GetRequiredService<SimInstances>();

    /// <summary>Without a trailing slash.</summary>
    public string SalesforceUrl => Address(salesforceApp);

    /// <summary>Without a trailing slash.</summary>
    public string MarketoUrl => Address(marketoApp);

    /// <summary>Without a trailing slash; null without TLS.</summary>
    public string? SalesforceTlsUrl => TlsAddress(salesforceApp);

    /// <summary>Without a trailing slash; null without TLS.</summary>
    public string? MarketoTlsUrl => TlsAddress(marketoApp);

    /// <summary>Seeds and listens. When it returns, both ports take calls.</summary>
    /// <param name="settings">Ports, data, credentials.</param>
    /// <param name="sink">Sees every call and commit of both after the seeding, and of the instances that are added; null for nobody.</param>
    /// <exception cref="PortException">A port cannot be listened on.</exception>
    public static async Task<SimulatorPair> StartAsync(PairSettings settings, IRecordSink? sink = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var pair = new SimulatorPair(settings, new OffsetClock());
        if (sink is not null)
        {
            pair.Salesforce.Recorder.Add(sink);
            pair.Marketo.Recorder.Add(sink);
            pair.SalesforceInstances.Added += added => added.Recorder.Add(new NamedSink(added.InstanceId, sink));
            pair.MarketoInstances.Added += added => added.Recorder.Add(new NamedSink(added.InstanceId, sink));
        }

        pair.Marketo.UseWebhookSender(pair.toListeners);
        pair.MarketoInstances.Added += added => ((MarketoInstance)added).UseWebhookSender(pair.toListeners);
        try
        {
            await ListenAsync(pair.salesforceApp, "Salesforce", settings.SalesforcePort);
            await ListenAsync(pair.marketoApp, "Marketo", settings.MarketoPort);
            if (settings.MessagesTo is not null)
            {
                pair.delivery = pair.Salesforce.OutboundDelivery.RunAsync(pair.toListeners, pair.stopDelivery.Token);
            }

            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends no more messages and takes no more calls; calls that run end first, for as long as a stopping server waits.</summary>
    public async Task StopAsync()
    {
        await stopDelivery.CancelAsync();
        await delivery;
        await salesforceApp.StopAsync();
        await marketoApp.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await stopDelivery.CancelAsync();
        await delivery;
        toListeners.Dispose();
        stopDelivery.Dispose();
        await salesforceApp.DisposeAsync();
        await marketoApp.DisposeAsync();
    }

    private WebApplication Build(Simulator simulator, Action<IEndpointRouteBuilder> map, int port, X509Certificate2? certificate, int? tlsPort) =>
        SimHost.Build(simulator, map, configure: builder =>
        {
            builder.Services.AddSingleton(group);
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, port);
                if (certificate is not null)
                {
                    kestrel.Listen(IPAddress.Loopback, tlsPort!.Value, endpoint => endpoint.UseHttps(certificate));
                }

                kestrel.AddServerHeader = false;

                // Sizes are the simulator's to refuse, with the vendor's answer and a line in the journal.
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            });
        });

    private static async Task ListenAsync(WebApplication app, string name, int port)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception failure) when (failure is IOException or System.Net.Sockets.SocketException)
        {
            throw new PortException(name, port, failure);
        }
    }

    private static string Address(WebApplication app) => Addresses(app).First(address => address.StartsWith("http:", StringComparison.Ordinal));

    private static string? TlsAddress(WebApplication app) => Addresses(app).FirstOrDefault(address => address.StartsWith("https:", StringComparison.Ordinal));

    private static ICollection<string> Addresses(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
}
