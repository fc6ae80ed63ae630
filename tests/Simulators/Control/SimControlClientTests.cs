using SfMarketo.Harness.OrgData;
using SfMarketo.Kernel.Control.Client;
using SfMarketo.Tests.Contract.Marketo;
using SfMarketo.Tests.Contract.Salesforce;
using SfMarketo.Tests.Simulators.Faults;

namespace SfMarketo.Tests.Simulators.Control;

/// <summary>The typed client speaks the control API.</summary>
public sealed class SimControlClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_reads_and_changes_limits_switches_usage_and_clock()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        var client = Of(marketo);

        var limits = await client.SetLimitsAsync(new SimLimits { CallsPerDay = 500, WindowKind = "fixed" }, Cancellation);
        await client.SetSwitchAsync("auth.missingToken", "600", Cancellation);
        await client.Marketo.SpendCallsAsync(20, Cancellation);

        (limits.CallsPerDay, limits.CallsPerWindow, limits.WindowKind).Should().Be((500, 100, "fixed"));
        (await client.GetLimitsAsync(Cancellation)).Should().BeEquivalentTo(limits);
        (await client.GetSwitchesAsync(Cancellation))["auth.missingToken"].Should().BeEquivalentTo(new SimSwitch("600", ["603", "600"]));
        (await client.GetUsageAsync(Cancellation)).Today.Should().Be(20);
        (await client.GetClockAsync(Cancellation)).Now.Should().Be(marketo.Host.Time.GetUtcNow());
    }

    [Fact]
    public async Task It_keeps_restores_and_copies_records_and_reads_what_there_is()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        var client = Of(marketo);
        var person = await client.Marketo.CreatePersonAsync(new Dictionary<string, object?> { ["email"] = "ada@example.com" }, Cancellation);
        var id = await client.SnapshotAsync(cancellation: Cancellation);
        await client.Marketo.DeletePersonAsync(person, Cancellation);

        var copy = await client.MakeInstanceAsync("987-XYZ-654", id, Cancellation);
        await copy.Marketo.EditPersonAsync(person, new Dictionary<string, object?> { ["title"] = "Analyst" }, Cancellation);
        var moved = await copy.AdvanceClockAsync(TimeSpan.FromHours(1), Cancellation);
        var (here, there) = (await client.GetStateAsync(Cancellation), await copy.GetStateAsync(Cancellation));
        await client.RestoreAsync(id, Cancellation);
        var names = (await client.GetInstancesAsync(Cancellation)).Select(instance => instance.Id);
        await client.RemoveInstanceAsync("987-XYZ-654", Cancellation);

        (here.Counts["people"], there.Counts["people"], (await client.GetStateAsync(Cancellation)).Counts["people"]).Should().Be((0, 1, 1));
        (here.Instance, there.Instance, here.Snapshots.Single()).Should().Be(("123-ABC-456", "987-XYZ-654", id));
        names.Should().Equal("123-ABC-456", "987-XYZ-654");
        (moved.Now - marketo.Host.Time.GetUtcNow()).Should().Be(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task It_adds_faults_and_reads_the_journal()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        var client = Of(marketo);
        var fault = await client.AddFaultAsync(SimFault.OfCode("608", path: "/rest/*", times: 1), Cancellation);

        await marketo.ReadAsync();
        await marketo.ReadAsync("/rest/v1/leeds.json");
        var lines = (await client.GetJournalAsync(path: "/rest/*", cancellation: Cancellation)).Lines;

        (await client.GetFaultAsync(fault.Id!, Cancellation)).Hits.Should().Be(1);
        lines.Select(line => (line.Codes.Single(), line.Fault)).Should().Equal(("608", fault.Id), ("610", null));
        lines[1].Guidance.Should().StartWith("no match: ");
        await client.RemoveFaultAsync(fault.Id!, Cancellation);
        await client.ClearFaultsAsync(Cancellation);
        (await client.GetFaultsAsync(Cancellation)).Should().BeEmpty();
    }

    [Fact]
    public async Task It_does_what_people_do_in_Marketo()
    {
        await using var marketo = await ControlledMarketo.StartAsync(MarketoHost.Options with
        {
            Channels = StandardAssets.Channels,
            Programs = StandardAssets.Programs,
            Campaigns = StandardAssets.DemoCampaigns,
            Lists = StandardAssets.Lists,
            Emails = StandardAssets.Emails,
            Forms = StandardAssets.Forms,
        });
        var people = Of(marketo).Marketo;
        var ids = await marketo.Host.CreateAsync("ada@example.com", "eve@example.com");

        await people.ChangeScoreAsync(ids[0], 5, Cancellation);
        await people.AddInterestingMomentAsync(ids[0], "Web", "Read the price list", Cancellation);
        await people.SendEmailAsync(ids[0], "Spring Launch", Cancellation);
        await people.OpenEmailAsync(ids[0], "Spring Launch", bot: true, Cancellation);
        await people.ClickEmailAsync(ids[0], "Spring Launch", "https://www.example.com/", cancellation: Cancellation);
        await people.FillOutFormAsync(ids[0], "Contact Us", cancellation: Cancellation);
        await people.AddToListAsync("Newsletter Subscribers", ids[0], Cancellation);
        (await people.SendEmailToListAsync("Newsletter Subscribers", "Spring Launch", new Dictionary<string, double> { ["opens"] = 0 }, Cancellation)).Should().Be(1);
        await people.BounceEmailAsync(ids[0], "Spring Launch", soft: true, Cancellation);
        await people.RemoveFromListAsync("Newsletter Subscribers", ids[0], Cancellation);
        await people.SetProgramStatusAsync("Spring Nurture", ids[0], "Engaged", Cancellation);
        await people.RunCampaignAsync("Request Demo Follow-Up", ids, Cancellation);
        await people.UnsubscribeAsync(ids[0], cancellation: Cancellation);
        await people.MergePeopleAsync(ids[0], ids[1], Cancellation);
        await people.AddServiceAsync("reporting", "r3port", "reporting@example.com", ["Read-Only Lead"], Cancellation);
        await people.RemoveServiceAsync("reporting", Cancellation);
        await people.ExpireTokensAsync(Cancellation);

        marketo.Host.Instance.Activities.Select(activity => activity.TypeId).Should().Contain([22, 46, 6, 10, 11, 2, 24, 25, 27, 104, 9, 32]);
        (await marketo.ReadAsync()).Should().Be("602");
    }

    [Fact]
    public async Task It_does_what_people_do_in_Salesforce()
    {
        await using var org = await FaultedOrg.StartAsync();
        var client = new SimControlClient(org.Host.Http, "http://simulator");
        Dictionary<string, object?> fields = new() { ["LastName"] = "Ada", ["Company"] = "Engines" };

        var (lead, other) = (await client.Salesforce.CreateAsync("Lead", fields, Cancellation), await client.Salesforce.CreateAsync("Lead", fields, Cancellation));
        await client.Salesforce.EditAsync(lead, new Dictionary<string, object?> { ["Title"] = "Analyst" }, Cancellation);
        await client.Salesforce.DeleteAsync(other, Cancellation);
        await client.Salesforce.UndeleteAsync(other, Cancellation);
        await client.Salesforce.MergeAsync("Lead", lead, [other], Cancellation);
        var converted = await client.Salesforce.ConvertAsync(lead, cancellation: Cancellation);
        await client.Salesforce.WinAsync(converted.OpportunityId!, Cancellation);
        await client.Salesforce.LoseAsync(converted.OpportunityId!, Cancellation);
        await client.Salesforce.ReopenAsync(converted.OpportunityId!, cancellation: Cancellation);
        await client.Salesforce.SpendCallsAsync(7, Cancellation);
        await client.Salesforce.ExpireSessionsAsync(Cancellation);

        org.Host.Org.Find(converted.OpportunityId!)!.Text("StageName").Should().Be("Prospecting");
        (await client.GetUsageAsync(Cancellation)).RequestsInLast24Hours.Should().Be(8);
        (await client.GetLimitsAsync(Cancellation)).RequestsPerDay.Should().Be(OrgHost.DefaultOptions.RequestsPerDay);
    }

    [Fact]
    public async Task A_refusal_is_an_exception_with_what_where_and_what_to_do()
    {
        await using var marketo = await ControlledMarketo.StartAsync();

        var refused = await FluentActions.Awaiting(() => Of(marketo).SetSwitchAsync("auth.missingToken", "604", Cancellation)).Should().ThrowAsync<SimControlException>();

        refused.Which.Should().BeEquivalentTo(new { Status = 400, What = "auth.missingToken cannot be '604'", Where = "auth.missingToken", Help = "it takes 603 or 600" });
    }

    private static SimControlClient Of(ControlledMarketo marketo) => new(marketo.Host.Http, "http://simulator/");
}
