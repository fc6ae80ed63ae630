using SfMarketo.Kernel.Faults;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>Codes that come of troubles on the vendor's side, which nothing that a client does brings about: they are asked for, by a fault or in the place of another case.</summary>
[Source("Marketo REST API, Error Codes")]
[SimulatorOnly("faults are the simulator's")]
public sealed class VendorTroubleTests
{
    private const string Lead = "/rest/v1/lead/9.json";
    private const string Merge = "/rest/v1/leads/9/merge.json";
    private const string Clone = "/rest/asset/v1/program/9/clone.json";

    [Theory]
    [InlineData("GET", Lead, "604", "Request timed out")]
    [InlineData("GET", Lead, "608", "API Temporarily Unavailable")]
    [InlineData("GET", Lead, "614", "Invalid Subscription")]
    [InlineData("GET", Lead, "703", "The feature is not enabled for the subscription")]
    [InlineData("POST", Merge, "712", "Merge to person Account operation is invalid")]
    [InlineData("GET", Lead, "713", "Transient Error")]
    [InlineData("POST", Merge, "714", "Unable to find the default record type")]
    [InlineData("POST", Clone, "719", "Lock wait timeout exception")]
    [InlineData("POST", Merge, "1076", "Merge would create a duplicate record in the CRM")]
    [InlineData("POST", Merge, "1077", "Merge Leads call failed due to SFDC Field length")]
    [InlineData("POST", Merge, "1078", "Merge Leads call failed due to deleted entity, not a lead/contact, or field filter criteria doesn't match.")]
    [InlineData("POST", Merge, "1079", "Merge Leads call failed due to Personalized URL conflict in duplicate records")]
    [Proves("code 604")]
    [Proves("code 608")]
    [Proves("code 614")]
    [Proves("code 703")]
    [Proves("code 712")]
    [Proves("code 713")]
    [Proves("code 714")]
    [Proves("code 719")]
    [Proves("code 1076")]
    [Proves("code 1077")]
    [Proves("code 1078")]
    [Proves("code 1079")]
    [Unverified("answer.override")]
    public async Task A_call_is_refused_with_the_code_that_is_asked_for(string method, string path, string code, string text)
    {
        await using var marketo = await MarketoHost.StartAsync();
        marketo.Instance.Faults.Add(new FaultMatch { Method = method, Path = path }, new Occurrence(), [new CodeEffect(code)]);

        var byFault = await marketo.SendAsync(new HttpMethod(method), path, "", "application/x-www-form-urlencoded");
        var own = (await marketo.SendAsync(new HttpMethod(method), path, "", "application/x-www-form-urlencoded")).GetProperty("errors")[0].Text("code")!;
        marketo.Instance.SetSwitch("answer.override", $"{method} {path} {own} -> response {code} {text}");
        var byOverride = await marketo.SendAsync(new HttpMethod(method), path, "", "application/x-www-form-urlencoded");

        byFault.ShouldFail(code);
        byFault.GetProperty("errors")[0].Text("message").Should().Be(text);
        own.Should().NotBe(code);
        byOverride.GetProperty("errors").ToString().Should().Be(byFault.GetProperty("errors").ToString());
    }

    [Fact]
    [Proves("code 1014")]
    [Unverified("answer.override")]
    public async Task A_record_is_refused_with_the_code_that_is_asked_for()
    {
        await using var marketo = await MarketoHost.StartAsync();
        marketo.Instance.Faults.Add(new FaultMatch(), new Occurrence(), [new RecordEffect("1014")]);

        var answer = await marketo.PostAsync("/rest/v1/opportunities.json", """{"input":[{"externalOpportunityId":"a","name":"A"}]}""");

        answer.Result().Single().ShouldBeSkipped("1014");
    }

    [Fact]
    [Proves("code 500")]
    [Unverified("http.5xxBody")]
    public async Task The_vendors_server_breaks()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options.Switches with { ServerErrorBody = SfMarketo.MarketoSim.Options.ServerErrorBody.Envelope });
        marketo.Instance.Faults.Add(new FaultMatch(), new Occurrence(), [new StatusEffect(500, StatusBody.Vendor)]);

        (await marketo.GetAsync(Lead)).ShouldFail("500");
    }
}
