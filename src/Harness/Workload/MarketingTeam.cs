using System.Globalization;
using SfMarketo.Harness.OrgData;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;

namespace SfMarketo.Harness.Workload;

/// <summary>What people and their campaigns do in Marketo. Each method answers the id of the person it worked on, or null when none fits.</summary>
internal sealed class MarketingTeam(MarketoInstance instance, PersonFactory people, RecentTouches touches, TimeProvider time)
{
    private const string LeadPrefix = "00Q";
    private const string ContactPrefix = "003";

    private static readonly string[] Statuses = ["Open - Not Contacted", "Working - Contacted", "Closed - Not Converted"];
    private static readonly string[] Moments = ["Milestone", "Web", "Email"];

    private readonly CandidatePool persons = new(
        () => [.. instance.People.Where(person => person.IsLive).Select(person => person.Id.ToString(CultureInfo.InvariantCulture))], time);

    public string CreatePerson(IReadOnlyList<KeyValuePair<string, object?>> with, Draws draws)
    {
        var draft = people.Next(draws);
        KeyValuePair<string, object?>[] madeUp =
        [
            new("email", draft.Email), new("firstName", draft.FirstName), new("lastName", draft.LastName), new("company", draft.Company),
            new("mobilePhone", draft.MobilePhone), new("title", draft.Title), new("leadSource", "Web"),
        ];
        var id = instance.CreatePerson(FieldList.Merge(madeUp, with), "person created").ToString(CultureInfo.InvariantCulture);
        touches.Mark(Side.Marketo, id);
        return id;
    }

    public string? EditPerson(string? who, IReadOnlyList<KeyValuePair<string, object?>> with, Draws draws)
    {
        if (who is null && !persons.TryPick(draws, IsQuiet, out who))
        {
            return null;
        }

        var person = Find(who)!;
        return Update(person, with.Count > 0 ? with : [PersonEdit(person, draws)], "person edited");
    }

    public string? Score(string? who, IReadOnlyList<KeyValuePair<string, object?>> with, Draws draws)
    {
        if (who is null && !persons.TryPick(draws, IsQuiet, out who))
        {
            return null;
        }

        var person = Find(who)!;
        var score = Convert.ToInt32(person.Get("leadScore") ?? 0, CultureInfo.InvariantCulture);
        return Update(person, with.Count > 0 ? with : [new("leadScore", score + draws.Next(1, 21))], "score");
    }

    /// <summary>Somebody marketing has not handed over yet, and whom sales does not have as a contact already.</summary>
    public string? BecomeMql(string? who, IReadOnlyList<KeyValuePair<string, object?>> with, Draws draws)
    {
        if (who is null && !persons.TryPick(draws, CanQualify, out who))
        {
            return null;
        }

        return Update(Find(who)!, FieldList.Merge([new("lifecycleStage", "MQL")], with), "mql");
    }

    public string? InterestingMoment(string? who, Draws draws)
    {
        if (who is null && !persons.TryPick(draws, IsQuiet, out who))
        {
            return null;
        }

        instance.AddInterestingMoment(int.Parse(who, CultureInfo.InvariantCulture), draws.Pick(Moments), draws.Pick(people.Names.Moments));
        touches.Mark(Side.Marketo, who, Find(who)?.Get("sfdcPersonId") as string);
        return who;
    }

    private string Update(PersonView person, IReadOnlyList<KeyValuePair<string, object?>> fields, string cause)
    {
        var id = person.Id.ToString(CultureInfo.InvariantCulture);
        instance.UpdatePerson(person.Id, fields, cause);
        touches.Mark(Side.Marketo, id, person.Get("sfdcPersonId") as string);
        return id;
    }

    private PersonView? Find(string id) => instance.FindPerson(int.Parse(id, CultureInfo.InvariantCulture));

    private bool IsQuiet(string id) => Find(id) is { IsLive: true } person && !touches.Busy(Side.Salesforce, id, person.Get("sfdcPersonId") as string);

    private bool CanQualify(string id) =>
        IsQuiet(id) && Find(id) is { } person && person.Get("lifecycleStage") is null && person.Get("email") is not null
        && !((person.Get("sfdcPersonId") as string)?.StartsWith(ContactPrefix, StringComparison.Ordinal) ?? false);

    private KeyValuePair<string, object?> PersonEdit(PersonView person, Draws draws)
    {
        var isLead = (person.Get("sfdcPersonId") as string)?.StartsWith(LeadPrefix, StringComparison.Ordinal) ?? false;
        return draws.Next(100) switch
        {
            < 20 when isLead => Other(person, "leadStatus", () => draws.Pick(Statuses)),
            < 60 => Other(person, "title", () => draws.Pick(people.Names.Titles)),
            < 85 => Other(person, "mobilePhone", () => PersonFactory.Phone(draws)),
            _ => Other(person, "firstName", () => draws.Pick(people.Names.FirstNames)),
        };
    }

    private static KeyValuePair<string, object?> Other(PersonView person, string field, Func<string> next)
    {
        var value = next();
        for (var tries = 0; tries < 8 && value == person.Get(field) as string; tries++)
        {
            value = next();
        }

        return new(field, value);
    }
}
