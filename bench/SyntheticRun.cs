using System.Globalization;
using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Records;
using SfMarketo.Harness.Rejudging;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Bench;

/// <summary>Lawful records of any number of calls, written by the code that writes a run's: a fixed number of linked pairs, and humans who edit one after the other without end.</summary>
/// <remarks>
/// A cycle is a dozen calls in six seconds. In one a human changes a Lead's status at Salesforce, the engine reads the Lead and writes the person; in the next Marketo
/// scores the person, the engine reads the person and writes the Lead; in both it polls ten times in vain. Then comes the next pair. Instants and numbers go on; pairs
/// come again with values that they did not have before. There is no engine, so that the checks of its state file are left out.
/// </remarks>
internal sealed class SyntheticRun : IDisposable
{
    private const int Pairs = 2_000;
    private const int CallsPerCycle = 12;
    private const string Marketo = "marketo";
    private const string Salesforce = "salesforce";

    private static readonly string[] LeadFields = ["Id", "LastName", "Email", "Status", "MarketoPersonId__c", "Lead_Score__c"];
    private static readonly string[] PersonFields = ["id", "lastName", "email", "leadStatus", "sfdcPersonId", "leadScore"];

    private readonly string directory;
    private readonly CheckSettings settings = new() { CallsPerDay = 1_000_000 };
    private readonly Recorder marketo = new(Marketo);
    private readonly Recorder salesforce = new(Salesforce);
    private readonly RecordOrder order;
    private readonly JsonLinesSink marketoFiles;
    private readonly JsonLinesSink salesforceFiles;
    private readonly string[] statuses = [.. Enumerable.Repeat("Open", Pairs)];
    private readonly int[] scores = new int[Pairs];
    private long logRow = 100_000;
    private long now = Micros.From(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));

    public SyntheticRun(string directory)
    {
        this.directory = directory;
        order = new RecordOrder(directory, settings.Tally);
        (marketoFiles, salesforceFiles) = (new JsonLinesSink(directory, Marketo), new JsonLinesSink(directory, Salesforce));
        foreach (var (recorder, files) in new[] { (marketo, marketoFiles), (salesforce, salesforceFiles) })
        {
            recorder.Add(order);
            recorder.Add(files);
        }
    }

    /// <summary>Writes everything that <c>judge</c> reads.</summary>
    /// <returns>The number of calls, at least <paramref name="calls"/>.</returns>
    public long Write(long calls)
    {
        new JudgeBrief("synthetic", 1, "0", ["A12", "A19", "A20", "Q3", "Q5", "Q11", "Q12", "Q13"], settings).Write(directory);
        SystemsFile.Write(Path.Combine(directory, SystemsFile.Start), State());
        Call(marketo, "GET", "/identity/oauth/token", 0);
        Call(salesforce, "POST", "/services/oauth2/token", 0);
        var written = 2L;
        for (var cycle = 0L; written < calls; cycle++)
        {
            Cycle(cycle);
            written += CallsPerCycle + cycle % 2;
        }

        for (var quiet = 0; quiet < 70; quiet++, written++)
        {
            Poll(salesforce);
            now += 5 * Micros.PerSecond;
        }

        SystemsFile.Write(Path.Combine(directory, SystemsFile.End), State());
        return written;
    }

    public void Dispose()
    {
        order.Dispose();
        marketoFiles.Dispose();
        salesforceFiles.Dispose();
    }

    private void Cycle(long cycle)
    {
        var pair = (int)(cycle / 2 % Pairs);
        if (cycle % 2 == 0)
        {
            Status(pair, string.Create(CultureInfo.InvariantCulture, $"Working {cycle}"));
        }
        else
        {
            Score(pair, (int)(cycle / 2 / Pairs) + 1);
        }

        for (var poll = 0; poll < CallsPerCycle - 2; poll++)
        {
            Poll(poll % 2 == 0 ? marketo : salesforce);
        }
    }

    private void Status(int pair, string value)
    {
        var old = statuses[pair];
        var version = salesforce.Commit(0, now, "Lead", Lead(pair), "update", Actor.Human, "lead edited", [new FieldChange("Status", old, value)]);
        now += Micros.PerSecond / 2;
        Call(salesforce, "GET", "/services/data/v67.0/query", 1, read => salesforce.Delivered(read, now, [new DeliveredItem("Lead", Lead(pair), version)]));
        Call(marketo, "POST", "/rest/v1/leads.json", 1, write => marketo.Commit(write, now, "Person", Person(pair), "update", Actor.Client, settings.MarketoClient, [new FieldChange("leadStatus", old, value)]));
        statuses[pair] = value;
    }

    private void Score(int pair, int value)
    {
        var old = value - 1;
        var version = marketo.Commit(0, now, "Person", Person(pair), "update", Actor.Rule, "scoring", [new FieldChange("leadScore", old, value)], ++logRow);
        now += Micros.PerSecond / 2;
        Call(marketo, "GET", "/rest/v1/leads.json", 1, read => marketo.Delivered(read, now, [new DeliveredItem("Person", Person(pair), version)]));
        long written = 0;
        Call(salesforce, "PATCH", "/services/data/v67.0/composite/sobjects", 1, write => written = salesforce.Commit(write, now, "Lead", Lead(pair), "update", Actor.Client, settings.SalesforceClient, [new FieldChange("Lead_Score__c", (double)old, (double)value)]));
        Call(salesforce, "GET", "/services/data/v67.0/query", 1, read => salesforce.Delivered(read, now, [new DeliveredItem("Lead", Lead(pair), written)]));
        scores[pair] = value;
    }

    private void Poll(Recorder recorder) => Call(recorder, "GET", recorder == marketo ? "/rest/v1/activities/leadchanges.json" : "/services/data/v67.0/query", 0);

    /// <summary>Lasts 0.2 s, with the next one 0.25 s later; what it causes comes before its line.</summary>
    private void Call(Recorder recorder, string method, string path, int records, Action<long>? effect = null)
    {
        var (call, at) = (recorder.NextCall(), now);
        now += Micros.PerSecond / 10;
        effect?.Invoke(call);
        now += Micros.PerSecond / 10;
        var client = recorder == marketo ? settings.MarketoClient : settings.SalesforceClient;
        recorder.Call(new CallEntry(0, "", call, at, now, client, method, path, "nextPageToken=WQV2VQVPPCKHC6AQYVK7JDSA3J62DUSJ3EXJGDPTKPEBFW3SAVUA", 200, [], records, records * 120, 300, null));
        now += Micros.PerSecond / 4;
    }

    private SystemsState State() => new(
        now,
        [.. statuses.Select((status, pair) => Record(PersonFields, [Person(pair), "Tester", Email(pair), status, Lead(pair), scores[pair]]))],
        [.. statuses.Select((status, pair) => Record(LeadFields, [Lead(pair), "Tester", Email(pair), status, Person(pair), (double)scores[pair]]))],
        [])
    {
        Engine = EngineState.NotRead("there was no engine"),
    };

    private static StateRecord Record(string[] fields, object[] values) =>
        new((string)values[0], live: true, field => Array.IndexOf(fields, field) is >= 0 and var place ? values[place] : null) { Fields = fields };

    private static string Lead(int pair) => string.Create(CultureInfo.InvariantCulture, $"00Q5g{pair:0000000000}EAM");

    private static string Person(int pair) => string.Create(CultureInfo.InvariantCulture, $"{pair + 1}");

    private static string Email(int pair) => string.Create(CultureInfo.InvariantCulture, $"p{pair}@example.com");
}
