using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Which row each person names and which person each row names, followed through the commit log.</summary>
internal sealed class LinkLog
{
    private readonly Dictionary<string, string> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> people = new(StringComparer.Ordinal);

    public void Start(SystemsState state)
    {
        foreach (var person in state.People)
        {
            Name(rows, person.Id, person[RecordWords.PersonLink]);
        }

        foreach (var row in state.Leads.Concat(state.Contacts))
        {
            Name(people, row.Id, row[RecordWords.RowLink]);
        }
    }

    public void OnCommit(in CommitEntry entry)
    {
        if (entry.IsPerson())
        {
            if (entry.TryNew(RecordWords.PersonLink, out var row))
            {
                Name(rows, entry.Id, row);
            }
        }
        else if (entry.IsSalesforcePerson() && entry.TryNew(RecordWords.RowLink, out var person))
        {
            Name(people, entry.Id, person);
        }
    }

    /// <summary>Empty when the person names none.</summary>
    public string RowOf(string person) => rows.GetValueOrDefault(person, "");

    /// <summary>Empty when the row names none.</summary>
    public string PersonOf(string row) => people.GetValueOrDefault(row, "");

    private static void Name(Dictionary<string, string> names, string id, object? value)
    {
        var name = RecordWords.Text(value);
        if (name.Length > 0)
        {
            names[id] = name;
        }
        else
        {
            names.Remove(id);
        }
    }
}
