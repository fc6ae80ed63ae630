using SfMarketo.SalesforceSim;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

[Source("Salesforce Help, Recycle Bin")]
public sealed class BinTests
{
    [Fact]
    [Proves("behaviour recycle bin")]
    [SimulatorOnly]
    public async Task When_the_bin_is_full_the_oldest_rows_go_for_good()
    {
        await using var host = await RuledOrg.StartAsync("""{"recycleBinRows": 2}""");
        var leads = new[] { await host.CreateLead(), await host.CreateLead(), await host.CreateLead() };
        foreach (var lead in leads)
        {
            await host.Call("DELETE", "sobjects/Lead/" + lead);
        }

        (await host.Call("GET", "queryAll?q=SELECT+Id+FROM+Lead"))["records"].EnumerateArray().Select(row => row.GetProperty("Id").GetString()).Should().BeEquivalentTo(leads[1..]);
        FluentActions.Invoking(() => host.Org.UndeleteRow(leads[0], "test")).Should().Throw<SalesforceRowException>();
        host.Org.UndeleteRow(leads[1], "test");
        host.Org.DeleteRow(leads[1], "test");
        host.Org.DeleteRow(await host.CreateLead(), "test");
        host.Org.Find(leads[2]).Should().BeNull("it is the oldest now");
        host.Org.Find(leads[1])!.Deleted.Should().BeTrue();
    }

    [Fact]
    [Proves("behaviour recycle bin")]
    [SimulatorOnly]
    public async Task The_key_of_a_row_that_is_gone_is_free_and_its_id_is_not_given_again()
    {
        await using var host = await RuledOrg.StartAsync("""{"recycleBinRows": 1}""");
        var first = await host.CreateLead("\"MarketoPersonId__c\":\"1\"");
        await host.Call("DELETE", "sobjects/Lead/" + first);
        await host.Call("DELETE", "sobjects/Lead/" + await host.CreateLead());

        var second = await host.CreateLead("\"MarketoPersonId__c\":\"1\"");

        (await host.Call("GET", "sobjects/Lead/" + first)).Status.Should().Be(404);
        second.Should().NotBe(first);
    }
}
