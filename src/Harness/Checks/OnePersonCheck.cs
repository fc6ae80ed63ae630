using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Q6: each human whose Lead or Contact somebody entered has one person: one for an address, one for a row without an address; the engine made no more than that.</summary>
/// <remarks>
/// People are told apart by e-mail, whatever its case; several rows of one address are one human (engine.md R8). A row that was entered and is gone, or became
/// another one, asks for nobody. Of an address or a row whose person somebody deleted nobody is demanded, whatever address the row has by then: the engine does not make it again (R17).
/// </remarks>
internal sealed class OnePersonCheck(CheckSettings settings) : Check("Q6", "The people that the engine made are the humans that were entered")
{
    private readonly HashSet<string> entered = new(StringComparer.Ordinal);
    private readonly List<(string Person, string Human, long At, long Call)> made = [];
    private readonly Dictionary<string, string> humans = new(StringComparer.Ordinal);
    private readonly List<string> deleted = [];
    private readonly Dictionary<string, int> ended = new(StringComparer.OrdinalIgnoreCase);

    protected override bool Applies => Examined > 0 || entered.Count > 0;

    public override void Start(SystemsState state)
    {
        foreach (var person in state.People.Where(person => person.Live))
        {
            humans[person.Id] = Human(person.Text("email"), person.Text(RecordWords.PersonLink));
        }
    }

    public override void OnCommit(in CommitEntry entry)
    {
        if (entry.IsSalesforcePerson() && entry.Op == "create" && !entry.IsEngine(settings))
        {
            entered.Add(entry.Id);
        }
        else if (entry.IsPerson())
        {
            OnPerson(entry);
        }
    }

    protected override void Judge(SystemsState end)
    {
        var people = end.People.Where(person => person.Live).GroupBy(person => Human(person.Text("email"), person.Text(RecordWords.PersonLink)), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Select(person => person.Id).ToHashSet(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);
        var judged = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var bereft = RowsOfDeleted(new LinkTable(end));
        foreach (var (row, name) in end.Leads.Where(lead => lead["IsConverted"] is not true).Select(lead => (lead, "Lead " + lead.Id)).Concat(end.Contacts.Select(contact => (contact, "Contact " + contact.Id))))
        {
            var human = Human(row.Text("Email"), row.Id);
            if (!row.Live || !entered.Contains(row.Id) || !judged.Add(human))
            {
                continue;
            }

            Examined++;
            if (!people.ContainsKey(human) && !ended.ContainsKey(human) && !bereft.Contains(row.Id))
            {
                Violate("Was entered, and nobody at Marketo has its address or its id", null, name);
            }
        }

        JudgeMade(people);
    }

    /// <summary>Rows that were linked to a deleted person, and the Contacts that they became.</summary>
    private HashSet<string> RowsOfDeleted(LinkTable links)
    {
        var rows = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in deleted.SelectMany(links.EverRowsOf))
        {
            rows.Add(id);
            if (links.Row(id) is { Object: RecordWords.Lead, Row: var lead } && lead.Text("ConvertedContactId") is { Length: > 0 } contact)
            {
                rows.Add(contact);
            }
        }

        return rows;
    }

    private void JudgeMade(Dictionary<string, HashSet<string>> people)
    {
        foreach (var group in made.GroupBy(one => one.Human, StringComparer.OrdinalIgnoreCase))
        {
            var all = group.ToList();
            Examined += all.Count;
            var alive = all.Where(one => people.TryGetValue(group.Key, out var ids) && ids.Contains(one.Person)).ToList();
            if (alive.Count > 1)
            {
                Violate($"{alive.Count} people of one human were made by the engine", alive[1].At, "Person " + alive[1].Person, alive[1].Call);
            }
            else if (all.Count > 1 + ended.GetValueOrDefault(group.Key))
            {
                Violate($"The engine made {all.Count} people of one human, and {ended.GetValueOrDefault(group.Key)} ended", all[^1].At, "Person " + all[^1].Person, all[^1].Call);
            }
        }
    }

    private void OnPerson(in CommitEntry entry)
    {
        if (entry.Op is "delete" or "merge")
        {
            if (entry.Op == "delete")
            {
                deleted.Add(entry.Id);
            }

            if (humans.Remove(entry.Id, out var gone))
            {
                ended[gone] = ended.GetValueOrDefault(gone) + 1;
            }

            return;
        }

        var hasEmail = entry.TryNew("email", out var email);
        var hasRow = entry.TryNew(RecordWords.PersonLink, out var row);
        if (entry.Op == "create")
        {
            humans[entry.Id] = Human(email as string, row as string);
            if (entry.IsEngine(settings))
            {
                made.Add((entry.Id, humans[entry.Id], entry.At, entry.Call));
            }
        }
        else if (hasEmail && email is string { Length: > 0 } address)
        {
            humans[entry.Id] = address;
        }
        else if (hasRow && row is string id && humans.TryGetValue(entry.Id, out var known) && !known.Contains('@', StringComparison.Ordinal))
        {
            humans[entry.Id] = id;
        }
    }

    private static string Human(string? email, string? row) => string.IsNullOrWhiteSpace(email) ? row ?? "" : email.Trim();
}
