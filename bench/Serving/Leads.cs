using System.Globalization;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.Bench.Serving;

/// <summary>The leads that the servers hold, by number, and what is asked about them. Reads and queries name the same eleven fields.</summary>
internal static class Leads
{
    private const string Data = "/services/data/v59.0";
    private const string Row = Data + "/sobjects/Lead/{id}";
    private const string Many = Data + "/composite/sobjects";
    private const string Soql = Data + "/query";
    private const string Asked = "Id,FirstName,LastName,Company,Email,Phone,Status,LeadSource,Title,CreatedDate,SystemModstamp";
    private const int Companies = 50_000;

    private static readonly string[] Sources = ["Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"];
    private static readonly string[] Statuses = ["Open - Not Contacted", "Working - Contacted"];
    private static readonly string[] Industries = ["Agriculture", "Banking", "Chemicals", "Education", "Energy"];

    public static string Email(int number) => $"p{Draw.Scattered(number)}@example.invalid";

    /// <summary>The id that a lead has when ids have no gaps.</summary>
    public static string Id(string firstId, int number) =>
        SalesforceId.TryParse(firstId, out var first) ? (first with { Serial = first.Serial + number }).ToString() : throw new ArgumentException($"'{firstId}' is no id.", nameof(firstId));

    /// <summary>A lead of 25 fields.</summary>
    public static KeyValuePair<string, object?>[] Fields(int number) =>
    [
        new("FirstName", Numbered("Ada", number % 500)),
        new("LastName", Numbered("Tester", number % 5_000)),
        new("Salutation", number % 2 == 0 ? "Ms." : "Mr."),
        new("Title", Numbered("Head of testing", number % 100)),
        new("Company", Company(number)),
        new("Street", Numbered("Street", number)),
        new("City", Numbered("City", number % 1_000)),
        new("State", Numbered("State", number % 50)),
        new("PostalCode", Numbered("9", number % 10_000)),
        new("Country", Numbered("Country", number % 100)),
        new("Phone", Numbered("+1 555", number)),
        new("MobilePhone", Numbered("+1 556", number)),
        new("Fax", Numbered("+1 557", number % 50_000)),
        new("Email", Email(number)),
        new("Website", Numbered("https://www.example.com/", number % 50_000)),
        new("Description", Numbered("Met at fair", number % 200)),
        new("LeadSource", Sources[number % Sources.Length]),
        new("Status", Statuses[number % Statuses.Length]),
        new("Industry", Industries[number % Industries.Length]),
        new("Rating", number % 3 == 0 ? "Hot" : "Cold"),
        new("AnnualRevenue", number % 1_000 * 1_000.0),
        new("NumberOfEmployees", number % 10_000),
        new("MarketoPersonId__c", Key(number)),
        new("Lead_Score__c", (double)(number % 100)),
        new("Last_Interesting_Moment__c", Numbered("Visited page", number % 500)),
    ];

    /// <summary>The cases of the side-by-side figure.</summary>
    public static IReadOnlyList<ServedCase> Cases(int leads, string firstId)
    {
        var random = new Random(7);
        return [Read(random, leads, firstId), Update(random, leads, firstId), Collection(random, leads, firstId), ById(random, leads, firstId), ByKey(random, leads), ByEmail(random, leads), Scan(random, leads)];
    }

    /// <summary>The cases of the figure about growth.</summary>
    public static IReadOnlyList<ServedCase> GrowthCases(int leads, string firstId)
    {
        var random = new Random(7);
        return [Read(random, leads, firstId), Update(random, leads, firstId), Collection(random, leads, firstId), ById(random, leads, firstId), ByKey(random, leads), ByEmail(random, leads)];
    }

    private static ServedCase Read(Random random, int leads, string firstId) =>
        new("read", "read a row", 1, Row, Draw.Requests(100_000, _ => new RawRequest("GET", $"{Data}/sobjects/Lead/{Id(firstId, random.Next(leads))}?fields={Asked}")));

    /// <summary>Two fields of the row change: the second half of the requests brings the rows of the first half with other values.</summary>
    private static ServedCase Update(Random random, int leads, string firstId)
    {
        var numbers = Enumerable.Range(0, 50_000).Select(_ => random.Next(leads)).ToArray();
        return new("update", "update a row", 1, Row, Draw.Requests(numbers.Length * 2, place => new RawRequest(
            "PATCH", $"{Data}/sobjects/Lead/{Id(firstId, numbers[place % numbers.Length])}", string.Create(CultureInfo.InvariantCulture, $$"""{"Title":"CTO {{place}}","NumberOfEmployees":{{place}}}"""))));
    }

    /// <summary>Two fields of each of 200 rows change.</summary>
    private static ServedCase Collection(Random random, int leads, string firstId)
    {
        var batches = Enumerable.Range(0, 200).Select(_ => Draw.Distinct(random, leads, 200)).ToArray();
        return new("collection", "update 200 rows by a collection", 200, Many, Draw.Requests(batches.Length * 2, place => new RawRequest("PATCH", Many, Records(batches[place % batches.Length], place))));

        string Records(int[] numbers, int version)
        {
            var records = numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $$$"""{"attributes":{"type":"Lead"},"id":"{{{Id(firstId, number)}}}","Title":"CTO {{{version}}}","NumberOfEmployees":{{{version}}}}"""));
            return $$"""{"allOrNone":false,"records":[{{string.Join(',', records)}}]}""";
        }
    }

    private static ServedCase ById(Random random, int leads, string firstId) => Query("byid", "SOQL by id", 1, 100_000, _ => $"Id = '{Id(firstId, random.Next(leads))}'");

    private static ServedCase ByKey(Random random, int leads) => Query("bykey", "SOQL by external id", 1, 100_000, _ => $"MarketoPersonId__c = '{Key(random.Next(leads))}'");

    private static ServedCase ByEmail(Random random, int leads) => Query("byemail", "SOQL by e-mail", 1, 100_000, _ => $"Email = '{Email(random.Next(leads))}'");

    /// <summary>Looks at every row; twenty of a million are in the answer.</summary>
    private static ServedCase Scan(Random random, int leads) => Query("scan", "SOQL by a scan for a company", leads, 1_000, _ => $"Company = '{Company(random.Next(leads))}'");

    private static ServedCase Query(string key, string name, int records, int count, Func<int, string> condition) =>
        new(key, name, records, Soql, Draw.Requests(count, place => new RawRequest("GET", $"{Soql}?q={Uri.EscapeDataString($"SELECT {Asked} FROM Lead WHERE {condition(place)}")}")));

    private static string Key(int number) => "P" + Draw.Scattered(number);

    private static string Company(int number) => Numbered("Testers", number % Companies);

    private static string Numbered(string text, int number) => string.Create(CultureInfo.InvariantCulture, $"{text} {number}");
}
