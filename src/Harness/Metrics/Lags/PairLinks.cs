using System.Globalization;
using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics.Lags;

/// <summary>Who belongs to whom at the moment of each commit: of each person its row and stage, of each row its person.</summary>
internal sealed class PairLinks
{
    private readonly Dictionary<string, (string? Row, string? Stage)> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> linkedAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> personOfRow = new(StringComparer.Ordinal);

    public PairLinks(SystemsState start)
    {
        foreach (var person in start.People)
        {
            people[person.Id] = (person.Text("sfdcPersonId"), person.Text("lifecycleStage"));
        }

        foreach (var row in start.Leads.Concat(start.Contacts))
        {
            Belongs(row.Id, row["MarketoPersonId__c"]);
        }
    }

    /// <summary>The Lead or Contact that the person names, and its lifecycle stage.</summary>
    public (string? Row, string? Stage) Of(string person) => people.GetValueOrDefault(person);

    /// <summary>The person that the row names.</summary>
    public string? PersonOf(string row) => personOfRow.GetValueOrDefault(row);

    /// <summary>When the person was given its first row, microseconds; 0 when it had one at the start, null without one.</summary>
    public long? LinkedAt(string person) => Of(person).Row is null ? null : linkedAt.GetValueOrDefault(person);

    public void Add(in CommitEntry entry)
    {
        if (entry.IsPerson())
        {
            OnPerson(entry);
        }
        else if (entry.IsSalesforcePerson() && entry.TryNew("MarketoPersonId__c", out var person))
        {
            Belongs(entry.Id, person);
        }
    }

    private void OnPerson(in CommitEntry entry)
    {
        if (entry.Op is "delete" or "merge")
        {
            people.Remove(entry.Id);
            return;
        }

        var (row, stage) = Of(entry.Id);
        if (entry.TryNew("sfdcPersonId", out var value))
        {
            if (row is null && value is not null)
            {
                linkedAt[entry.Id] = entry.At;
            }

            row = value as string;
        }

        people[entry.Id] = (row, entry.TryNew("lifecycleStage", out var next) ? next as string : stage);
    }

    private void Belongs(string row, object? person)
    {
        var id = Convert.ToString(person, CultureInfo.InvariantCulture);
        if (string.IsNullOrEmpty(id))
        {
            personOfRow.Remove(row);
        }
        else
        {
            personOfRow[row] = id;
        }
    }
}
