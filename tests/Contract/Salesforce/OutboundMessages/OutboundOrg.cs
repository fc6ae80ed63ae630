using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Tests.Contract.Salesforce.OutboundMessages;

/// <summary>An org that tells each save of a Lead, and a listener.</summary>
internal sealed class OutboundOrg : IAsyncDisposable
{
    private OutboundOrg(OrgHost host) => Host = host;

    public OrgHost Host { get; }

    public SalesforceSim.SalesforceOrg Org => Host.Org;

    public Listener Listener { get; } = new();

    public static OutboundMessageDefinition Definition => new() { Name = "LeadChanged", Object = "Lead", EndpointUrl = "http://listener.example/sf", Fields = ["Email", "LastName", "IsConverted", "AnnualRevenue", "LastModifiedDate"] };

    public static WorkflowRule Rule => new() { Name = "Tell", Object = "Lead", Messages = ["LeadChanged"] };

    public static async Task<OutboundOrg> StartAsync(
        OutboundMessageDefinition? definition = null, WorkflowRule? rule = null, SalesforceSwitches? switches = null, LatencyDistribution delay = default, double repeats = 0) => new(await OrgHost.StartAsync(new SalesforceSimOptions
        {
            ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
            Users = OrgHost.DefaultOptions.Users,
            Queues = OrgHost.DefaultOptions.Queues,
            Switches = switches ?? new SalesforceSwitches(),
            OutboundMessages = [definition ?? Definition],
            WorkflowRules = [rule ?? Rule],
            OutboundDelay = delay,
            OutboundRepeats = repeats,
        }));

    public string AddLead(string name = "Ray", string? email = null) => Org.CreateRow("Lead", [new("LastName", name), new("Company", "Acme"), new("Email", email)], "test");

    /// <summary>Sends what is due now.</summary>
    public Task Send() => Org.OutboundDelivery.SendDueAsync(Listener.Invoker, TestContext.Current.CancellationToken);

    public Task SendAfter(TimeSpan wait)
    {
        Host.Clock.Advance(wait);
        return Send();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
