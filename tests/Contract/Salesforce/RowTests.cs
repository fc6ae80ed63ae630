using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce REST API Developer Guide, sObject Rows")]
public sealed class RowTests
{
    [Fact]
    [Proves("POST /services/data/{version}/sobjects/{object}")]
    [Proves("GET /services/data/{version}/sobjects/{object}/{id}")]
    public async Task A_create_answers_201_with_the_place_and_the_row_reads_back()
    {
        await using var host = await OrgHost.StartAsync();

        var created = await host.Call("POST", "sobjects/Lead/", """
            {"attributes":{"type":"Lead"},"lastname":" Ray ","Company":"Acme","Email":"ray@acme.example","LeadSource":"Marketo","Lead_Score__c":85,"Title":"","Street":"Main 1","City":"Oslo"}
            """);

        created.Status.Should().Be(201);
        var id = created["id"].GetString()!;
        created.Body.Should().Be($$"""{"id":"{{id}}","success":true,"errors":[]}""");
        created.Headers["Location"].Should().Be($"/services/data/v59.0/sobjects/Lead/{id}");
        id.Should().HaveLength(18).And.StartWith("00Q");
        var row = await host.Call("GET", "sobjects/lead/" + id[..15]);
        row.Json.EnumerateObject().First().Name.Should().Be("attributes");
        row["attributes"].GetRawText().Should().Be($$"""{"type":"Lead","url":"/services/data/v59.0/sobjects/Lead/{{id}}"}""");
        row["Id"].GetString().Should().Be(id);
        row["Name"].GetString().Should().Be("Ray");
        row["Lead_Score__c"].GetRawText().Should().Be("85.0");
        row["Title"].GetRawText().Should().Be("null");
        row["Status"].GetString().Should().Be("Open - Not Contacted");
        row["IsConverted"].GetBoolean().Should().BeFalse();
        row["OwnerId"].GetString().Should().Be(row["CreatedById"].GetString()).And.StartWith("005");
        row["CreatedDate"].GetString().Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$");
        row["Address"].GetRawText().Should().Be(
            """{"city":"Oslo","country":null,"geocodeAccuracy":null,"latitude":null,"longitude":null,"postalCode":null,"state":null,"street":"Main 1"}""");
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/{id}", "fields")]
    [Proves("code INVALID_FIELD")]
    public async Task Reads_name_fields_and_an_address_without_parts_is_null()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        var row = await host.Call("GET", $"sobjects/Lead/{id}?fields=company,Address");

        row.Json.EnumerateObject().Select(member => member.Name).Should().Equal("attributes", "Company", "Address", "Id");
        row["Address"].GetRawText().Should().Be("null");
        (await host.Call("GET", $"sobjects/Lead/{id}?fields=Nope")).ShouldRefuse(400, "INVALID_FIELD", "No such column 'Nope' on sobject of type Lead");
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/{id}")]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{id}")]
    [Proves("code NOT_FOUND")]
    public async Task Ids_that_are_absent_of_another_type_or_no_ids_are_404_each_in_its_way()
    {
        await using var host = await OrgHost.StartAsync();
        var lead = await host.CreateLead();

        (await host.Call("GET", "sobjects/Contact/" + lead)).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
        (await host.Call("GET", "sobjects/Lead/00Q000000000000EAA")).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
        (await host.Call("GET", "sobjects/Lead/xyz")).ShouldRefuse(404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: xyz");
        (await host.Call("PATCH", "sobjects/Lead/00Q000000000000EAA", "{}")).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{id}")]
    [Proves("switch rows.touchOnNoChange")]
    public async Task An_update_is_204_without_a_body_and_moves_the_stamps_even_when_nothing_changes()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();
        var before = await host.Call("GET", "sobjects/Lead/" + id);
        await host.PassAsync(TimeSpan.FromSeconds(2));

        var answer = await host.Call("PATCH", "sobjects/Lead/" + id, "{}");

        answer.Status.Should().Be(204);
        answer.Body.Should().BeEmpty();
        answer.Headers.Should().NotContainKey("Content-Type");
        var row = await host.Call("GET", "sobjects/Lead/" + id);
        string.CompareOrdinal(row["LastModifiedDate"].GetString(), before["LastModifiedDate"].GetString()).Should().BePositive();
        string.CompareOrdinal(row["SystemModstamp"].GetString(), before["SystemModstamp"].GetString()).Should().BePositive();
        row["CreatedDate"].GetString().Should().Be(before["CreatedDate"].GetString());
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{id}")]
    public async Task A_patch_changes_what_it_names_and_null_clears()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead("\"Title\":\"CEO\",\"FirstName\":\"Ann\",\"HasOptedOutOfEmail\":true");

        await host.Call("POST", $"sobjects/Lead/{id}?_HttpMethod=PATCH", """{"Title":null,"LastName":"Lee","HasOptedOutOfEmail":null}""");

        var row = await host.Call("GET", "sobjects/Lead/" + id);
        row["Title"].GetRawText().Should().Be("null");
        row["Name"].GetString().Should().Be("Ann Lee");
        row["HasOptedOutOfEmail"].GetBoolean().Should().BeFalse();
    }

    [Fact]
    [Proves("DELETE /services/data/{version}/sobjects/{object}/{id}")]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{id}")]
    [Proves("code ENTITY_IS_DELETED")]
    [Proves("code INVALID_CROSS_REFERENCE_KEY")]
    public async Task Deleting_is_204_and_everything_after_it_404_entity_is_deleted()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        (await host.Call("DELETE", "sobjects/Lead/" + id)).Status.Should().Be(204);

        (await host.Call("DELETE", "sobjects/Lead/" + id)).ShouldRefuse(404, "ENTITY_IS_DELETED", "entity is deleted");
        (await host.Call("PATCH", "sobjects/Lead/" + id, "{}")).ShouldRefuse(404, "ENTITY_IS_DELETED", "entity is deleted");
        (await host.Call("GET", "sobjects/Lead/" + id)).ShouldRefuse(404, "ENTITY_IS_DELETED", "entity is deleted");
        (await host.Call("DELETE", "sobjects/Lead/00Q000000000000EAA")).ShouldRefuse(404, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
        (await host.Call("GET", $"query?q=SELECT+Id+FROM+Lead+WHERE+Id='{id}'"))["totalSize"].GetInt32().Should().Be(0);
        (await host.Call("GET", $"queryAll?q=SELECT+IsDeleted+FROM+Lead+WHERE+Id='{id}'"))["records"][0].GetProperty("IsDeleted").GetBoolean().Should().BeTrue();
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{id}")]
    [SimulatorOnly]
    public async Task Commits_tell_version_client_and_changes()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead("\"Lead_Score__c\":10");

        await host.Call("PATCH", "sobjects/Lead/" + id, """{"Lead_Score__c":20.4}""");

        var (create, update) = (host.Records.Commits[0], host.Records.Commits[1]);
        create.Op.Should().Be("create");
        create.Fields.Should().Contain(new Kernel.Recording.FieldChange("LastName", null, "Ray")).And.NotContain(field => field.Name == "Title");
        update.Should().Match<Kernel.Recording.CommitEntry>(commit => commit.Object == "Lead" && commit.Id == id && commit.Op == "update" && commit.Cause == OrgHost.Username && commit.Call == 3);
        update.Actor.Should().Be(Kernel.Recording.Actor.Client);
        update.Fields.Should().Equal(new Kernel.Recording.FieldChange("Lead_Score__c", 10.0, 20.0));
        host.Org.Find(id)!.Version.Should().Be(update.Seq);
        await host.Call("GET", $"sobjects/Lead/{id}?fields=LastName");
        host.Records.Delivered.Should().ContainSingle().Which.Items.Should().ContainSingle().Which.Should().Be(new Kernel.Recording.DeliveredItem("Lead", id, update.Seq));
        await host.Call("PATCH", "sobjects/Lead/" + id, """{"Title":null,"LastName":"Lee","HasOptedOutOfEmail":true}""");
        host.Records.Commits[^1].Fields.Select(field => field.Name).Should().BeEquivalentTo("LastName", "Name", "HasOptedOutOfEmail");
    }

    [Fact]
    [Proves("DELETE /services/data/{version}/sobjects/{object}/{id}")]
    [Proves("behaviour delete")]
    [SimulatorOnly]
    public async Task Deleting_takes_what_goes_with_the_row()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        var contact = await host.Create("Contact", $$"""{"LastName":"Ray","AccountId":"{{account}}"}""");
        var deal = await host.Create("Opportunity", $$"""{"Name":"D","AccountId":"{{account}}","StageName":"Prospecting","CloseDate":"2026-04-01","ContactId":"{{contact}}"}""");
        var task = await host.Create("Task", $$"""{"WhoId":"{{contact}}"}""");

        await host.Call("DELETE", "sobjects/Account/" + account);

        foreach (var id in (string[])[account, contact, deal, task, host.Org.Rows("OpportunityContactRole", true).Single().Id])
        {
            host.Org.Find(id)!.Deleted.Should().BeTrue();
            var commit = host.Records.Commits.Last(commit => commit.Id == id);
            commit.Op.Should().Be("delete");
            (commit.Actor, commit.Cause).Should().Be(id == account ? (Kernel.Recording.Actor.Client, OrgHost.Username) : (Kernel.Recording.Actor.Rule, "CascadeDelete"));
        }
    }

    [Fact]
    [Proves("DELETE /services/data/{version}/sobjects/{object}/{id}")]
    [Proves("behaviour delete")]
    [Proves("switch delete.accountWithWonOpportunity")]
    [Proves("code DELETE_FAILED")]
    public async Task An_account_with_a_won_opportunity_stays()
    {
        await using var host = await OrgHost.StartAsync();
        await using var lenient = await OrgHost.StartAsync(new SalesforceSim.Options.SalesforceSwitches { AccountWithWonOpportunityStays = false });

        (await DeleteAccount(host)).Json[0].GetProperty("errorCode").GetString().Should().Be("DELETE_FAILED");
        (await DeleteAccount(lenient)).Status.Should().Be(204);

        static async Task<OrgAnswer> DeleteAccount(OrgHost host)
        {
            var account = await host.Create("Account", """{"Name":"Acme"}""");
            await host.Create("Opportunity", $$"""{"Name":"D","AccountId":"{{account}}","StageName":"Closed Won","CloseDate":"2026-04-01"}""");
            return await host.Call("DELETE", "sobjects/Account/" + account);
        }
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}")]
    public async Task The_objects_own_resource_has_its_description_and_recent_rows()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        var answer = await host.Call("GET", "sobjects/Lead/");

        answer["objectDescribe"].GetProperty("name").GetString().Should().Be("Lead");
        answer["recentItems"][0].GetProperty("Id").GetString().Should().Be(id);
    }
}
