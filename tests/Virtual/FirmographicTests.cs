using SfMarketo.Harness.Network;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Sync.Flows.Firmographics;

namespace SfMarketo.Tests.Virtual;

/// <summary>Accounts become companies, and their people belong to them (engine.md R15).</summary>
public sealed class FirmographicTests
{
    [Fact]
    public async Task An_account_becomes_one_company_before_its_people_belong_to_it()
    {
        await using var stage = await Stage.SetAsync();
        var account = "";
        await stage.PlayAsync(async () =>
        {
            account = CreateAccount(stage, "Testers");
            CreateAccount(stage, "Nobody works here");
            await stage.StartEngineAsync();
            var contacts = new[] { Hire(stage, account, "Ada"), Hire(stage, account, "Ben") };
            stage.CreateLead("Cleo");
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            Company(stage, account)!.Get("industry").Should().Be("Technology");
            contacts.Should().AllSatisfy(contact => stage.PersonOf(contact).Get("externalCompanyId").Should().Be(account));
            contacts.Should().AllSatisfy(contact => stage.PersonOf(contact).Get("company").Should().Be("Testers", "it is inherited"));
            stage.Edit(account, "AnnualRevenue", 2_000_000.50m);
            stage.Edit(account, "BillingCity", "Lisbon");
            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        Company(stage, account)!.Get("billingCity").Should().Be("Lisbon");
        stage.World.Marketo.Companies.Where(company => company.IsLive).Select(company => company.ExternalId).Should().Equal([account], "an account without linked people is not sent");
        stage.ShouldBeInStep();
    }

    [Fact]
    public async Task A_hundred_edits_of_an_account_with_many_people_are_a_few_company_writes_and_no_person_write()
    {
        await using var stage = await Stage.SetAsync(shape: shape => shape with { MarketoSwitches = new MarketoSwitches { CompanyChangeFanout = true } });
        var log = stage.Record();
        await stage.PlayAsync(async () =>
        {
            var account = CreateAccount(stage, "Testers");
            await stage.StartEngineAsync();
            for (var person = 0; person < 40; person++)
            {
                Hire(stage, account, "Ada" + person);
            }

            await stage.WaitAsync(TimeSpan.FromMinutes(10));
            log.Calls.Clear();
            for (var edit = 1; edit <= 100; edit++)
            {
                stage.Edit(account, "NumberOfEmployees", 40 + edit);
                await stage.WaitAsync(TimeSpan.FromSeconds(0.6));
            }

            stage.Edit(account, "Name", "Renamed");
            stage.Edit(account, "Phone", "+1 555 0100");
            await stage.EndAsync(TimeSpan.FromMinutes(10));
            Company(stage, account)!.Get("numberOfEmployees").Should().Be(140);
        });

        log.Calls.Count(call => call.Path == "/rest/v1/companies.json").Should().BeInRange(1, 3);
        log.Calls.Count(call => call.Path == "/rest/v1/leads.json").Should().Be(0, "the instance logs a change of each person, which is no news and is not read");
    }

    [Fact]
    public async Task Who_changes_the_account_moves_and_who_loses_it_stays()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            var (first, second) = (CreateAccount(stage, "First"), CreateAccount(stage, "Second"));
            await stage.StartEngineAsync();
            var (moves, leaves) = (Hire(stage, first, "Moves"), Hire(stage, first, "Leaves"));
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.Edit(moves, "AccountId", second);
            stage.Edit(leaves, "AccountId", null);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.Edit(first, "Name", "First and foremost");
            await stage.EndAsync(TimeSpan.FromMinutes(10));
            stage.PersonOf(moves).Get("company").Should().Be("Second");
            stage.PersonOf(leaves).Get("externalCompanyId").Should().Be(first);
            stage.PersonOf(leaves).Get("company").Should().Be("First and foremost");
        });

        stage.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task A_converted_Leads_person_joins_the_company_and_keeps_its_own_company_no_longer()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var lead = stage.CreateLead("Ada", ("Company", "As the Lead wrote it"));
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.Edit(lead, "Company", "Edited just before");
            var result = stage.Convert(lead);
            stage.Edit(result.AccountId, "Name", "The account");
            await stage.EndAsync(TimeSpan.FromMinutes(15));
            stage.PersonOf(result.ContactId).Get("externalCompanyId").Should().Be(result.AccountId);
            stage.PersonOf(result.ContactId).Get("company").Should().Be("The account");
        });

        stage.ShouldBeInStep();
    }

    [Theory]
    [InlineData(CallFate.AnswerLost)]
    [InlineData(CallFate.RequestLost)]
    public async Task A_lost_company_write_is_made_good_with_the_newest_values(CallFate fate)
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            var account = CreateAccount(stage, "Testers");
            await stage.StartEngineAsync(static settings => settings with { Firmographics = new FirmographicSettings { Poll = TimeSpan.FromSeconds(5), LongestPoll = TimeSpan.FromSeconds(5) } });
            var contact = Hire(stage, account, "Ada");
            stage.ToMarketo.Faults.Add(fate, Calls.WritesCompanies, nth: 1);
            stage.ToMarketo.Faults.Add(fate, Calls.WritesCompanies, nth: 3);
            await stage.WaitAsync(TimeSpan.FromMinutes(6));
            stage.PersonOf(contact).Get("externalCompanyId").Should().Be(account);
            stage.Edit(account, "Industry", "Energy");

            // Sent and lost by now, and to be sent again in a minute: meanwhile the account is as it was.
            await stage.WaitAsync(TimeSpan.FromSeconds(40));
            stage.ToMarketo.Faults.Lost.Should().Be(2);
            stage.Edit(account, "Industry", "Technology");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
            Company(stage, account)!.Get("industry").Should().Be("Technology");
        });

        stage.ToMarketo.Faults.Lost.Should().Be(2);
        stage.ShouldBeInStep();
    }

    [Fact]
    public async Task A_person_who_is_deleted_while_its_company_is_made_has_it_written_once()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(6));
            var account = CreateAccount(stage, "Testers");
            var contact = Hire(stage, account, "Ada");
            while (Company(stage, account) is null)
            {
                await stage.WaitAsync(TimeSpan.FromMilliseconds(100));
            }

            stage.World.Marketo.DeletePerson(stage.PersonOf(contact).Id, "deleted");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        log.Calls.Count(call => call.Path == "/rest/v1/companies.json").Should().Be(1);
        stage.People.Should().BeEmpty();
        stage.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task A_company_that_somebody_deleted_is_made_anew_for_the_next_who_joins()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var account = CreateAccount(stage, "Testers");
            var left = Hire(stage, account, "Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.World.Marketo.DeletePerson(stage.PersonOf(left).Id, "deleted");
            await new Neighbour(stage.World.NetworkToMarketo(default, "neighbour"), stage.World.Clock).DeleteCompanyAsync(account);
            Company(stage, account).Should().BeNull();
            var joins = Hire(stage, account, "Ben");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
            Company(stage, account)!.IsLive.Should().BeTrue();
            stage.PersonOf(joins).Get("externalCompanyId").Should().Be(account);
        });

        stage.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task Under_a_native_CRM_sync_companies_are_left_to_it_and_people_go_on()
    {
        await using var stage = await Stage.SetAsync(shape: shape => shape with { MarketoSwitches = new MarketoSwitches { CrmNative = NativeCrm.ReadOnly } });
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var contact = Hire(stage, CreateAccount(stage, "Testers"), "Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.Life.Engine.StoppedUseCases.Should().ContainSingle().Which.Reason.Should().Contain("1018");
            stage.Edit(contact, "MobilePhone", "+1 555 0100");
            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        stage.World.Marketo.Companies.Should().BeEmpty();
        stage.ShouldBeInStep();
    }

    private static SfMarketo.MarketoSim.CompanyView? Company(Stage stage, string account) => stage.World.Marketo.FindCompany(account);

    private static string CreateAccount(Stage stage, string name) =>
        stage.World.Salesforce.CreateRow("Account", [new("Name", name), new("Industry", "Technology"), new("NumberOfEmployees", 40)], "account created");

    private static string Hire(Stage stage, string account, string name) => stage.CreateContact(name, ("AccountId", account));
}
