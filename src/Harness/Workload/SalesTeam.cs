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

    public string CreateAccount(IReadOnlyList<KeyValuePair<string, object?>> with, Draws draws)
    {
        KeyValuePair<string, object?>[] madeUp =
        [
            new("Name", draws.Pick(people.Names.Companies)), new("Industry", draws.Pick(OrgSeeder.Industries)), new("NumberOfEmployees", draws.Next(5, 5_000)),
            new("AnnualRevenue", 10_000m * draws.Next(10, 100_000)), new("BillingCity", draws.Pick(OrgSeeder.Cities)),
        ];
        return org.CreateRow("Account", FieldList.Merge(madeUp, with), "account created");
    }

    public string? EditAccount(string? who, IReadOnlyList<KeyValuePair<string, object?>> with, Draws draws)
    {
        if (who is null && !accounts.TryPick(draws, id => org.Find(id) is { Deleted: false }, out who))
        {
            return null;
        }

        org.UpdateRow(who, with.Count > 0 ? with : [AccountEdit(org.Find(who)!, draws)], "account edited");
        return who;
    }

    public string? CreateContact(IReadOnlyList<KeyValuePair<string, object?>> with, Draws draws)
    {
        var draft = people.Next(draws);
        List<KeyValuePair<string, object?>> madeUp =
        [
            new("FirstName", draft.FirstName), new("LastName", draft.LastName), new("Email", draft.Email), new("MobilePhone", draft.MobilePhone), new("Title", draft.Title),
        ];
        if (accounts.TryPick(draws, id => org.Find(id) is { Deleted: false }, out var account))
        {
            madeUp.Add(new("AccountId", account));
        }

        var id = org.CreateRow("Contact", FieldList.Merge(madeUp, with), "contact created");
        touches.Mark(Side.Salesforce, id);
        return id;
    }

    /// <summary>Ticks or clears "Email Opt Out".</summary>
    public string? OptOut(string? who, bool isOut, Draws draws)
    {
        if (who is null && !contacts.TryPick(draws, id => IsQuiet(id, Side.Marketo) && (org.Find(id)!.Get("HasOptedOutOfEmail") is true) != isOut, out who))
        {
            return null;
        }

        return Edit(who, [new("HasOptedOutOfEmail", isOut)], isOut ? "contact opts out" : "contact opts in");
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

    private static KeyValuePair<string, object?> AccountEdit(RowView account, Draws draws) => draws.Next(100) switch
    {
        < 35 => new("AnnualRevenue", 10_000m * draws.Next(10, 100_000)),
        < 60 => new("NumberOfEmployees", draws.Next(5, 5_000)),
        < 75 => Other(account, "Industry", () => draws.Pick(OrgSeeder.Industries)),
        < 90 => Other(account, "BillingCity", () => draws.Pick(OrgSeeder.Cities)),
        _ => new("Phone", PersonFactory.Phone(draws)), // nothing that Marketo is told of
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
