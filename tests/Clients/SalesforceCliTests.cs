
namespace SfMarketo.Tests.Clients;

/// <summary>The vendor's own command line works against <c>sim</c>, unchanged but for the URL.</summary>
public sealed class SalesforceCliTests(SalesforceCli cli) : IClassFixture<SalesforceCli>
{
    [Fact]
    public async Task It_signs_in_by_JWT_over_HTTP_and_HTTPS_and_shows_the_org()
    {
        SkipWithout();

        cli.SignedIn.GetProperty("orgId").GetString().Should().StartWith("00D").And.HaveLength(18);
        cli.SignedIn.GetProperty("name").GetString().Should().Be("Simulated Org");
        cli.SignedIn.GetProperty("isDevHub").GetBoolean().Should().BeFalse();
        var org = await cli.OnOrgAsync("org", "display");
        org.GetProperty("connectedStatus").GetString().Should().Be("Connected");
        (await cli.SignInAsync("SF_TLS_URL", "tls")).GetProperty("instanceUrl").GetString().Should().StartWith("https://");
        (await cli.SignInAsync("SF_URL", "sim")).GetProperty("orgId").GetString().Should().Be(org.GetProperty("id").GetString());
    }

    [Fact]
    public async Task It_lists_limits_and_objects_and_describes_one()
    {
        SkipWithout();

        (await cli.OnOrgAsync("org", "list", "limits")).EnumerateArray().Should().Contain(limit => limit.GetProperty("name").GetString() == "DailyApiRequests");
        (await cli.OnOrgAsync("sobject", "list", "--sobject", "all")).EnumerateArray().Select(name => name.GetString()).Should().Contain(["Lead", "Contact", "Account", "Opportunity"]);
        var lead = await cli.OnOrgAsync("sobject", "describe", "--sobject", "Lead");
        lead.GetProperty("fields").EnumerateArray().Should().Contain(field => field.GetProperty("name").GetString() == "MarketoPersonId__c");
    }

    [Fact]
    public async Task It_creates_updates_reads_and_deletes_a_record()
    {
        SkipWithout();

        var id = (await cli.OnOrgAsync("data", "create", "record", "--sobject", "Account", "--values", "Name='CLI Works' Website=www.example.com")).GetProperty("id").GetString()!;
        await cli.OnOrgAsync("data", "update", "record", "--sobject", "Account", "--record-id", id, "--values", "Name='CLI Works 2'");
        (await cli.OnOrgAsync("data", "get", "record", "--sobject", "Account", "--record-id", id)).GetProperty("Name").GetString().Should().Be("CLI Works 2");
        (await cli.OnOrgAsync("data", "get", "record", "--sobject", "Account", "--where", "Name='CLI Works 2'")).GetProperty("Id").GetString().Should().Be(id);
        (await cli.OnOrgAsync("data", "delete", "record", "--sobject", "Account", "--record-id", id)).GetProperty("success").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task It_queries()
    {
        SkipWithout();

        var found = await cli.OnOrgAsync("data", "query", "--query", "SELECT Id, Name, Account.Name FROM Contact WHERE Account.Name != null LIMIT 3");

        (found.GetProperty("totalSize").GetInt32(), found.GetProperty("done").GetBoolean()).Should().Be((3, true));
        found.GetProperty("records")[0].GetProperty("Account").GetProperty("Name").GetString().Should().NotBeEmpty();
    }

    [Fact]
    public async Task It_upserts_in_bulk()
    {
        SkipWithout();
        await File.WriteAllTextAsync(Path.Combine(cli.Work, "accounts.csv"), "MarketoKey__c,Name\ncli-1,Bulk One\ncli-2,Bulk Two\n", TestContext.Current.CancellationToken);

        var job = await cli.OnOrgAsync("data", "upsert", "bulk", "--sobject", "Account", "--file", "accounts.csv", "--external-id", "MarketoKey__c", "--wait", "2");

        job.ToString().Should().Contain("JobComplete");
        (await cli.OnOrgAsync("data", "get", "record", "--sobject", "Account", "--where", "MarketoKey__c=cli-2")).GetProperty("Name").GetString().Should().Be("Bulk Two");
    }

    [Fact]
    public async Task It_imports_a_tree()
    {
        SkipWithout();
        await WriteAsync("accounts.json", """{"records":[{"attributes":{"type":"Account","referenceId":"AcmeRef"},"Name":"Tree Works"}]}""");
        await WriteAsync("contacts.json", """{"records":[{"attributes":{"type":"Contact","referenceId":"AdaRef"},"FirstName":"Ada","LastName":"Tree","AccountId":"@AcmeRef"}]}""");
        await WriteAsync(
            "plan.json",
            """
            [{"sobject":"Account","saveRefs":true,"resolveRefs":false,"files":["accounts.json"]},
             {"sobject":"Contact","saveRefs":false,"resolveRefs":true,"files":["contacts.json"]}]
            """);

        var made = await cli.OnOrgAsync("data", "import", "tree", "--plan", "plan.json");

        made.EnumerateArray().Select(row => row.GetProperty("refId").GetString()).Should().Equal("AcmeRef", "AdaRef");
        var contact = await cli.OnOrgAsync("data", "get", "record", "--sobject", "Contact", "--record-id", made[1].GetProperty("id").GetString()!);
        contact.GetProperty("AccountId").GetString().Should().Be(made[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task It_makes_a_link_that_opens_the_org()
    {
        SkipWithout();

        (await cli.OnOrgAsync("org", "open", "--url-only")).GetProperty("url").GetString().Should().Contain("/secur/frontdoor.jsp?");
    }

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(cli.Work, file), text, TestContext.Current.CancellationToken);

    private void SkipWithout() => Assert.SkipWhen(cli.Missing is not null, cli.Missing ?? "");
}
