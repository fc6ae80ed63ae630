using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Q5: who belongs to whom is a function both ways, in the two systems and in the engine's state, and the state says the same as the systems.</summary>
/// <remarks>
/// Other ids of a human (converted Leads, records with the same e-mail) point to one link. A person that ended so short before the end that the engine cannot
/// have read of it is not judged. Source: engine.md R3, Q5.
/// </remarks>
internal sealed class CrosswalkCheck : StateCheck
{
    // Deleted people are asked for every five minutes.
    private const long Unseen = 15 * 60 * Micros.PerSecond;

    private readonly Dictionary<string, long> endedAt = new(StringComparer.Ordinal);

    public CrosswalkCheck()
        : base("Q5", "A person is one row's, a row one person's, in both systems and the state")
    {
    }

    public override void OnCommit(in CommitEntry entry)
    {
        if (entry.IsPerson() && entry.Op is "delete" or "merge")
        {
            endedAt[entry.Id] = entry.At;
        }
    }

    protected override void Judge(SystemsState end, EngineState engine)
    {
        JudgeSystems(end);
        JudgeAliases(engine);
        JudgeLinks(end, engine);
    }

    private void JudgeSystems(SystemsState end)
    {
        Once(end.People.Where(person => person.Live).Select(person => ("Person " + person.Id, person.Text(RecordWords.PersonLink))), "row");
        Once(
            end.Leads.Where(lead => lead["IsConverted"] is not true).Select(lead => (RecordWords.Lead, lead)).Concat(end.Contacts.Select(contact => (RecordWords.Contact, contact)))
                .Where(row => row.Item2.Live).Select(row => ($"{row.Item1} {row.Item2.Id}", (string?)RecordWords.Text(row.Item2[RecordWords.RowLink]))),
            "person");
    }

    private void Once(IEnumerable<(string Record, string? Named)> records, string what)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (record, named) in records)
        {
            if (string.IsNullOrEmpty(named))
            {
                continue;
            }

            Examined++;
            if (!first.TryAdd(named, record))
            {
                Violate($"Names {what} {named}, as {first[named]} does", null, record);
            }
        }
    }

    private void JudgeAliases(EngineState engine)
    {
        var links = engine.Links.Select(link => link.Id).ToHashSet();
        var masters = engine.Links.Where(link => link.Live).Select(link => link.Row).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, link) in engine.Aliases)
        {
            Examined++;
            if (!links.Contains(link))
            {
                Violate($"Points to link {link}, which is not there", null, "alias " + row);
            }
            else if (masters.Contains(row))
            {
                Violate("Points to a link and has one of its own", null, "alias " + row);
            }
        }
    }

    private void JudgeLinks(SystemsState end, EngineState engine)
    {
        var table = new LinkTable(end);
        var people = new HashSet<string>(StringComparer.Ordinal);
        var rows = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in engine.Links)
        {
            Examined++;
            var name = $"link {link.Id}";
            if (!people.Add(link.Person) || !rows.Add(link.Row))
            {
                Violate($"Person {link.Person} or row {link.Row} has another link", null, name);
            }

            if (!link.Live)
            {
                continue;
            }

            if (table.Person(link.Person) is not { } person)
            {
                Violate($"Is about person {link.Person}, which never was", null, name);
            }
            else if (!person.Live)
            {
                if (endedAt.TryGetValue(person.Id, out var at) && end.At - at > Unseen)
                {
                    Violate($"Is alive, and person {person.Id} ended {(end.At - at) / Micros.PerSecond} s before the end", at, name);
                }
            }
            else if (table.RowOf(person) is not { } found || found.Row.Id != link.Row)
            {
                if (table.Row(link.Row) is { Row.Live: true })
                {
                    Violate($"Says {link.Row}; person {person.Id} names '{person.Text(RecordWords.PersonLink)}', and the row names '{RecordWords.Text(table.Row(link.Row)!.Value.Row[RecordWords.RowLink])}'", null, name);
                }
            }
        }

        var known = engine.Links.Select(link => (link.Person, link.Row)).ToHashSet();
        foreach (var person in end.People.Where(person => person.Live))
        {
            if (table.RowOf(person) is { } found)
            {
                Examined++;
                if (!known.Contains((person.Id, found.Row.Id)))
                {
                    Violate($"Is linked to {found.Object} {found.Row.Id}, and the engine does not know it", null, "Person " + person.Id);
                }
            }
        }
    }
}
