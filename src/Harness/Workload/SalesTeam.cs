using SfMarketo.Harness.OrgData;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Org.Conversion;

namespace SfMarketo.Harness.Workload;

/// <summary>What people do in Salesforce. Each method answers the id of the row it worked on, or null when none fits.</summary>
internal sealed class SalesTeam(SalesforceOrg org, PersonFactory people, RecentTouches touches, TimeProvider time)
{
    private const double IntoExistingAccount = 0.35;
    private const double WithOpportunity = 0.6;

    private static readonly string[] Statuses = ["Open - Not Contacted", "Working - Contacted", "Closed - Not Converted"];

    private readonly CandidatePool leads = new(() => [.. org.Rows("Lead").Select(row => row.Id)], time);
    private readonly CandidatePool contacts = new(() => [.. org.Rows("Contact").Select(row => row.Id)], time);
    private readonly CandidatePool accounts = new(() => [.. org.Rows("Account").Select(row => row.Id)], time);

    public string CreateLead(IReadOnlyList<KeyValuePair<string, object?>> with, Draws draws)
    {
        var draft = people.Next(draws);
        KeyValuePair<string, object?>[] madeUp =
        [
            new("FirstName", draft.FirstName), new("LastName", draft.LastName), new("Company", draft.Company), new("Email", draft.Email),
            new("MobilePhone", draft.MobilePhone), new("Title", draft.Title), new("Status", Statuses[0]), new("LeadSource", "Web"),
        ];
        var id = org.CreateRow("Lead", FieldList.Merge(madeUp, with), "lead created");
        touches.Mark(Side.Salesforce, id);
        return id;
    }

    public string? EditLead(string? who, IReadOnlyList<KeyValuePair<string, object?>> with, Draws draws)
    {
        if (who is null && !leads.TryPick(draws, id => IsOpenLead(id, Side.Marketo), out who))
        {
            return null;
        }

        return Edit(who, with.Count > 0 ? with : [LeadEdit(org.Find(who)!, draws)], "lead edited");
    }

    public string? EditContact(string? who, IReadOnlyList<KeyValuePair<string, object?>> with, Draws draws)
    {
        if (who is null && !contacts.TryPick(draws, id => IsQuiet(id, Side.Marketo), out who))
        {
            return null;
        }

        return Edit(who, with.Count > 0 ? with : [PersonEdit(org.Find(who)!, draws)], "contact edited");
    }

    public string? ConvertLead(string? who, Draws draws)
    {
        // A lead that somebody has just written to would be converted in mid-sentence.
        if (who is null && !leads.TryPick(draws, id => IsOpenLead(id, Side.Both), out who))
        {
            return null;
        }

        var account = draws.Chance(IntoExistingAccount) && accounts.TryPick(draws, id => org.Find(id) is { Deleted: false }, out var known) ? known : null;
        var options = new LeadConversion { AccountId = account, DoNotCreateOpportunity = !draws.Chance(WithOpportunity) };
        var converted = org.ConvertLead(who, options, "convert");
        touches.Mark(Side.Salesforce, who, converted.ContactId, org.Find(who)?.Text("MarketoPersonId__c"));
        return who;
    }

    private string Edit(string id, IReadOnlyList<KeyValuePair<string, object?>> fields, string cause)
    {
        org.UpdateRow(id, fields, cause);
        touches.Mark(Side.Salesforce, id, org.Find(id)?.Text("MarketoPersonId__c"));
        return id;
    }

    private bool IsOpenLead(string id, Side quiet) => IsQuiet(id, quiet) && org.Find(id)?.Get("IsConverted") is false;

    private bool IsQuiet(string id, Side quiet) => org.Find(id) is { Deleted: false } row && !touches.Busy(quiet, id, row.Text("MarketoPersonId__c"));

    private KeyValuePair<string, object?> LeadEdit(RowView lead, Draws draws) => draws.Next(100) switch
    {
        < 25 => Other(lead, "Status", () => draws.Pick(Statuses)),
        < 33 => Other(lead, "Company", () => draws.Pick(people.Names.Companies)),
        _ => PersonEdit(lead, draws),
    };

    private KeyValuePair<string, object?> PersonEdit(RowView row, Draws draws) => draws.Next(100) switch
    {
        < 50 => Other(row, "MobilePhone", () => PersonFactory.Phone(draws)),
        < 75 => Other(row, "Title", () => draws.Pick(people.Names.Titles)),
        < 87 => Other(row, "LastName", () => draws.Pick(people.Names.LastNames)),
        < 98 => Other(row, "FirstName", () => draws.Pick(people.Names.FirstNames)),
        _ => new("Email", people.Email(row.Text("FirstName") ?? "x", row.Text("LastName") ?? "x", "moved")),
    };

    /// <summary>A value that differs from the present one: an edit that changes nothing is no edit.</summary>
    private static KeyValuePair<string, object?> Other(RowView row, string field, Func<string> next)
    {
        var value = next();
        for (var tries = 0; tries < 8 && value == row.Text(field); tries++)
        {
            value = next();
        }

        return new(field, value);
    }
}
