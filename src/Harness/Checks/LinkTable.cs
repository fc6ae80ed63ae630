using System.Globalization;

namespace SfMarketo.Harness.Checks;

/// <summary>The links at one instant: a person and a row belong together when each names the other.</summary>
internal sealed class LinkTable
{
    private readonly Dictionary<string, StateRecord> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StateRecord> peopleByRow = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StateRecord> peopleByEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Object, StateRecord Row)> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> rowsByPerson = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> leadsByContact = new(StringComparer.Ordinal);

    public LinkTable(SystemsState state)
    {
        foreach (var person in state.People)
        {
            people[person.Id] = person;
            if (person.Live && person.Text("sfdcPersonId") is { Length: > 0 } row)
            {
                peopleByRow[row] = person;
                if (person.Text("email") is { Length: > 0 } email)
                {
                    peopleByEmail[email] = person;
                }
            }
        }

        AddRows(RecordWords.Lead, state.Leads);
        AddRows(RecordWords.Contact, state.Contacts);
    }

    /// <summary>The live person that names the row; null when none does.</summary>
    public StateRecord? PersonOf(string rowId) => peopleByRow.GetValueOrDefault(rowId);

    /// <summary>True for a row whose e-mail is that of a person that is linked to another live row: one person for an address, and the others follow (engine.md R8).</summary>
    public bool IsFollower(StateRecord row) =>
        row.Text("Email") is { Length: > 0 } email && peopleByEmail.TryGetValue(email, out var person)
        && person.Text("sfdcPersonId") is { } master && master != row.Id && Row(master) is { Row.Live: true };

    public StateRecord? Person(string id) => people.GetValueOrDefault(id);

    public (string Object, StateRecord Row)? Row(string id) => rows.TryGetValue(id, out var row) ? row : null;

    /// <summary>Live rows that name the person, converted Leads among them.</summary>
    public IReadOnlyList<string> RowsOf(string personId) => rowsByPerson.TryGetValue(personId, out var ids) ? ids : [];

    /// <summary>The live row that the person names and that names it, never a converted Lead; null when there is none.</summary>
    public (string Object, StateRecord Row)? RowOf(StateRecord person) =>
        person.Text("sfdcPersonId") is { Length: > 0 } id && Row(id) is { Row.Live: true } found && !IsConverted(found.Object, found.Row)
            && RecordWords.Text(found.Row["MarketoPersonId__c"]) == person.Id ? found : null;

    /// <summary>Rows that are or were the person's: the one it names, those that name it, and the Leads that became one of them.</summary>
    public IReadOnlySet<string> EverRowsOf(string personId)
    {
        var ids = new HashSet<string>(RowsOf(personId), StringComparer.Ordinal);
        if (Person(personId)?.Text("sfdcPersonId") is { Length: > 0 } named)
        {
            ids.Add(named);
            ids.UnionWith(leadsByContact.TryGetValue(named, out var leads) ? leads : []);
        }

        return ids;
    }

    /// <summary>Only Leads are ever converted.</summary>
    public static bool IsConverted(string @object, StateRecord row) => @object == RecordWords.Lead && row["IsConverted"] is true;

    private void AddRows(string @object, IReadOnlyList<StateRecord> records)
    {
        foreach (var row in records)
        {
            rows[row.Id] = (@object, row);
            if (@object == RecordWords.Lead && row.Text("ConvertedContactId") is { Length: > 0 } contact)
            {
                (leadsByContact.TryGetValue(contact, out var leads) ? leads : leadsByContact[contact] = []).Add(row.Id);
            }

            var person = Convert.ToString(row["MarketoPersonId__c"], CultureInfo.InvariantCulture);
            if (row.Live && !string.IsNullOrEmpty(person))
            {
                (rowsByPerson.TryGetValue(person, out var ids) ? ids : rowsByPerson[person] = []).Add(row.Id);
            }
        }
    }
}
