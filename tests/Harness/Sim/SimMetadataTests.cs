using System.Text;
using SfMarketo.Cli.Sim;
using SfMarketo.Harness.Hosting;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Metadata;

namespace SfMarketo.Tests.Harness.Sim;

/// <summary><c>sfmarketo sim --salesforce-metadata FILE</c>, and the file of the page.</summary>
public sealed class SimMetadataTests
{
    [Fact]
    public void The_file_of_the_page_makes_an_org()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "salesforce-metadata.md"));
        var json = page.Split("```json")[1].Split("```")[0];

        var org = new SalesforceOrg(
            new SalesforceSimOptions { Metadata = MetadataReader.Read(Encoding.UTF8.GetBytes(json)), Users = [new OrgUser("sync@example.invalid")] }, TimeProvider.System, new Draws(1));

        var lead = org.CreateRow("Lead", [new("LastName", "Lovelace"), new("FirstName", "Ada"), new("Company", "Engines"), new("AnnualRevenue", 2_000_000)], "test");
        (org.Find(lead)!.Text("Greeting__c"), org.Find(lead)!.Text("Rating"), org.Find(lead)!.Text("Title")).Should().Be(("Dear Ada", "Hot", "Chief of Engines"));
    }

    [Theory]
    [InlineData(null, "--salesforce-metadata: there is no file '*'; write the path of a JSON file.*")]
    [InlineData("[]", "--salesforce-metadata: '*': the body must be an object*")]
    [InlineData("""{"queue": []}""", "--salesforce-metadata: '*': queue: unknown member 'queue'; known are *queues*")]
    [InlineData("""{"validationRules": [{"name": "A", "object": "Lead", "condition": "Nope", "message": "x"}]}""", "--salesforce-metadata: '*': validationRules*condition: Field Nope does not exist. Check spelling; *")]
    public async Task A_file_that_cannot_be_used_is_exit_code_2_and_one_line(string? metadata, string complaint)
    {
        var (code, errors) = await RunAsync("empty", metadata);

        code.Should().Be(2);
        errors.Should().Match(complaint);
        errors.Trim().Should().NotContain("\n");
    }

    [Fact]
    public async Task A_rule_that_refuses_the_data_is_told_with_what_to_do()
    {
        var (code, errors) = await RunAsync("demo", """{"validationRules": [{"name": "A", "object": "Contact", "condition": "TRUE", "message": "No contacts here."}]}""");

        code.Should().Be(2);
        errors.Should().Match("--data demo: the org refuses a record, which the rules of '*' may do: *No contacts here.* Write --data empty, or change the rule.*");
    }

    private static async Task<(int Code, string Errors)> RunAsync(string data, string? metadata)
    {
        var folder = Directory.CreateTempSubdirectory("sfmarketo-sim-").FullName;
        var path = Path.Combine(folder, "org.json");
        if (metadata is not null)
        {
            await File.WriteAllTextAsync(path, metadata, TestContext.Current.CancellationToken);
        }

        await using var errors = new StringWriter { NewLine = "\n" };
        var code = await SimSession.RunAsync(new SimArguments(0, 0, data, 7, SimProfile.Developer, Quiet: true, Metadata: path), folder, TextWriter.Null, errors, TestContext.Current.CancellationToken);
        Directory.Delete(folder, recursive: true);
        return (code, errors.ToString());
    }
}
