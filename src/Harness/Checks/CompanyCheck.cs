using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Q9: at the end each account with a linked Contact has its company with the same five facts, its people are linked to it, and the engine made no company for another.</summary>
/// <remarks>A fact that somebody else changed at Marketo last is not judged: Marketo tells nobody of changed companies. A company stays when its last Contact goes. Source: engine.md R15.</remarks>
internal sealed class CompanyCheck(CheckSettings settings) : Check("Q9", "Companies are the accounts in scope, with the same facts")
{
    private readonly HashSet<string> accountsWithContacts = new(StringComparer.Ordinal);
    private readonly List<(string Company, string Key, long At)> made = [];
    private readonly HashSet<(string Company, string Field)> others = [];

    protected override bool Applies => Examined > 0;

    public override void Start(SystemsState state)
    {
        foreach (var contact in state.Contacts)
        {
            accountsWithContacts.Add(contact.Text("AccountId") ?? "");
        }
    }

    public override void OnCommit(in CommitEntry entry)
    {
        if (entry.Object == RecordWords.Contact)
        {
            if (entry.TryNew("AccountId", out var account) && account is string id)
            {
                accountsWithContacts.Add(id);
            }
        }
        else if (entry.Object == RecordWords.Company)
        {
            var engine = entry.IsEngine(settings);
            if (engine && entry.Op == "create" && entry.TryNew(RecordWords.CompanyKey, out var key))
            {
                made.Add((entry.Id, RecordWords.Text(key), entry.At));
            }

            foreach (var change in entry.Fields)
            {
                if (engine)
                {
                    others.Remove((entry.Id, change.Name));
                }
                else if (entry.Op == "update")
                {
                    others.Add((entry.Id, change.Name));
                }
            }
        }
    }

    protected override void Judge(SystemsState end)
    {
        var links = new LinkTable(end);
        var accounts = end.Accounts.Where(account => account.Live).ToDictionary(account => account.Id, StringComparer.Ordinal);
        var companies = new Dictionary<string, StateRecord>(StringComparer.OrdinalIgnoreCase);
        foreach (var company in end.Companies.Where(company => company.Live))
        {
            companies[company.Text(RecordWords.CompanyKey) ?? ""] = company;
        }

        var judged = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in end.People.Where(person => person.Live))
        {
            if (links.RowOf(person) is not { Object: RecordWords.Contact } found || found.Row.Text("AccountId") is not { Length: > 0 } id || !accounts.TryGetValue(id, out var account))
            {
                continue;
            }

            Examined++;
            if (person.Text(RecordWords.CompanyKey) is var key && key != id)
            {
                Violate($"{RecordWords.CompanyKey} is '{key}', its Contact's account is {id}", null, "Person " + person.Id);
            }

            if (judged.Add(id))
            {
                JudgeAccount(account, companies.GetValueOrDefault(id));
            }
        }

        foreach (var (company, key, at) in made)
        {
            Examined++;
            if (!accountsWithContacts.Contains(key))
            {
                Violate($"Made for '{key}', which is no account that ever had a Contact", at, "Company " + company);
            }
        }
    }

    private void JudgeAccount(StateRecord account, StateRecord? company)
    {
        Examined++;
        if (company is null)
        {
            Violate("Has linked Contacts and no company", null, "Account " + account.Id);
            return;
        }

        foreach (var (salesforce, marketo) in CompanyFields.All)
        {
            var (there, here) = (account[salesforce], company[marketo]);
            if (!others.Contains((company.Id, marketo)) && !CompanyFields.Same(there, here))
            {
                Violate($"{salesforce} is '{RecordWords.Text(there)}', {marketo} is '{RecordWords.Text(here)}'", null, $"Account {account.Id}, Company {company.Id}");
            }
        }
    }
}
