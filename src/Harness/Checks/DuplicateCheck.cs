using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A6: each Person, Lead, Contact or company that the engine creates had no live record with its e-mail or key at that instant.</summary>
/// <remarks>A person that still has the id of a Lead is the person of the Contact that the Lead became. A record without e-mail and key cannot be found again, so the engine makes none.</remarks>
internal sealed class DuplicateCheck(CheckSettings settings) : Check("A6", "The engine makes no duplicate")
{
    private const string PersonKey = "sfdcPersonId";
    private const string RowKey = "MarketoPersonId__c";

    private readonly LiveRecords people = new();
    private readonly LiveRecords rows = new();
    private readonly LiveRecords companies = new();
    private readonly Dictionary<string, List<string>> leadsOf = new(StringComparer.Ordinal);

    protected override bool Applies => Examined > 0;

    public override void Start(SystemsState state)
    {
        foreach (var person in state.People.Where(person => person.Live))
        {
            people.Set(person.Id, person.Text("email"), person.Text(PersonKey));
        }

        // A converted Lead has gone over into its Contact.
        foreach (var row in state.Leads.Where(row => row["IsConverted"] is not true).Concat(state.Contacts).Where(row => row.Live))
        {
            rows.Set(row.Id, row.Text("Email"), RecordWords.Text(row[RowKey]));
        }

        foreach (var company in state.Companies.Where(company => company.Live))
        {
            companies.Set(company.Id, null, company.Text(RecordWords.CompanyKey));
        }

        foreach (var lead in state.Leads)
        {
            Converted(lead.Id, lead.Text("ConvertedContactId"));
        }
    }

    public override void OnCommit(in CommitEntry entry)
    {
        if (entry.IsPerson())
        {
            Follow(entry, people, "email", PersonKey);
        }
        else if (entry.IsSalesforcePerson())
        {
            if (entry.Op == "convert" && entry.TryNew("ConvertedContactId", out var contact))
            {
                Converted(entry.Id, contact as string);
            }

            Follow(entry, rows, "Email", RowKey);
        }
        else if (entry.Object == RecordWords.Company)
        {
            Follow(entry, companies, "", RecordWords.CompanyKey);
        }
    }

    private void Converted(string lead, string? contact)
    {
        if (!string.IsNullOrEmpty(contact))
        {
            (leadsOf.TryGetValue(contact, out var leads) ? leads : leadsOf[contact] = []).Add(lead);
        }
    }

    /// <summary>A Lead's id stands for the Contact that it became.</summary>
    private bool HasKey(LiveRecords live, string? key) =>
        live.HasKey(key) || (key is not null && leadsOf.TryGetValue(key, out var leads) && leads.Exists(live.HasKey));

    private void Follow(in CommitEntry entry, LiveRecords live, string emailField, string keyField)
    {
        var engine = entry.IsEngine(settings);
        Examined += engine ? 1 : 0;
        var emailChanged = entry.TryNew(emailField, out var email);
        var keyChanged = entry.TryNew(keyField, out var keyValue);
        var key = keyValue is null ? null : RecordWords.Text(keyValue);
        switch (entry.Op)
        {
            case "create":
                if (engine && live.HasEmail(email as string))
                {
                    Violate("Created although a live record has its e-mail", entry.At, entry.Named(), entry.Call);
                }
                else if (engine && HasKey(live, key))
                {
                    Violate($"Created although a live record has its {keyField}", entry.At, entry.Named(), entry.Call);
                }
                else if (engine && string.IsNullOrEmpty(email as string) && string.IsNullOrEmpty(key))
                {
                    Violate($"Created without e-mail and {keyField}: nothing can find it again", entry.At, entry.Named(), entry.Call);
                }

                live.Set(entry.Id, email as string, key);
                break;
            case "delete" or "merge" or "convert":
                live.Bury(entry.Id);
                break;
            case "undelete":
                live.Revive(entry.Id);
                break;
            default:
                live.Change(entry.Id, emailChanged, email as string, keyChanged, key);
                break;
        }
    }
}
