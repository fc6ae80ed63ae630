using System.Globalization;
using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Scenarios;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.OrgData;

/// <summary>Makes the records that an org holds by name, and the counterparts of those that are linked.</summary>
internal sealed class RecordMaker(MarketoInstance marketo, SalesforceOrg salesforce)
{
    /// <summary>What both sides of a link agree on: fields there and here. A Contact has no Company and no Status.</summary>
    private static readonly (string Salesforce, string Marketo)[] Mapped =
    [
        ("Email", "email"), ("FirstName", "firstName"), ("LastName", "lastName"), ("MobilePhone", "mobilePhone"), ("Title", "title"), ("LeadSource", "leadSource"),
        ("Company", "company"), ("Status", "leadStatus"), ("Lead_Score__c", "leadScore"), ("AccountId", "sfdcAccountKey"),
    ];

    private readonly List<NamedRecord> named = [];
    private readonly List<string> refused = [];

    /// <summary>The records with a name, in the order of the file.</summary>
    public IReadOnlyList<NamedRecord> Named => named;

    /// <summary>What a system did not take: line and reason.</summary>
    public IReadOnlyList<string> Refused => refused;

    public void Make(IReadOnlyList<RecordShape> records)
    {
        foreach (var record in records)
        {
            try
            {
                var id = Make(record);
                if (record.As is not null)
                {
                    named.Add(new NamedRecord(record.As, record.Object, id));
                }
            }
            catch (Exception no) when (no is SalesforceRowException or ArgumentException or KeyNotFoundException)
            {
                refused.Add(string.Create(CultureInfo.InvariantCulture, $"line {record.Line}: the record of org was refused: {no.Message}"));
            }
        }
    }

    private string Make(RecordShape record)
    {
        KeyValuePair<string, object?>[] fields = [.. record.With.Select(pair => new KeyValuePair<string, object?>(pair.Key, Value(pair.Value)))];
        if (record.Object == ScenarioObject.Person)
        {
            var person = marketo.CreatePerson(fields, OrgSeeder.Cause);
            return record.Linked ? LinkLead(person, fields) : Text(person);
        }

        var id = salesforce.CreateRow(record.Object.Name, fields, OrgSeeder.Cause);
        if (record.Object == ScenarioObject.Account)
        {
            var row = salesforce.Find(id)!;
            marketo.CreateCompany(
                id,
                [.. new[] { ("company", "Name"), ("industry", "Industry"), ("numberOfEmployees", "NumberOfEmployees"), ("billingCity", "BillingCity"), ("annualRevenue", "AnnualRevenue") }
                    .Where(pair => row.Get(pair.Item2) is not null).Select(pair => new KeyValuePair<string, object?>(pair.Item1, row.Get(pair.Item2)))],
                OrgSeeder.Cause);
        }
        else if (record.Linked)
        {
            LinkPerson(id);
        }

        return id;
    }

    private void LinkPerson(string id)
    {
        var row = salesforce.Find(id)!;
        var isContact = row.Object == ScenarioObject.Contact.Name;
        List<KeyValuePair<string, object?>> person = [new("sfdcPersonId", id)];
        foreach (var (there, here) in Mapped)
        {
            if (there is "Company" or "Status" ? isContact : there == "AccountId" && !isContact)
            {
                continue;
            }

            if (row.Get(there) is { } value)
            {
                person.Add(new(here, value));
                if (there == "AccountId")
                {
                    person.Add(new("externalCompanyId", value));
                }
            }
        }

        salesforce.UpdateRow(id, [new("MarketoPersonId__c", Text(marketo.CreatePerson(person, OrgSeeder.Cause)))], OrgSeeder.Cause);
    }

    /// <summary>The Lead of a person; Salesforce needs a last name and a company.</summary>
    private string LinkLead(int person, KeyValuePair<string, object?>[] fields)
    {
        List<KeyValuePair<string, object?>> lead = [new("MarketoPersonId__c", Text(person))];
        foreach (var (there, here) in Mapped)
        {
            var value = Array.Find(fields, field => field.Key == here).Value ?? (there is "LastName" or "Company" ? "Unknown" : null);
            if (value is not null && there != "AccountId")
            {
                lead.Add(new(there, value));
            }
        }

        marketo.UpdatePerson(person, [new("sfdcPersonId", salesforce.CreateRow("Lead", lead, OrgSeeder.Cause)), .. lead.Where(pair => pair.Key is "LastName" or "Company").Select(pair => new KeyValuePair<string, object?>(pair.Key == "LastName" ? "lastName" : "company", pair.Value))], OrgSeeder.Cause);
        return Text(person);
    }

    private object? Value(object? value) =>
        value is string { Length: > 1 } text && text[0] == '$' ? named.Find(record => record.Name == text[1..])?.Id : value;

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
