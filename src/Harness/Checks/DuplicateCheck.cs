using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A6: each Person, Lead or Contact that the engine creates had no live record with its e-mail or key at that instant.</summary>
internal sealed class DuplicateCheck(CheckSettings settings) : Check("A6", "The engine makes no duplicate")
{
    private const string PersonKey = "sfdcPersonId";
    private const string RowKey = "MarketoPersonId__c";

    private readonly LiveRecords people = new();
    private readonly LiveRecords rows = new();

    public override void Start(SystemsState state)
    {
        foreach (var person in state.People.Where(person => person.Live))
        {
            people.Set(person.Id, person.Text("email"), person.Text(PersonKey));
        }

        // A converted Lead has gone over into its Contact.
        foreach (var row in state.Leads.Where(row => row["IsConverted"] is not true).Concat(state.Contacts).Where(row => row.Live))
        {
            rows.Set(row.Id, row.Text("Email"), row.Text(RowKey));
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
            Follow(entry, rows, "Email", RowKey);
        }
    }

    private void Follow(in CommitEntry entry, LiveRecords live, string emailField, string keyField)
    {
        var engine = entry.IsEngine(settings);
        Examined += engine ? 1 : 0;
        var emailChanged = entry.TryNew(emailField, out var email);
        var keyChanged = entry.TryNew(keyField, out var key);
        switch (entry.Op)
        {
            case "create":
                if (engine && live.HasEmail(email as string))
                {
                    Violate("Created although a live record has its e-mail", entry.At, entry.Named(), entry.Call);
                }
                else if (engine && live.HasKey(key as string))
                {
                    Violate($"Created although a live record has its {keyField}", entry.At, entry.Named(), entry.Call);
                }

                live.Set(entry.Id, email as string, key as string);
                break;
            case "delete" or "merge" or "convert":
                live.Remove(entry.Id);
                break;
            default:
                live.Change(entry.Id, emailChanged, email as string, keyChanged, key as string);
                break;
        }
    }
}
