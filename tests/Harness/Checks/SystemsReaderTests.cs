using SfMarketo.Harness.Checks;
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
}
