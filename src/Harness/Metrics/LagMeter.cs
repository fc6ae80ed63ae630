using System.Globalization;
using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics;

/// <summary>Times each flow from the human's commit at one system to the engine's commit at the other.</summary>
/// <remarks>
/// Follows of each person only its row and stage, of each row only its person. The MQL flow is timed for people whom Salesforce does not know yet:
/// from the qualification to the Lead.
/// </remarks>
internal sealed class LagMeter
{
    private readonly CheckSettings settings;
    private readonly FlowTimes promotion = new("promotion");
    private readonly FlowTimes mql = new("mql");
    private readonly FlowTimes fieldSync = new("field-sync");
    private readonly Dictionary<string, (string? Row, string? Stage)> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> personOfRow = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> converted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> qualified = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(MappedField Mapped, object? Value, long At)>> edited = new(StringComparer.Ordinal);

    public LagMeter(CheckSettings settings, SystemsState start)
    {
        this.settings = settings;
        foreach (var person in start.People)
        {
            people[person.Id] = (person.Text("sfdcPersonId"), person.Text("lifecycleStage"));
        }

        foreach (var row in start.Leads.Concat(start.Contacts))
        {
            Belongs(row.Id, row["MarketoPersonId__c"]);
        }
    }

    public IReadOnlyList<FlowTiming> Summary() => [promotion.Summary(), mql.Summary(), fieldSync.Summary()];

    public void Add(in CommitEntry entry)
    {
        if (entry.IsPerson())
        {
            OnPerson(entry);
        }
        else if (entry.IsSalesforcePerson())
        {
            OnRow(entry);
        }
    }

    private void OnPerson(in CommitEntry entry)
    {
        if (entry.Op is "delete" or "merge")
        {
            people.Remove(entry.Id);
            return;
        }

        var (row, stage) = people.GetValueOrDefault(entry.Id);
        row = entry.TryNew("sfdcPersonId", out var newRow) ? newRow as string : row;
        stage = entry.TryNew("lifecycleStage", out var newStage) ? newStage as string : stage;
        people[entry.Id] = (row, stage);
        if (!entry.IsEngine(settings))
        {
            // A person with a row has nothing to wait for: what changed of its score and moment travels as any edit does.
            if (newStage is "MQL" && row is null)
            {
                qualified[entry.Id] = entry.At;
            }

            return;
        }

        if (row is null)
        {
            return;
        }

        if (stage == "SQL" && converted.Remove(row, out var convertedAt))
        {
            promotion.Add(convertedAt, entry.At);
        }

        Arrived(entry, row);
    }

    /// <summary>Edits of the person's row whose value this commit brings.</summary>
    private void Arrived(in CommitEntry entry, string row)
    {
        if (!edited.TryGetValue(row, out var waiting))
        {
            return;
        }

        for (var i = waiting.Count - 1; i >= 0; i--)
        {
            if (entry.TryNew(waiting[i].Mapped.Marketo, out var value) && Canonical.Same(waiting[i].Mapped, waiting[i].Value, value))
            {
                fieldSync.Add(waiting[i].At, entry.At);
                waiting.RemoveAt(i);
            }
        }

        if (waiting.Count == 0)
        {
            edited.Remove(row);
        }
    }

    private void OnRow(in CommitEntry entry)
    {
        if (entry.TryNew("MarketoPersonId__c", out var person))
        {
            Belongs(entry.Id, person);
        }

        if (entry.Op == "convert")
        {
            edited.Remove(entry.Id);
            if (entry.TryNew("ConvertedContactId", out var contact) && contact is string id)
            {
                converted[id] = entry.At;
            }
        }
        else if (entry.Op == "delete")
        {
            edited.Remove(entry.Id);
        }
        else if (entry.IsEngine(settings))
        {
            if (personOfRow.TryGetValue(entry.Id, out var personId) && qualified.Remove(personId, out var qualifiedAt))
            {
                mql.Add(qualifiedAt, entry.At);
            }
        }
        else if (entry.Op == "update" && entry.Actor == Actor.Human)
        {
            Edited(entry);
        }
    }

    /// <summary>A later edit of the same field takes the place of one that still waits.</summary>
    private void Edited(in CommitEntry entry)
    {
        foreach (var change in entry.Fields)
        {
            if (MappedField.ToMarketo(entry.Object, change.Name) is not { } mapped)
            {
                continue;
            }

            if (!edited.TryGetValue(entry.Id, out var waiting))
            {
                edited.Add(entry.Id, waiting = []);
            }

            waiting.RemoveAll(edit => edit.Mapped == mapped);
            waiting.Add((mapped, change.New, entry.At));
        }
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
