using SfMarketo.Harness.OrgData;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Harness.Hosting;

/// <summary>The simulators' options of a pair.</summary>
internal static class PairOptions
{
    public static SalesforceSimOptions Salesforce(PairSettings settings) => new()
    {
        ConnectedApps = [settings.Credentials.App with { RequiresPkce = settings.Profile == SimProfile.Strict, RunAsUsername = PairCredentials.SalesforceUsername }],
        Users = [new OrgUser(PairCredentials.SalesforceUsername, "Sync", "Engine"), .. settings.Content.Users],
        Queues = settings.Content.Queues,
        Metadata = settings.SalesforceMetadata,
        OutboundMessages = settings.MessagesTo is { } listener ? SimulatorOptions.Messages(listener) : [],
        WorkflowRules = settings.MessagesTo is null ? [] : SimulatorOptions.MessageRules,
        AllowPasswordGrant = settings.Profile == SimProfile.Developer,
    };

    public static MarketoSimOptions Marketo(PairSettings settings) => new()
    {
        Credentials = [settings.Credentials.Service],
        Channels = StandardAssets.Channels,
        Programs = StandardAssets.Programs,
        Campaigns = [.. StandardAssets.Campaigns, .. StandardAssets.DemoCampaigns],
        Lists = StandardAssets.Lists,
        SmartLists = StandardAssets.DemoSmartLists,
        Emails = StandardAssets.Emails,
        LandingPages = StandardAssets.LandingPages,
        Forms = StandardAssets.Forms,
        Switches = settings.Profile == SimProfile.Developer ? new MarketoSwitches { QueryToken = true } : new MarketoSwitches(),
    };
}
