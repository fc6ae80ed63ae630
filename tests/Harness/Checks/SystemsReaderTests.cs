using SfMarketo.Harness.Checks;
using SfMarketo.Harness.OrgData;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Conversion;

namespace SfMarketo.Tests.Harness.Checks;

/// <summary>The judges on the simulators' own records: their words are the ones that the simulators use.</summary>
public sealed class SystemsReaderTests
{
    private readonly MarketoInstance marketo = new(new MarketoSimOptions(), TimeProvider.System, new Draws(1));
    private readonly SalesforceOrg salesforce = new(new SalesforceSimOptions(), TimeProvider.System, new Draws(1));

    [Fact]
    public void Both_systems_are_read_with_every_field_that_the_mapping_names()
    {
        var lead = salesforce.CreateRow("Lead", [new("LastName", "Ann"), new("Company", "Acme")], "test");
        var contact = salesforce.CreateRow("Contact", [new("LastName", "Bob")], "test");
        salesforce.DeleteRow(contact, "test");
        var person = marketo.CreatePerson([new("email", "ann@x.example")], "test");

        var state = SystemsReader.Read(marketo, salesforce);

        state.Leads.Should().ContainSingle().Which.Should().Match<StateRecord>(row => row.Id == lead && row.Live && row.Text("LastName") == "Ann");
        state.Contacts.Should().ContainSingle().Which.Live.Should().BeFalse();
        state.People.Should().ContainSingle().Which.Should().Match<StateRecord>(one => one.Id == person.ToString(System.Globalization.CultureInfo.InvariantCulture) && one.Text("email") == "ann@x.example");
        foreach (var mapped in MappedField.All)
        {
            var row = mapped.Object == "Lead" ? state.Leads[0] : state.Contacts[0];
            FluentActions.Invoking(() => (row[mapped.Salesforce], state.People[0][mapped.Marketo], row["MarketoPersonId__c"], state.People[0]["sfdcPersonId"])).Should().NotThrow();
        }
    }

    [Fact]
    public void An_edit_and_an_mql_by_people_are_lost_when_no_engine_runs()
    {
        var lead = salesforce.CreateRow("Lead", [new("LastName", "Ann"), new("Company", "Acme")], "seed");
        var person = marketo.CreatePerson([new("email", "bob@x.example")], "seed");
        var judges = new Judges(new CheckSettings(), SystemsReader.Read(marketo, salesforce));
        marketo.Recorder.Add(judges);
        salesforce.Recorder.Add(judges);

        salesforce.UpdateRow(lead, [new("FirstName", "Anne"), new("Rating", "Hot")], "test");
        marketo.UpdatePerson(person, [new("lifecycleStage", "MQL")], "test");
        var result = judges.Finish(SystemsReader.Read(marketo, salesforce)).Single(check => check.Id == "Q2");

        result.Violations.Select(violation => violation.Record).Should().Equal("Lead " + lead, "Person " + person);
    }

    [Fact]
    public void A_conversion_whose_contact_no_person_has_is_lost()
    {
        var lead = salesforce.CreateRow("Lead", [new("LastName", "Ann"), new("Company", "Acme")], "seed");
        var judges = new Judges(new CheckSettings(), SystemsReader.Read(marketo, salesforce));
        salesforce.Recorder.Add(judges);

        var converted = salesforce.ConvertLead(lead, new LeadConversion(), "test");
        var result = judges.Finish(SystemsReader.Read(marketo, salesforce)).Single(check => check.Id == "Q2");

        result.Violations.Select(violation => violation.Record).Should().Contain("Lead " + lead).And.Contain("Contact " + converted.ContactId);
    }

    [Fact]
    public void Each_check_of_the_use_cases_sees_in_the_simulators_own_records_what_no_engine_did()
    {
        var instance = new MarketoInstance(new MarketoSimOptions { Lists = StandardAssets.Lists, Programs = StandardAssets.Programs, Channels = StandardAssets.Channels, Emails = StandardAssets.Emails, Forms = StandardAssets.Forms }, TimeProvider.System, new Draws(1));
        var account = salesforce.CreateRow("Account", [new("Name", "Acme")], "seed");
        var contact = salesforce.CreateRow("Contact", [new("LastName", "Bob"), new("AccountId", account)], "seed");
        var person = instance.CreatePerson([new("email", "bob@x.example"), new("sfdcPersonId", contact)], "seed");
        var name = person.ToString(System.Globalization.CultureInfo.InvariantCulture);
        salesforce.UpdateRow(contact, [new("MarketoPersonId__c", name)], "seed");
        var judges = new Judges(new CheckSettings(), SystemsReader.Read(instance, salesforce));
        instance.Recorder.Add(judges);
        salesforce.Recorder.Add(judges);

        instance.ClickEmail(person, 4001, "https://www.example.com/", bot: true);
        var click = instance.ClickEmail(person, 4001, "https://www.example.com/", bot: false)!.Value;
        var form = instance.FillOutForm(person, 5001, [new("unsubscribed", true)])!.Value;
        var deal = salesforce.CreateRow("Opportunity", [new("Name", "Turbine"), new("StageName", "Closed Won"), new("CloseDate", "2026-07-01")], "test");
        salesforce.CreateRow("OpportunityContactRole", [new("OpportunityId", deal), new("ContactId", contact)], "test");
        var results = judges.Finish(SystemsReader.Read(instance, salesforce));

        Records("Q7").Should().Equal($"Activity {click}", $"Activity {form}");
        Records("Q8").Should().Equal($"Person {name}, Contact {contact}", $"Person {name}", $"Person {name}");
        Records("Q9").Should().Equal($"Person {name}", $"Account {account}");
        Records("A17").Should().Equal($"Person {name}, Contact {contact}");

        IEnumerable<string> Records(string id) => results.Single(check => check.Id == id).Violations.Select(violation => violation.Record);
    }

    [Fact]
    public void A_company_made_by_people_is_read_with_its_five_facts()
    {
        var account = salesforce.CreateRow("Account", [new("Name", "Acme"), new("Industry", "Finance"), new("AnnualRevenue", 12500000.0), new("NumberOfEmployees", 3), new("BillingCity", "Madison")], "seed");
        var contact = salesforce.CreateRow("Contact", [new("LastName", "Bob"), new("AccountId", account)], "seed");
        marketo.CreateCompany(account, [new("company", "Acme"), new("industry", "Finance"), new("annualRevenue", 12500000), new("numberOfEmployees", 3), new("billingCity", "Madison")], "seed");
        var person = marketo.CreatePerson([new("sfdcPersonId", contact), new("externalCompanyId", account)], "seed");
        salesforce.UpdateRow(contact, [new("MarketoPersonId__c", person.ToString(System.Globalization.CultureInfo.InvariantCulture))], "seed");
        var state = SystemsReader.Read(marketo, salesforce);

        new Judges(new CheckSettings(), state).Finish(state).Single(check => check.Id == "Q9").Should().Match<CheckResult>(result => result.Passed && result.Examined == 2);
    }
}
