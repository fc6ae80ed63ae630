using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.OrgData;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Tests.Harness.OrgData;

/// <summary>Both simulators as a scenario wants them, seeded, on one clock that stands still.</summary>
internal sealed class TestSystems
{
    public TestSystems(string yaml, ulong seed = 7)
    {
        var reading = new ScenarioReader(StandardVocabulary.Instance).Read("scenarios/x.yaml", yaml);
        reading.Problems.Should().BeEmpty();
        Scenario = reading.Scenario!;
        Clock = new VirtualClock(Scenario.Clock.StartUtc);
        Draws = new Draws(seed);
        Marketo = new MarketoInstance(SimulatorOptions.Marketo(Scenario, []), Clock, Draws);
        Salesforce = new SalesforceOrg(SimulatorOptions.Salesforce(Scenario, [], []), Clock, Draws);
        OrgSeeder.Seed(Scenario, Marketo, Salesforce, Draws);
        Records = new SimulatorRecords(Marketo, Salesforce, StandardAssets.Campaigns);
    }

    public Scenario Scenario { get; }

    public VirtualClock Clock { get; }

    public Draws Draws { get; }

    public MarketoInstance Marketo { get; }

    public SalesforceOrg Salesforce { get; }

    public SimulatorRecords Records { get; }

    /// <summary>A scenario with this org and nothing else of note.</summary>
    public static TestSystems Of(string org, ulong seed = 7) =>
        new($"version: 1\nname: x\nduration: 1h\norg: {org}\ntimeline: [{{at: t+1m, do: salesforce lead created}}]\n", seed);
}
