using System.Globalization;
using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics.Lags;

/// <summary>From a human's edit of a mapped field of an account with linked Contacts to the engine's commit of that value on its company.</summary>
internal sealed class FirmographicsLag : IFlowLag
{
    private static readonly (string Account, string Company)[] Fields =
    [
        ("Name", "company"), ("Industry", "industry"), ("AnnualRevenue", "annualRevenue"), ("NumberOfEmployees", "numberOfEmployees"), ("BillingCity", "billingCity"),
    ];

    private readonly PairLinks links;
    private readonly FlowTimes times;
    private readonly Dictionary<string, string> accountOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> contactsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> accountOfCompany = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Field, string Value, long At)>> edited = new(StringComparer.Ordinal);

    public FirmographicsLag(PairLinks links, SystemsState start, FlowTimes times)
    {
        (this.links, this.times) = (links, times);
        foreach (var contact in start.Contacts)
        {
            if (contact.Live)
            {
                Works(contact.Id, contact.Text("AccountId"));
            }
        }

        foreach (var company in start.Companies)
        {
            accountOfCompany[company.Id] = company.Text("externalCompanyId") ?? "";
        }
    }

    public void Add(in CommitEntry entry, bool isEngine)
    {
        if (entry.Sim == RecordWords.Marketo)
        {
            if (entry.Object == "Company")
            {
                OnCompany(entry, isEngine);
            }
        }
        else if (entry.Object == RecordWords.Contact)
        {
            if (entry.Op == "delete")
            {
                Works(entry.Id, null);
            }
            else if (entry.TryNew("AccountId", out var account))
            {
                Works(entry.Id, account as string);
            }
        }
        else if (entry is { Object: "Account", Op: "update", Actor: Actor.Human } && HasLinkedContact(entry.Id))
        {
            Edited(entry);
        }
    }

    private void OnCompany(in CommitEntry entry, bool isEngine)
    {
        if (entry.TryNew("externalCompanyId", out var key))
        {
            accountOfCompany[entry.Id] = key as string ?? "";
        }

        if (!isEngine || !accountOfCompany.TryGetValue(entry.Id, out var account) || !edited.TryGetValue(account, out var waiting))
        {
            return;
        }

        for (var i = waiting.Count - 1; i >= 0; i--)
        {
            if (entry.TryNew(waiting[i].Field, out var value) && Text(value) == waiting[i].Value)
            {
                times.Add(waiting[i].At, entry.At, entry.Named());
                waiting.RemoveAt(i);
            }
        }
    }

    /// <summary>A later edit of the same field takes the place of one that still waits.</summary>
    private void Edited(in CommitEntry entry)
    {
        foreach (var (field, name) in Fields)
        {
            if (!entry.TryNew(field, out var value))
            {
                continue;
            }

            if (!edited.TryGetValue(entry.Id, out var waiting))
            {
                edited.Add(entry.Id, waiting = []);
            }

            waiting.RemoveAll(edit => edit.Field == name);
            waiting.Add((name, Text(value), entry.At));
        }
    }

    private bool HasLinkedContact(string account) => contactsOf.TryGetValue(account, out var contacts) && contacts.Any(contact => links.PersonOf(contact) is not null);

    private void Works(string contact, string? account)
    {
        if (accountOf.Remove(contact, out var was))
        {
            contactsOf[was].Remove(contact);
        }

        if (account is not null)
        {
            accountOf[contact] = account;
            (contactsOf.TryGetValue(account, out var contacts) ? contacts : contactsOf[account] = new HashSet<string>(StringComparer.Ordinal)).Add(contact);
        }
    }

    /// <summary>Numbers without the zeros that one side writes and the other does not.</summary>
    private static string Text(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!.Trim();
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.####", CultureInfo.InvariantCulture) : text;
    }
}
