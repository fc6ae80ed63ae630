using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Soap;

[Source("SOAP API Developer Guide, convertLead(), merge()")]
public sealed class SoapConvertTests
{
    private const string Status = "<convertedStatus>Closed - Converted</convertedStatus>";

    [Fact]
    [Proves("soap convertLead")]
    [Proves("behaviour convertLead")]
    [Proves("code INVALID_STATUS")]
    [Proves("code CANNOT_UPDATE_CONVERTED_LEAD")]
    public async Task A_lead_becomes_account_contact_and_opportunity_and_others_their_own_errors()
    {
        await using var host = await OrgHost.StartAsync();
        var (lead, other) = (await host.CreateLead(), await host.CreateLead());

        var answer = await host.Soap("convertLead", Wish(lead, Status + "<opportunityName>Acme-</opportunityName>") + Wish(other, "<convertedStatus>Open</convertedStatus>") + Wish(other, ""));

        answer.Each("success").Should().Equal("true", "false", "false");
        answer.Results[0].Elements().Select(element => element.Name.LocalName).Should().Equal("accountId", "contactId", "leadId", "opportunityId", "success");
        answer.Each("leadId")[0].Should().Be(lead);
        answer.Results[1].Value.Should().Contain("INVALID_STATUS").And.Contain("invalid convertedStatus: Open");
        answer.Results[2].Value.Should().Contain("REQUIRED_FIELD_MISSING");
        var row = await host.Call("GET", "sobjects/Lead/" + lead);
        row["IsConverted"].GetBoolean().Should().BeTrue();
        row["ConvertedContactId"].GetString().Should().Be(answer.Each("contactId")[0]);
        (await host.Call("GET", "sobjects/Opportunity/" + answer.Each("opportunityId")[0]))["Name"].GetString().Should().Be("Acme-");
        (await host.Soap("convertLead", Wish(lead, Status)))["statusCode"].Should().Be("CANNOT_UPDATE_CONVERTED_LEAD");
    }

    [Fact]
    [Proves("soap convertLead")]
    [Proves("behaviour convertLead")]
    [Proves("code INVALID_CROSS_REFERENCE_KEY")]
    [Proves("code EXCEEDED_ID_LIMIT")]
    public async Task A_lead_joins_rows_that_are_there_and_makes_no_opportunity()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        var lead = await host.CreateLead();

        var answer = await host.Soap("convertLead", Wish(lead, $"<accountId>{account}</accountId><contactId xsi:nil=\"true\"/>{Status}<doNotCreateOpportunity>true</doNotCreateOpportunity>"));

        (answer["accountId"], answer["success"]).Should().Be((account, "true"));
        answer.Http.Body.Should().Contain("<opportunityId xsi:nil=\"true\"/>");
        (await host.Soap("convertLead", Wish(account, Status)))["statusCode"].Should().Be("INVALID_CROSS_REFERENCE_KEY");
        (await host.Soap("convertLead", string.Concat(Enumerable.Repeat(Wish(lead, Status), 101))))["faultcode"].Should().Be("sf:EXCEEDED_ID_LIMIT");
    }

    [Theory]
    [InlineData("request")]
    [InlineData("mergeRequests")]
    [Proves("soap merge")]
    [Proves("behaviour merge")]
    [SimulatorOnly("two names of one element")]
    public async Task Losers_go_to_the_bin_with_a_pointer_and_their_children_move(string element)
    {
        await using var host = await OrgHost.StartAsync();
        var master = await host.Create("Contact", """{"LastName":"Ray"}""");
        var loser = await host.Create("Contact", """{"LastName":"Rey"}""");
        var task = await host.Create("Task", "{\"Subject\":\"Call\",\"WhoId\":\"" + loser + "\"}");

        var answer = await host.Soap("merge", Merge(element, "Contact", master, "<Title>Dr</Title>", loser));

        answer.Result.Elements().Select(member => member.Name.LocalName).Should().Equal("id", "mergedRecordIds", "success", "updatedRelatedIds");
        (answer["id"], answer["mergedRecordIds"], answer["success"], answer["updatedRelatedIds"]).Should().Be((master, loser, "true", task));
        (await host.Call("GET", "sobjects/Contact/" + master))["Title"].GetString().Should().Be("Dr");
        (await host.Soap("queryAll", "<queryString>SELECT MasterRecordId FROM Contact WHERE IsDeleted = true</queryString>"))["MasterRecordId"].Should().Be(master);
        host.Records.Commits.Should().Contain(commit => commit.Op == "merge" && commit.Id == loser && commit.Actor == Kernel.Recording.Actor.Client);
    }

    [Fact]
    [Proves("soap merge")]
    [Proves("code INVALID_CROSS_REFERENCE_KEY")]
    [Unverified]
    public async Task A_merge_that_cannot_be_is_its_own_error_and_changes_nothing()
    {
        await using var host = await OrgHost.StartAsync();
        var master = await host.Create("Contact", """{"LastName":"Ray"}""");
        var lead = await host.CreateLead();

        var answer = await host.Soap("merge", Merge("request", "Contact", master, "<Title>Dr</Title>", lead) + Merge("request", "Contact", master, "", "003000000000001AAA"));

        answer.Each("success").Should().Equal("false", "false");
        answer["statusCode"].Should().Be("INVALID_CROSS_REFERENCE_KEY");
        (await host.Call("GET", "sobjects/Lead/" + lead)).Status.Should().Be(200);
        (await host.Call("GET", "sobjects/Contact/" + master))["Title"].ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await host.Soap("merge", "<request/>")).Status.Should().Be(500);
    }

    private static string Wish(string lead, string more) => $"<leadConverts>{more}<leadId>{lead}</leadId></leadConverts>";

    private static string Merge(string element, string type, string master, string fields, string loser) =>
        $"<{element}><masterRecord><sObject:type xmlns:sObject=\"urn:sobject.partner.soap.sforce.com\">{type}</sObject:type><Id>{master}</Id>{fields}</masterRecord><recordToMergeIds>{loser}</recordToMergeIds></{element}>";
}
