using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A11C, for companies: an edit of an account is at most one write of its company, and none to its people.</summary>
/// <remarks>
/// Counted are commits: a company has no more changes by the engine than its account has edits, besides one that brings it up to date. What changes a person's
/// company facts at Marketo is written at the company, never through a person of a Contact. Source: engine.md R15 and A11.
/// </remarks>
internal sealed class CompanyWriteCheck(CheckSettings settings) : Check("A11C", "An account's edit is one write of its company, none to its people")
{
    private const string ContactPrefix = "003";

    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> allowed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, List<(string Company, long At)>> written = [];

    protected override bool Applies => Examined > 0;

    public override void Start(SystemsState state)
    {
        foreach (var person in state.People)
        {
            links[person.Id] = person.Text(RecordWords.PersonLink) ?? "";
        }

        foreach (var company in state.Companies)
        {
            keys[company.Id] = company.Text(RecordWords.CompanyKey) ?? "";
        }
    }

    public override void OnCommit(in CommitEntry entry)
    {
        switch (entry.Object)
        {
            case RecordWords.Account when !entry.IsEngine(settings) && entry.Fields.Any(change => CompanyFields.IsSalesforce(change.Name)):
                Allow(entry.Id);
                break;
            case RecordWords.Company:
                OnCompany(entry);
                break;
            case RecordWords.Person:
                OnPerson(entry);
                break;
        }
    }

    public override void OnCall(in CallEntry entry)
    {
        if (entry.Sim != RecordWords.Marketo || !written.Remove(entry.Call, out var companies) || !entry.IsLeadWrite())
        {
            return;
        }

        foreach (var (company, at) in companies)
        {
            Violate("Changed by a write of people", at, "Company " + company, entry.Call);
        }
    }

    private void OnCompany(in CommitEntry entry)
    {
        if (entry.TryNew(RecordWords.CompanyKey, out var key))
        {
            keys[entry.Id] = RecordWords.Text(key);
        }

        var account = keys.GetValueOrDefault(entry.Id, "");
        if (!entry.IsEngine(settings))
        {
            Allow(account);
            return;
        }

        Examined++;
        (written.TryGetValue(entry.Call, out var companies) ? companies : written[entry.Call] = []).Add((entry.Id, entry.At));
        var left = allowed.GetValueOrDefault(account, 1) - 1;
        allowed[account] = left;
        if (left < 0)
        {
            Violate("Written more often than its account was edited", entry.At, entry.Named(), entry.Call);
        }
    }

    private void OnPerson(in CommitEntry entry)
    {
        if (entry.IsEngine(settings) && links.TryGetValue(entry.Id, out var link) && link.StartsWith(ContactPrefix, StringComparison.Ordinal))
        {
            Examined++;
            foreach (var change in entry.Fields)
            {
                if (CompanyFields.IsMarketo(change.Name))
                {
                    Violate($"Wrote {change.Name} of a Contact's person; it is the company's", entry.At, entry.Named(), entry.Call);
                }
            }
        }

        if (entry.TryNew(RecordWords.PersonLink, out var value))
        {
            links[entry.Id] = RecordWords.Text(value);
        }
    }

    private void Allow(string account) => allowed[account] = allowed.GetValueOrDefault(account, 1) + 1;
}
