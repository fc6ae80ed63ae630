using System.Globalization;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.Workload;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.OrgData;

/// <summary>Fills both systems with what a scenario's org holds, through what people can do at their screens.</summary>
/// <remarks>
/// Linked pairs agree on every mapped field and know each other's id, as if the engine had been at work for long. Commits bear the cause
/// <see cref="Cause"/>; attach record sinks afterwards to leave them out of a run's records. The only activity of a seeded person is New Lead.
/// </remarks>
public sealed class OrgSeeder
{
    public const string Cause = "seed";

    private static readonly string[] Statuses = ["Open - Not Contacted", "Open - Not Contacted", "Working - Contacted"];
    private static readonly string[] Sources = ["Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"];
    /// <summary>Where accounts are.</summary>
    internal static readonly string[] Cities = ["Springfield", "Riverside", "Fairview", "Georgetown", "Madison", "Clinton"];

    /// <summary>Values of the industry picklist.</summary>
    internal static readonly string[] Industries = ["Technology", "Manufacturing", "Finance", "Healthcare", "Retail", "Consulting"];

    private readonly OrgShape org;
    private readonly MarketoInstance marketo;
    private readonly SalesforceOrg salesforce;
    private readonly Draws draws;
    private readonly PersonFactory people;
    private readonly Draws ownerDraws;
    private readonly SeedOptions options;
    private readonly SeededOrg seeded = new();
    private readonly List<(string Id, string Name)> accounts = [];
    private readonly List<string> emails = [];

    private OrgSeeder(OrgShape org, MarketoInstance marketo, SalesforceOrg salesforce, Draws draws, SeedOptions options)
    {
        this.options = options;
        ownerDraws = draws.Fork("owners");
        this.org = org;
        this.marketo = marketo;
        this.salesforce = salesforce;
        this.draws = draws.Fork("org");
        people = new PersonFactory(NamePool.Create(org.Locale, draws), options.FirstNumber);
    }

    /// <summary>Seeds both systems. The same scenario and draws give the same rows with the same ids.</summary>
    public static SeededOrg Seed(Scenario scenario, MarketoInstance marketo, SalesforceOrg salesforce, Draws draws) =>
        Seed(scenario.Org, marketo, salesforce, draws, new SeedOptions { Companies = true, Now = scenario.Clock.StartUtc });

    /// <summary>Seeds both systems with an org of this shape.</summary>
    /// <param name="org">Counts and shares.</param>
    /// <param name="marketo">Filled.</param>
    /// <param name="salesforce">Filled.</param>
    /// <param name="draws">The seed.</param>
    /// <param name="options">Owners and companies.</param>
    public static SeededOrg Seed(OrgShape org, MarketoInstance marketo, SalesforceOrg salesforce, Draws draws, SeedOptions options)
    {
        ArgumentNullException.ThrowIfNull(org);
        ArgumentNullException.ThrowIfNull(options);
        var seeder = new OrgSeeder(org, marketo, salesforce, draws, options);
        if (!org.Empty)
        {
            seeder.Fill();
        }

        var maker = new RecordMaker(marketo, salesforce);
        maker.Make(org.Records);
        seeder.seeded.Named.AddRange(maker.Named);
        seeder.seeded.Refused.AddRange(maker.Refused);
        return seeder.seeded;
    }

    private void Fill()
    {
        for (var number = 1; number <= org.Accounts; number++)
        {
            AddAccount(number);
        }

        // Leads and contacts in turn, so that neither side's ids are in one block of time.
        var contacts = accounts.Count == 0 ? 0 : (int)Math.Round(org.People * org.Contacts);
        var linked = (int)Math.Round(org.People * org.Linked);
        for (var number = 0; number < org.People; number++)
        {
            var isContact = Share(number, contacts, org.People);
            AddPerson(isContact, Share(number, linked, org.People));
        }

        for (var number = 0; number < org.MarketoOnly; number++)
        {
            AddNurtured();
        }

        AddDeals();
        Enrol();
    }

    /// <summary>Spreads <paramref name="some"/> evenly among <paramref name="all"/>: exactly so many, at places that do not depend on draws.</summary>
    private static bool Share(int number, int some, int all) => (long)(number + 1) * some / all != (long)number * some / all;

    private void AddAccount(int number)
    {
        var company = draws.Pick(people.Names.Companies);
        var name = number <= people.Names.Companies.Count ? company : string.Create(CultureInfo.InvariantCulture, $"{company} {number}");
        var id = salesforce.CreateRow(
            "Account",
            [new("Name", name), new("Industry", draws.Pick(Industries)), new("Phone", PersonFactory.Phone(draws)), new("NumberOfEmployees", draws.Next(5, 5_000)), new("BillingCity", draws.Pick(Cities)), .. Owner()],
            Cause);
        accounts.Add((id, name));
        seeded.Accounts.Add((id, name));
        if (options.Companies)
        {
            var row = salesforce.Find(id)!;
            marketo.CreateCompany(id, [new("company", name), new("industry", row.Get("Industry")), new("numberOfEmployees", row.Get("NumberOfEmployees")), new("billingCity", row.Get("BillingCity"))], Cause);
        }
    }

    private void AddPerson(bool isContact, bool isLinked)
    {
        var draft = people.Next(draws);
        var duplicate = !isContact && emails.Count > 0 && draws.Chance(org.Duplicates);
        var email = duplicate ? draws.Pick(emails) : draft.Email;
        var account = isContact ? draws.Pick(accounts) : ("", draft.Company);
        var status = isContact ? null : draws.Pick(Statuses);
        int? score = draws.Chance(0.6) ? draws.Next(1, 60) : null;
        List<KeyValuePair<string, object?>> row =
        [
            new("FirstName", draft.FirstName), new("LastName", draft.LastName), new("Email", email), new("MobilePhone", draft.MobilePhone),
            new("Title", draft.Title), new("LeadSource", draws.Pick(Sources)), .. Owner(),
        ];
        row.Add(isContact ? new("AccountId", account.Item1) : new("Company", account.Item2));
        Add(row, "Status", status);
        Add(row, "Lead_Score__c", isLinked && !duplicate ? score : null);
        var id = salesforce.CreateRow(isContact ? "Contact" : "Lead", row, Cause);
        // Marketo keeps one person for an e-mail, so a second row of that e-mail has no person of its own.
        if (!isLinked || duplicate)
        {
            seeded.People.Add(new SeededPerson(id, isContact ? account.Item1 : null, null));
            return;
        }

        emails.Add(email);
        List<KeyValuePair<string, object?>> person =
        [
            new("email", email), new("firstName", draft.FirstName), new("lastName", draft.LastName), new("mobilePhone", draft.MobilePhone),
            new("title", draft.Title), new("sfdcPersonId", id),
        ];
        person.Add(isContact ? new("sfdcAccountKey", account.Item1) : new("company", account.Item2));
        Add(person, "externalCompanyId", isContact && options.Companies ? account.Item1 : null);
        Add(person, "leadStatus", status);
        Add(person, "leadScore", score);
        var personId = marketo.CreatePerson(person, Cause);
        seeded.People.Add(new SeededPerson(id, isContact ? account.Item1 : null, personId));
        salesforce.UpdateRow(id, [new("MarketoPersonId__c", personId.ToString(CultureInfo.InvariantCulture))], Cause);
    }

    private void AddNurtured()
    {
        var draft = people.Next(draws);
        List<KeyValuePair<string, object?>> person =
        [
            new("email", draft.Email), new("firstName", draft.FirstName), new("lastName", draft.LastName), new("mobilePhone", draft.MobilePhone),
            new("title", draft.Title), new("company", draft.Company), new("leadSource", "Web"),
        ];
        Add(person, "leadScore", draws.Chance(0.6) ? draws.Next(1, 60) : null);
        seeded.MarketoOnly.Add(marketo.CreatePerson(person, Cause));
    }

    private void AddDeals()
    {
        var own = draws.Fork("deals");
        var contacts = seeded.People.Where(person => person.AccountId is not null).ToList();
        for (var number = 0; number < org.Opportunities && contacts.Count > 0; number++)
        {
            DealDesk.OpenDeal(salesforce, own.Pick(contacts).RowId, own, options.Now, Cause);
        }
    }

    /// <summary>Makes a share of all people members of the two acquisition programs.</summary>
    private void Enrol()
    {
        var own = draws.Fork("nurtured");
        foreach (var person in seeded.People.Select(person => person.PersonId).OfType<int>().Concat(seeded.MarketoOnly))
        {
            if (org.Nurtured > 0 && own.Chance(org.Nurtured))
            {
                marketo.SetProgramStatus(StandardAssets.Programs[own.Chance(0.5) ? 0 : 3].Id, person, own.Chance(0.7) ? "Member" : "Engaged", Cause);
            }
        }
    }

    private IEnumerable<KeyValuePair<string, object?>> Owner() => options.Owners.Count == 0 ? [] : [new("OwnerId", ownerDraws.Pick(options.Owners))];

    private static void Add(List<KeyValuePair<string, object?>> fields, string name, object? value)
    {
        if (value is not null)
        {
            fields.Add(new(name, value));
        }
    }
}
