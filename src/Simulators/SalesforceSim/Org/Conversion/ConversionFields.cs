using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Conversion;

/// <summary>Which of a lead's fields go where on conversion (salesforce-data.md section 10.3), and the administrator's map of custom fields.</summary>
internal sealed class ConversionFields
{
    private static readonly (string From, string To)[] ToAccount =
    [
        ("Company", "Name"), ("Street", "BillingStreet"), ("City", "BillingCity"), ("State", "BillingState"), ("PostalCode", "BillingPostalCode"), ("Country", "BillingCountry"),
        ("Latitude", "BillingLatitude"), ("Longitude", "BillingLongitude"), ("GeocodeAccuracy", "BillingGeocodeAccuracy"), ("AnnualRevenue", "AnnualRevenue"),
        ("NumberOfEmployees", "NumberOfEmployees"), ("Industry", "Industry"), ("Rating", "Rating"), ("Phone", "Phone"), ("Fax", "Fax"), ("Website", "Website"), ("LeadSource", "AccountSource"),
    ];

    private static readonly (string From, string To)[] ToContact =
    [
        ("FirstName", "FirstName"), ("LastName", "LastName"), ("Salutation", "Salutation"), ("Title", "Title"), ("Email", "Email"), ("Phone", "Phone"), ("MobilePhone", "MobilePhone"),
        ("Fax", "Fax"), ("Street", "MailingStreet"), ("City", "MailingCity"), ("State", "MailingState"), ("PostalCode", "MailingPostalCode"), ("Country", "MailingCountry"),
        ("Latitude", "MailingLatitude"), ("Longitude", "MailingLongitude"), ("GeocodeAccuracy", "MailingGeocodeAccuracy"), ("Description", "Description"), ("LeadSource", "LeadSource"),
    ];

    private static readonly (string From, string To)[] ToNewContact =
        [("HasOptedOutOfEmail", "HasOptedOutOfEmail"), ("HasOptedOutOfFax", "HasOptedOutOfFax"), ("DoNotCall", "DoNotCall")];

    private readonly List<(SField From, SField To)> account;
    private readonly List<(SField From, SField To)> contact;
    private readonly List<(SField From, SField To)> newContact;
    private readonly List<(SField From, SField To)> opportunity;
    private readonly SField leadSource;
    private readonly SField contactSource;

    public ConversionFields(OrgSchema schema, IReadOnlyList<KeyValuePair<string, string>> custom)
    {
        var lead = schema["Lead"];
        var mapped = custom.Select(pair => (From: pair.Key, To: pair.Value.Contains('.') ? pair.Value : "Contact." + pair.Value)).ToList();
        if (mapped.Find(pair => pair.To.Split('.')[0] is not ("Account" or "Contact" or "Opportunity")) is { To: not null } wrong)
        {
            throw new ArgumentException($"The conversion map names {wrong.To}; a lead's field goes to a field of Account, Contact or Opportunity.");
        }

        account = Resolve(lead, schema["Account"], [.. ToAccount, .. To("Account")]);
        contact = Resolve(lead, schema["Contact"], [.. ToContact, .. To("Contact")]);
        opportunity = Resolve(lead, schema["Opportunity"], [.. To("Opportunity")]);
        newContact = Resolve(lead, schema["Contact"], ToNewContact);
        leadSource = lead.Field("LeadSource");
        contactSource = schema["Contact"].Field("LeadSource");

        IEnumerable<(string From, string To)> To(string target) => mapped.Where(pair => pair.To.StartsWith(target + ".", StringComparison.Ordinal)).Select(pair => (pair.From, pair.To[(target.Length + 1)..]));
    }

    /// <summary>Fills the empty fields of an account; true when one changed.</summary>
    public bool FillAccount(SRow lead, object?[] values) => Fill(account, lead, values);

    /// <summary>Fills the empty fields of an opportunity that the administrator has mapped; true when one changed.</summary>
    public bool FillOpportunity(SRow lead, object?[] values) => Fill(opportunity, lead, values);

    /// <summary>Fills the empty fields of a contact, and of a new one the opt-outs.</summary>
    public bool FillContact(SRow lead, object?[] values, bool created, bool overwriteLeadSource)
    {
        var changed = Fill(contact, lead, values);
        if (created)
        {
            foreach (var (from, to) in newContact)
            {
                values[to.Number] = lead[from] ?? Boxes.False;
            }
        }
        else if (overwriteLeadSource && lead[leadSource] is { } source && !Equals(source, values[contactSource.Number]))
        {
            values[contactSource.Number] = source;
            changed = true;
        }

        return changed;
    }

    private static bool Fill(List<(SField From, SField To)> map, SRow lead, object?[] values)
    {
        var changed = false;
        foreach (var (from, to) in map)
        {
            if ((values[to.Number] is null || to.Type == SFieldType.Boolean && values[to.Number] is false) && lead[from] is { } value && !Equals(value, values[to.Number]))
            {
                values[to.Number] = value;
                changed = true;
            }
        }

        return changed;
    }

    private static List<(SField From, SField To)> Resolve(SObjectType lead, SObjectType target, IReadOnlyList<(string From, string To)> names) =>
        [.. names.Select(pair => (
            lead.Find(pair.From) ?? throw new ArgumentException($"The conversion map names the lead's field {pair.From}, which does not exist."),
            target.Find(pair.To) ?? throw new ArgumentException($"The conversion map names the field {pair.To} of {target.Name}, which does not exist.")))];
}
