using System.Globalization;

namespace SfMarketo.Bench.Serving;

/// <summary>The people that the servers hold, by number, and what is asked about them. Neighbours by number are no neighbours in any order of keys.</summary>
internal static class People
{
    private const int Texts = 1_000;
    private const string Route = "/rest/v1/leads.json";

    public static string Email(int number) => $"p{Draw.Scattered(number)}@example.invalid";

    /// <summary>A person of 20 fields.</summary>
    public static KeyValuePair<string, object?>[] Fields(int number) =>
    [
        new("email", Email(number)),
        new("firstName", Numbered("Ada", number % 500)),
        new("lastName", Numbered("Tester", number % 5_000)),
        new("company", Numbered("Testers", number % 50_000)),
        new("title", Numbered("Head of testing", number % 100)),
        new("address", Numbered("Street", number)),
        new("city", Numbered("City", number % 1_000)),
        new("state", Numbered("State", number % 50)),
        new("country", Numbered("Country", number % 100)),
        new("postalCode", Numbered("9", number % 10_000)),
        new("phone", Numbered("+1 555", number)),
        new("mobilePhone", Numbered("+1 556", number)),
        new("website", Numbered("https://www.example.com/", number % 50_000)),
        new("industry", Numbered("Industry", number % 30)),
        new("department", Numbered("Department", number % 20)),
        new("leadSource", Numbered("Source", number % 10)),
        new("leadStatus", Numbered("Status", number % 10)),
        new("salutation", Numbered("Title", number % 5)),
        new("leadScore", number % 100),
        new("numberOfEmployees", number % 10_000),
    ];

    /// <summary>The cases of the side-by-side figure.</summary>
    public static IReadOnlyList<ServedCase> Cases(int people, int firstId)
    {
        var random = new Random(7);
        return [ById(random, people, firstId), ByIds(random, people, firstId, 1), ByIds(random, people, firstId, 300), Sync(random, people, 1), Sync(random, people, 300)];
    }

    /// <summary>The cases of the figure about growth.</summary>
    public static IReadOnlyList<ServedCase> GrowthCases(int people, int firstId)
    {
        var random = new Random(7);
        return [ById(random, people, firstId), ByEmail(random, people), Sync(random, people, 300)];
    }

    private static ServedCase ById(Random random, int people, int firstId) =>
        new("id", "get lead by id", 1, "/rest/v1/lead/{id}.json", Draw.Requests(200_000, _ => new RawRequest("GET", $"/rest/v1/lead/{Id(random, people, firstId)}.json")));

    private static ServedCase ByIds(Random random, int people, int firstId, int ids) =>
        new("ids" + Text(ids), $"get leads by filter, {ids} {(ids == 1 ? "id" : "ids")}", ids, Route, Draw.Requests(Texts, _ => new RawRequest(
            "GET", $"/rest/v1/leads.json?filterType=id&filterValues={string.Join(',', Draw.Distinct(random, people, ids).Select(number => Text(firstId + number)))}")));

    private static ServedCase ByEmail(Random random, int people) =>
        new("email", "get leads by e-mail", 1, Route, Draw.Requests(200_000, _ => new RawRequest("GET", $"/rest/v1/leads.json?filterType=email&filterValues={Email(random.Next(people))}")));

    /// <summary>Each record changes two fields: the second half of the requests brings the people of the first half with other values.</summary>
    private static ServedCase Sync(Random random, int people, int records)
    {
        var batches = Enumerable.Range(0, records == 1 ? 5_000 : 200).Select(_ => Draw.Distinct(random, people, records)).ToArray();
        return new("sync" + Text(records), $"sync {records}", records, Route, Draw.Requests(batches.Length * 2, place => Upsert(batches[place % batches.Length], place)));
    }

    private static RawRequest Upsert(int[] numbers, int version)
    {
        var records = numbers.Select(number => $$"""{"email":"{{Email(number)}}","firstName":"Ada","lastName":"Tester","title":"CTO {{version}}","leadScore":{{version}}}""");
        return new RawRequest("POST", "/rest/v1/leads.json", $$"""{"action":"createOrUpdate","lookupField":"email","input":[{{string.Join(',', records)}}]}""");
    }

    private static string Id(Random random, int people, int firstId) => Text(firstId + random.Next(people));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Numbered(string text, int number) => string.Create(CultureInfo.InvariantCulture, $"{text} {number}");
}
