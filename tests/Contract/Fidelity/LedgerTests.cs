using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>The ledger, the marks of the tests and the page that is made from them agree.</summary>
public sealed class LedgerTests(ITestOutputHelper output)
{
    private const string WriteSwitch = "SFMARKETO_FIDELITY";
    private const string WriteCommand = WriteSwitch + "=write dotnet run --project tests/Contract -- -class SfMarketo.Tests.Contract.Fidelity.LedgerTests";

    public static TheoryData<string> Apis => ["marketo", "salesforce"];

    [Theory]
    [InlineData(FidelityPage.Path)]
    [InlineData(FidelityLines.Path)]
    public void The_page_of_fidelity_is_what_the_tests_prove_now(string path)
    {
        var file = Path.Combine(RepositoryRoot.Path, path);
        if (Environment.GetEnvironmentVariable(WriteSwitch) == "write")
        {
            File.WriteAllText(file, Accounts.Files()[path]);
        }

        var written = File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n');
        var made = Accounts.Files()[path].Split('\n');

        var first = Enumerable.Range(0, Math.Max(written.Length, made.Length)).FirstOrDefault(line => written.ElementAtOrDefault(line) != made.ElementAtOrDefault(line), -1);

        first.Should().Be(-1, "{0} is not current from line {1} on. Run: {2}", path, first + 1, WriteCommand);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void Each_mark_names_an_item_of_the_ledger(string api) => Of(api).Mistakes.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Apis))]
    public void Each_test_names_its_source(string api) =>
        Of(api).Tests.Where(test => test.Source is null).Select(test => test.FullName).Should().BeEmpty("each contract test, or its class, has [Source(\"the vendor's page\")]");

    [Theory]
    [MemberData(nameof(Apis))]
    public void Each_switch_says_in_its_summary_what_it_is_about(string api) =>
        Of(api).Ledger.Switches.Where(fact => fact.About.Length == 0).Select(fact => fact.Name).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Apis))]
    public void Each_switch_of_the_simulator_has_a_test(string api)
    {
        var account = Of(api);

        account.Ledger.Simulated.Where(name => !account.Of(account.Ledger.Find("switch " + name)!).Any()).Should().BeEmpty("a switch exists only with a test of each setting: [Proves(\"switch NAME\")]");
    }

    /// <summary>The share is for what a sandbox can show; of Salesforce's tests many need rules and users of their own, and it is held where it is.</summary>
    [Theory]
    [InlineData("marketo", 0.60)]
    [InlineData("salesforce", 0.55)]
    public void So_many_tests_speak_only_the_vendors_API(string api, double least)
    {
        var account = Of(api);
        output.WriteLine($"{api}: {account.VendorShare:P1} of {account.Tests.Count} tests can run against the vendor.");

        account.VendorShare.Should().BeGreaterThanOrEqualTo(least);
    }

    [Fact]
    public void Ledgers_name_each_item_once_and_each_parameter_of_it_once()
    {
        foreach (var ledger in Ledger.All)
        {
            ledger.Items.Select(item => item.Name).Should().OnlyHaveUniqueItems();
            ledger.Items.Should().OnlyContain(item => item.Parameters.Distinct().Count() == item.Parameters.Count);
        }
    }

    [Theory]
    [InlineData("POST /rest/v1/compnies.json", "POST /rest/v1/companies.json")]
    [InlineData("code 1O17", "code 1017")]
    [InlineData("switch lead.overLong", "switch lead.overlong")]
    public void A_misspelt_item_gets_near_misses(string item, string meant) => Ledger.Marketo.Near(item).First().Should().Be(meant);

    private static Account Of(string api) => Accounts.All.Single(account => account.Ledger.Api == api);
}
