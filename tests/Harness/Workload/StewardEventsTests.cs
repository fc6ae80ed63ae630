using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.Workload;
using SfMarketo.Tests.Harness.OrgData;

namespace SfMarketo.Tests.Harness.Workload;

public sealed class StewardEventsTests
{
    [Fact]
    public void People_delete_undelete_and_merge_on_both_sides()
    {
        var systems = new TestSystems("""
            version: 1
            name: x
            duration: 1h
            org: { people: 20, accounts: 4, marketoOnly: 10, contacts: 50% }
            timeline:
              - { at: t+1m, do: salesforce lead created, as: ada }
              - { at: t+2m, do: salesforce lead created, as: twin }
              - { at: t+3m, do: salesforce lead deleted, who: ada }
              - { at: t+4m, do: salesforce lead undeleted, who: ada }
              - { at: t+5m, do: salesforce leads merged, who: ada, other: twin, with: { Title: Boss } }
              - { at: t+6m, do: salesforce contact deleted }
              - { at: t+7m, do: salesforce contact undeleted }
              - { at: t+8m, do: salesforce contacts merged }
              - { at: t+9m, do: salesforce accounts merged }
              - { at: t+10m, do: marketo person created, as: bob }
              - { at: t+11m, do: marketo people merged, who: bob }
              - { at: t+12m, do: marketo person deleted, who: bob }
            """);

        var player = new WorkloadPlayer(systems.Scenario, systems.Marketo, systems.Salesforce, systems.Records, systems.Draws, systems.Clock);
        var play = player.PlayAsync(TestContext.Current.CancellationToken);
        while (systems.Clock.FireNext())
        {
        }

        play.IsCompletedSuccessfully.Should().BeTrue();
        player.Log.Missed.Should().BeEmpty();
        player.Log.Steps.Should().HaveCount(12);
        var ada = player.Log.Named.Single(record => record.Name == "ada").Id;
        var twin = player.Log.Named.Single(record => record.Name == "twin").Id;
        systems.Salesforce.Find(ada)!.Text("Title").Should().Be("Boss");
        systems.Salesforce.Find(twin).Should().Match<SfMarketo.SalesforceSim.RowView>(row => row.Deleted && row.Text("MasterRecordId") == ada);
        systems.Marketo.LiveCount.Should().Be(systems.Records.Rows(ScenarioObject.Person).Count);
    }
}
