using System.Globalization;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.Checks;

/// <summary>Reads what both simulators hold, beside their APIs and costing no call.</summary>
public static class SystemsReader
{
    /// <summary>Everything as it is now. Take it while no call runs.</summary>
    public static SystemsState Read(MarketoInstance marketo, SalesforceOrg salesforce)
    {
        ArgumentNullException.ThrowIfNull(marketo);
        ArgumentNullException.ThrowIfNull(salesforce);
        return new SystemsState(
            marketo.NowMicros,
            [.. marketo.People.Select(person => new StateRecord(Text(person.Id), person.IsLive, person.Get) { Fields = person.FieldNames })],
            Rows(salesforce, RecordWords.Lead),
            Rows(salesforce, RecordWords.Contact))
        {
            Accounts = Rows(salesforce, "Account"),
            Opportunities = Rows(salesforce, "Opportunity"),
            ContactRoles = Rows(salesforce, "OpportunityContactRole"),
            Tasks = Rows(salesforce, "Task"),
            Users = Rows(salesforce, "User"),
            Companies = [.. marketo.Companies.Select(company => new StateRecord(Text(company.Id), company.IsLive, company.Get) { Fields = company.FieldNames })],
            Lists = [.. marketo.Lists.Select(list => new StateGroup(Text(list.Id), list.Name, marketo.ListMembers(list.Id).ToDictionary(Text, static _ => (string?)null, StringComparer.Ordinal)))],
            Programs =
            [
                .. marketo.Options.Programs.Select(program => new StateGroup(Text(program.Id), program.Name,
                    marketo.ProgramMembers(program.Id).ToDictionary(member => Text(member.PersonId), member => (string?)member.Status, StringComparer.Ordinal))),
            ],
        };
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static StateRecord[] Rows(SalesforceOrg salesforce, string @object) =>
        [.. salesforce.Rows(@object, includeDeleted: true).Select(row => new StateRecord(row.Id, !row.Deleted, row.Get) { Fields = row.FieldNames })];
}
