using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>What records are called by those who look at them, instead of by ids that differ from run to run: e-mail, else name, else nothing.</summary>
public sealed class NaturalNames
{
    private static readonly string[] Fields = ["email", "Email", "LastName", "lastName", "Name", "company", "Subject"];

    private readonly Dictionary<(string Object, string Id), Dictionary<string, string>> values = [];

    public static NaturalNames Of(SystemsState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var names = new NaturalNames();
        names.Add(RecordWords.Person, state.People, "email", "lastName");
        names.Add(RecordWords.Lead, state.Leads, "Email", "LastName");
        names.Add(RecordWords.Contact, state.Contacts, "Email", "LastName");
        names.Add(RecordWords.Account, state.Accounts, "Name");
        names.Add("Opportunity", state.Opportunities, "Name");
        names.Add(RecordWords.Company, state.Companies, "company");
        return names;
    }

    /// <summary>Follows a change of what the record is called by.</summary>
    public void OnCommit(in CommitEntry entry)
    {
        foreach (var change in entry.Fields)
        {
            if (Fields.Contains(change.Name))
            {
                Set(entry.Object, entry.Id, change.Name, change.New);
            }
        }
    }

    /// <summary>Empty for a record without any.</summary>
    public string this[string @object, string id] => values.TryGetValue((@object, id), out var known)
        ? Fields.Select(field => known.GetValueOrDefault(field, "")).FirstOrDefault(value => value.Length > 0) ?? "" : "";

    private void Add(string @object, IReadOnlyList<StateRecord> records, params string[] fields)
    {
        foreach (var record in records)
        {
            foreach (var field in fields)
            {
                Set(@object, record.Id, field, record[field]);
            }
        }
    }

    private void Set(string @object, string id, string field, object? value)
    {
        var known = values.TryGetValue((@object, id), out var all) ? all : values[(@object, id)] = new(2, StringComparer.Ordinal);
        var text = RecordWords.Text(value).Trim();
        known[field] = field is "email" or "Email" ? text.ToLowerInvariant() : text;
    }
}
