using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Opt-outs and re-consents of people and of their Leads and Contacts, followed through the commit log.</summary>
internal sealed class ConsentLog(CheckSettings settings)
{
    public const string AtMarketo = "unsubscribed";
    public const string AtSalesforce = "HasOptedOutOfEmail";
    private const string FormFill = "fillOutForm";

    private readonly Dictionary<string, Consent> records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> rowOfPerson = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> personOfRow = new(StringComparer.Ordinal);

    public void Start(SystemsState state)
    {
        foreach (var person in state.People)
        {
            Begin(PersonKey(person.Id), person[AtMarketo], state.At);
            Name(rowOfPerson, person.Id, person[RecordWords.PersonLink]);
        }

        foreach (var row in state.Leads.Concat(state.Contacts))
        {
            Begin(row.Id, row[AtSalesforce], state.At);
            Name(personOfRow, row.Id, row[RecordWords.RowLink]);
        }
    }

    /// <summary>Follows what others do; what the engine writes is neither an opt-out nor evidence.</summary>
    public void OnCommit(in CommitEntry entry)
    {
        var isPerson = entry.IsPerson();
        if (!isPerson && !entry.IsSalesforcePerson())
        {
            return;
        }

        if (entry.TryNew(isPerson ? RecordWords.PersonLink : RecordWords.RowLink, out var other))
        {
            Name(isPerson ? rowOfPerson : personOfRow, entry.Id, other);
        }

        if (!entry.IsEngine(settings) && entry.TryNew(isPerson ? AtMarketo : AtSalesforce, out var value))
        {
            var key = isPerson ? PersonKey(entry.Id) : entry.Id;
            var consent = Of(key);
            if (value is true)
            {
                records[key] = consent with { OptedOut = entry.At, MadeAt = entry.Op == "create" ? entry.At : consent.MadeAt };
            }
            else if (entry.Op == "update" && (!isPerson || IsOwnWill(entry)))
            {
                records[key] = consent with { Consented = entry.At };
            }
        }

        if (entry.Op == "convert" && entry.TryNew("ConvertedContactId", out var contact))
        {
            Inherit(entry.Id, RecordWords.Text(contact), entry.At);
        }
    }

    public Consent OfPerson(string person) => Of(PersonKey(person)).With(rowOfPerson.TryGetValue(person, out var row) ? Of(row) : Consent.Nothing);

    public Consent OfRow(string row) => Of(row).With(personOfRow.TryGetValue(row, out var person) ? Of(PersonKey(person)) : Consent.Nothing);

    /// <summary>A form that was filled out, or a campaign that is on the list.</summary>
    private bool IsOwnWill(in CommitEntry entry) =>
        (entry.Actor == Actor.Human && entry.Cause == FormFill) || (entry.Actor == Actor.Rule && settings.ConsentCampaigns.Contains(entry.Cause));

    /// <summary>What a Lead said goes on in its Contact: a Contact that the conversion made was not opted out anew.</summary>
    private void Inherit(string lead, string contact, long at)
    {
        var (from, to) = (Of(lead), Of(contact));
        records[contact] = to.MadeAt == at ? from : to.With(from);
    }

    private void Begin(string key, object? value, long at)
    {
        if (value is true)
        {
            records[key] = Consent.Nothing with { OptedOut = at };
        }
    }

    private Consent Of(string key) => records.GetValueOrDefault(key, Consent.Nothing);

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

    private static string PersonKey(string id) => RecordWords.Person + " " + id;
}

/// <summary>What is known of one record or of a linked pair.</summary>
/// <param name="OptedOut">The last opt-out that the engine did not write.</param>
/// <param name="Consented">The last evidence that the person wants mail again.</param>
/// <param name="MadeAt">When it was created as opted out.</param>
internal readonly record struct Consent(long OptedOut, long Consented, long MadeAt)
{
    public static Consent Nothing { get; } = new(long.MinValue, long.MinValue, long.MinValue);

    /// <summary>Opted out, and no evidence since.</summary>
    public bool MustBeOut => OptedOut != long.MinValue && OptedOut >= Consented;

    public Consent With(Consent other) => new(Math.Max(OptedOut, other.OptedOut), Math.Max(Consented, other.Consented), MadeAt);
}
