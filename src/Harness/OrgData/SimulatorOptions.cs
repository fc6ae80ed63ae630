using System.Globalization;
using SfMarketo.Harness.Running;
using SfMarketo.Harness.Scenarios;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Harness.OrgData;

/// <summary>Turns a scenario's limits, network and rules into the simulators' options.</summary>
public static class SimulatorOptions
{
    public static MarketoSimOptions Marketo(Scenario scenario, IReadOnlyList<MarketoCredential> credentials)
    {
        var limits = scenario.Limits.Marketo;
        var defaults = new MarketoSimOptions();
        return new MarketoSimOptions
        {
            CallsPerWindow = limits.CallsPerWindow ?? defaults.CallsPerWindow,
            WindowSeconds = limits.WindowSeconds ?? defaults.WindowSeconds,
            ConcurrentCalls = limits.ConcurrentCalls ?? defaults.ConcurrentCalls,
            CallsPerDay = limits.CallsPerDay ?? defaults.CallsPerDay,
            CallsSpentToday = limits.CallsSpentToday ?? defaults.CallsSpentToday,
            Credentials = NeighbourCredentials.Has(scenario, BusinessEvent.MarketoNeighbourCall) ? [.. credentials, NeighbourCredentials.MarketoCredential] : credentials,
            ServiceTime = scenario.Network.Marketo.Service,
            Channels = StandardAssets.Channels,
            Programs = StandardAssets.Programs,
            Campaigns = StandardAssets.Campaigns,
            Lists = StandardAssets.Lists,
            Emails = StandardAssets.Emails,
            LandingPages = StandardAssets.LandingPages,
            Forms = StandardAssets.Forms,
        };
    }

    /// <param name="scenario">Gives limits, service time and the assignment rule.</param>
    /// <param name="apps">Who may sign in.</param>
    /// <param name="users">The engine's user; the owners of the assignment rule are added.</param>
    public static SalesforceSimOptions Salesforce(Scenario scenario, IReadOnlyList<ConnectedApp> apps, IReadOnlyList<OrgUser> users)
    {
        var limits = scenario.Limits.Salesforce;
        var defaults = new SalesforceSimOptions();
        var hasNeighbour = NeighbourCredentials.Has(scenario, BusinessEvent.SalesforceNeighbourCall);
        OrgUser[] owners = [.. Enumerable.Range(1, scenario.Org.Assignment?.Owners ?? 0).Select(number => Owner(number, scenario.Clock.Zone.Id))];
        return new SalesforceSimOptions
        {
            RequestsPerDay = limits.RequestsPerDay ?? defaults.RequestsPerDay,
            RequestsSpent = limits.RequestsSpent ?? defaults.RequestsSpent,
            ConnectedApps = apps,
            AllowPasswordGrant = hasNeighbour,
            Users = [.. users, .. owners, .. hasNeighbour ? [NeighbourCredentials.User] : Array.Empty<OrgUser>()],
            ConcurrentLongRunning = limits.ConcurrentLongRunning ?? defaults.ConcurrentLongRunning,
            ServiceTime = scenario.Network.Salesforce.Service,
            TaskGuidIsExternalId = scenario.Org.TaskExternalId,
            OutboundMessages = scenario.Org.OutboundMessages ? Messages(EngineListener.Address) : [],
            WorkflowRules = scenario.Org.OutboundMessages ? MessageRules : [],
            AssignmentRule = scenario.Org.Assignment is { } rule
                ? new AssignmentRule(rule.Rule, [new AssignmentEntry(null, null, [.. owners.Select(owner => owner.Username)])])
                : null,
        };
    }

    /// <summary>Objects whose saves are told to the engine.</summary>
    internal static IReadOnlyList<string> MessageObjects { get; } = ["Lead", "Contact", "Account", "Opportunity"];

    /// <summary>One for each save of each of <see cref="MessageObjects"/>.</summary>
    internal static IReadOnlyList<WorkflowRule> MessageRules { get; } = [.. MessageObjects.Select(Rule)];

    /// <summary>The messages of <see cref="MessageRules"/>.</summary>
    /// <param name="endpoint">Where the engine listens.</param>
    internal static IReadOnlyList<OutboundMessageDefinition> Messages(Uri endpoint) => [.. MessageObjects.Select(record => new OutboundMessageDefinition
    {
        Name = record + " changed",
        Object = record,
        EndpointUrl = endpoint.ToString(),
        Fields = record is "Lead" or "Contact" ? ["Email", "LastModifiedDate"] : ["Name", "LastModifiedDate"],
        IntegrationUser = EngineCredentials.Username,
    })];

    private static WorkflowRule Rule(string record) => new() { Name = record + " saved", Object = record, Messages = [record + " changed"] };

    /// <summary>Those to whom the rule assigns sit where the scenario's clock hangs.</summary>
    private static OrgUser Owner(int number, string zone) => new(string.Create(CultureInfo.InvariantCulture, $"sdr{number}@example.invalid"), $"Sdr {number}", TimeZone: zone);
}
