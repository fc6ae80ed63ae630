using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A17: an opt-out is sticky. The engine takes one back only on evidence; at the end linked records agree, and an opt-out without later evidence stands on both.</summary>
/// <remarks>
/// Evidence is a row that somebody else un-ticks at Salesforce, a form filled out at Marketo, or a campaign on the list. An opt-out so short before the engine's
/// write that it cannot have been seen is no fault of the write; the end then tells whether it was kept. Source: practice.md 1.1.
/// </remarks>
internal sealed class ConsentCheck(CheckSettings settings) : Check("A17", "An opt-out is taken back only on evidence, and stands on both sides")
{
    // A poll and a flush.
    private const long Unseen = 5 * 60 * Micros.PerSecond;

    private readonly ConsentLog log = new(settings);

    public override void Start(SystemsState state) => log.Start(state);

    public override void OnCommit(in CommitEntry entry)
    {
        log.OnCommit(entry);
        var isPerson = entry.IsPerson();
        if (entry.Op != "update" || !entry.IsEngine(settings) || !(isPerson || entry.IsSalesforcePerson()))
        {
            return;
        }

        var field = isPerson ? ConsentLog.AtMarketo : ConsentLog.AtSalesforce;
        if (!entry.TryNew(field, out var value))
        {
            return;
        }

        Examined++;
        if (value is true)
        {
            return;
        }

        var consent = isPerson ? log.OfPerson(entry.Id) : log.OfRow(entry.Id);
        if (consent.Consented == long.MinValue)
        {
            Violate($"Took {field} back, and nobody had asked for mail", entry.At, entry.Named(), entry.Call);
        }
        else if (consent.OptedOut > consent.Consented && entry.At - consent.OptedOut > Unseen)
        {
            Violate($"Took {field} back, and the opt-out of {(entry.At - consent.OptedOut) / Micros.PerSecond} s before was later than the evidence", entry.At, entry.Named(), entry.Call);
        }
    }

    protected override void Judge(SystemsState end)
    {
        var links = new LinkTable(end);
        foreach (var person in end.People.Where(person => person.Live))
        {
            if (links.RowOf(person) is not { } found)
            {
                continue;
            }

            Examined++;
            var (here, there) = (person[ConsentLog.AtMarketo] is true, found.Row[ConsentLog.AtSalesforce] is true);
            if (here != there)
            {
                Violate($"{ConsentLog.AtMarketo} is {(here ? "true" : "false")}, {ConsentLog.AtSalesforce} is {(there ? "true" : "false")}", null, $"Person {person.Id}, {found.Object} {found.Row.Id}");
            }
            else if (!here && log.OfPerson(person.Id).MustBeOut)
            {
                Violate("Opted out, gave no evidence of another will since, and may be mailed", null, $"Person {person.Id}, {found.Object} {found.Row.Id}");
            }
        }
    }
}
