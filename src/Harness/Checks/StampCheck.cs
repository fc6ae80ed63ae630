using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>R3: the engine takes no person away from a living Lead or Contact that the person names, and no row from a living person.</summary>
/// <remarks>
/// One record with the same e-mail is the same human only where it is not stamped with another id. A Lead that was converted has gone over into its Contact, and one
/// that was deleted or merged away names nobody. Source: practice.md 1.7, engine.md R3.
/// </remarks>
internal sealed class StampCheck(CheckSettings settings) : Check("R3", "What names a living record is not given to another")
{
    private readonly HashSet<string> people = new(StringComparer.Ordinal);
    private readonly HashSet<string> rows = new(StringComparer.Ordinal);

    protected override bool Applies => Examined > 0;

    public override void Start(SystemsState state)
    {
        people.UnionWith(state.People.Where(person => person.Live).Select(person => person.Id));
        rows.UnionWith(state.Leads.Where(lead => lead["IsConverted"] is not true).Concat(state.Contacts).Where(row => row.Live).Select(row => row.Id));
    }

    public override void OnCommit(in CommitEntry entry)
    {
        if (entry.IsPerson())
        {
            Judge(entry, RecordWords.PersonLink, rows);
            Follow(people, entry);
        }
        else if (entry.IsSalesforcePerson())
        {
            Judge(entry, RecordWords.RowLink, people);
            Follow(rows, entry);
        }
    }

    private void Judge(in CommitEntry entry, string stamp, HashSet<string> named)
    {
        if (!entry.IsEngine(settings))
        {
            return;
        }

        foreach (var change in entry.Fields)
        {
            if (change.Name != stamp)
            {
                continue;
            }

            Examined++;
            var (before, now) = (RecordWords.Text(change.Old), RecordWords.Text(change.New));
            if (before != now && named.Contains(before))
            {
                Violate($"Named {before}, which is alive, and was given to {(now.Length == 0 ? "nobody" : now)}", entry.At, entry.Named(), entry.Call);
            }
        }
    }

    private static void Follow(HashSet<string> living, in CommitEntry entry)
    {
        if (entry.Op is "delete" or "merge" or "convert")
        {
            living.Remove(entry.Id);
        }
        else if (entry.Op is "create" or "undelete")
        {
            living.Add(entry.Id);
        }
    }
}
