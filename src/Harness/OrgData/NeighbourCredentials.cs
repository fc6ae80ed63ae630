using SfMarketo.Harness.Scenarios;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Harness.OrgData;

/// <summary>The user of another integration in both simulated systems. It is there only when a scenario has neighbours: a user more would move the ids of others.</summary>
internal static class NeighbourCredentials
{
    public const string ClientId = "neighbour";
    public const string ClientSecret = "simulated-secret";
    public const string Username = "neighbour@example.invalid";

    public static MarketoCredential MarketoCredential { get; } = new(ClientId, ClientSecret, Username);

    public static OrgUser User { get; } = new(Username, "Neighbour");

    public static bool Has(Scenario scenario, BusinessEvent call) => scenario.Load.Any(line => line.Does == call) || scenario.Timeline.Any(step => step.Do == call);
}
