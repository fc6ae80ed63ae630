using System.Globalization;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Q2: the last human edit of each mapped Salesforce field reached Marketo; each MQL has its Lead or Contact; each converted Lead's person is SQL with the contact's id.</summary>
internal sealed class NothingLostCheck(CheckSettings settings) : Check("Q2", "No human edit, MQL or conversion is lost")
{
    private readonly Dictionary<(string Row, string Field), (MappedField Mapped, object? Value, long At)> edits = [];
    // A poll of Marketo: so long before an edit of the row the person may have been changed, and the engine have taken the person's for the later one.
    private const long Conflict = 60 * Micros.PerSecond;

    private readonly LinkLog pairs = new();
    private readonly Dictionary<(string Person, string Field), long> atMarketo = [];
    private readonly Dictionary<string, long> mqls = new(StringComparer.Ordinal);
    private readonly List<(string Lead, long At)> conversions = [];

    private bool touched;

    /// <summary>Somebody edited a Lead or a Contact, or qualified: then there is something to lose.</summary>
    protected override bool Applies => touched || mqls.Count > 0;

    public override void Start(SystemsState state) => pairs.Start(state);

    public override void OnCommit(in CommitEntry entry)
    {
        pairs.OnCommit(entry);
        touched |= entry.Actor != Actor.Rule && !entry.IsEngine(settings) && entry.IsSalesforcePerson();
        if (entry.IsPerson())
        {
            OnPerson(entry);
        }
        else if (entry.IsSalesforcePerson())
        {
            OnRow(entry);
        }
    }

    protected override void Judge(SystemsState end)
    {
        var links = new LinkTable(end);
        foreach (var ((rowId, field), (mapped, value, at)) in edits.OrderBy(edit => edit.Value.At).ThenBy(edit => edit.Key.Row, StringComparer.Ordinal).ThenBy(edit => edit.Key.Field, StringComparer.Ordinal))
        {
            JudgeEdit(links, rowId, field, mapped, value, at);
        }

        foreach (var (personId, at) in mqls.OrderBy(mql => mql.Value).ThenBy(mql => mql.Key, StringComparer.Ordinal))
        {
            Examined++;
            if (links.Person(personId) is { Live: true } && links.RowsOf(personId).Count == 0)
            {
                Violate("Became MQL and has neither Lead nor Contact", at, "Person " + personId);
            }
        }

        foreach (var (leadId, at) in conversions)
        {
            JudgeConversion(links, leadId, at);
        }
    }

    private void OnPerson(in CommitEntry entry)
    {
        if (!entry.IsEngine(settings))
        {
            foreach (var change in entry.Fields)
            {
                if (MappedField.All.Any(mapped => mapped.Flow == FieldFlow.Both && mapped.Marketo == change.Name))
                {
                    atMarketo[(entry.Id, change.Name)] = entry.At;
                }
            }
        }

        if (!entry.IsEngine(settings) && entry.TryNew("lifecycleStage", out var stage) && stage is "MQL")
        {
            mqls[entry.Id] = entry.At;
        }
        else if (entry.Op is "delete" or "merge")
        {
            mqls.Remove(entry.Id);
        }
    }

    private void OnRow(in CommitEntry entry)
    {
        if (entry.Op == "convert")
        {
            conversions.Add((entry.Id, entry.At));
        }

        if (entry.Op is "convert" or "delete")
        {
            // What a converted Lead said goes on in its Contact.
            foreach (var mapped in MappedField.All)
            {
                edits.Remove((entry.Id, mapped.Salesforce));
            }

            return;
        }

        foreach (var change in entry.Fields)
        {
            if (MappedField.ToMarketo(entry.Object, change.Name) is not { } mapped)
            {
                continue;
            }

            if (!entry.IsEngine(settings))
            {
                edits[(entry.Id, change.Name)] = (mapped, change.New, entry.At);
            }
            else if (edits.TryGetValue((entry.Id, change.Name), out var edit) && IsLater(entry.Id, mapped, edit.At))
            {
                edits.Remove((entry.Id, change.Name));
            }
        }
    }

    /// <summary>What the engine writes over an edit is right only when somebody changed the other side later.</summary>
    private bool IsLater(string row, MappedField mapped, long edited) =>
        mapped.Flow == FieldFlow.Both && atMarketo.TryGetValue((pairs.PersonOf(row), mapped.Marketo), out var at) && at > edited - Conflict;

    private void JudgeEdit(LinkTable links, string rowId, string field, MappedField mapped, object? value, long at)
    {
        // The end may hold a row that the commits do not, when it was converted or deleted without one.
        if (links.Row(rowId) is not { Row.Live: true } found || LinkTable.IsConverted(found.Object, found.Row) || (field == "AccountId" && value is null))
        {
            return;
        }

        Examined++;
        var record = $"{found.Object} {rowId}";
        if (links.PersonOf(rowId) is not { } person)
        {
            if (links.IsFollower(found.Row))
            {
                return;
            }

            Violate($"{field} was edited, and no person is linked", at, record);
        }
        else if (!Canonical.Same(mapped, value, person[mapped.Marketo]))
        {
            Violate($"{field} was edited, and {mapped.Marketo} of person {person.Id} does not have the value", at, record);
        }
    }

    private void JudgeConversion(LinkTable links, string leadId, long at)
    {
        Examined++;
        if (links.Row(leadId) is not { Row: var lead } || lead.Text("ConvertedContactId") is not { } contact || links.Row(contact) is not { Row.Live: true })
        {
            return;
        }

        if (links.PersonOf(contact) is not { } person)
        {
            Violate($"Converted, and no person has the id of Contact {contact}", at, "Lead " + leadId);
        }
        else if (person.Text("lifecycleStage") != "SQL")
        {
            Violate($"Converted, and person {person.Id} is '{Convert.ToString(person["lifecycleStage"], CultureInfo.InvariantCulture)}', not SQL", at, "Lead " + leadId);
        }
    }
}
