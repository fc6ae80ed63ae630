using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Metrics;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Harness.Checks;

/// <summary>Records made by hand, in seconds after the start, fed to all judges.</summary>
internal sealed class HandMadeRun
{
    public const string Engine = "sync-engine";
    public const string EngineUser = "sync@example.invalid";

    /// <summary>Noon UTC of a summer day: 07:00 in Chicago, 17 h before the quota's reset.</summary>
    public static readonly long TheStart = Micros.From(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    private readonly Judges judges;
    private readonly RunMeter meter;
    private readonly List<StateRecord> people = [];
    private readonly List<StateRecord> leads = [];
    private readonly List<StateRecord> contacts = [];
    private long calls;
    private long commits;

    public HandMadeRun(CheckSettings? settings = null, SystemsState? start = null)
    {
        start ??= SystemsState.Empty(TheStart);
        judges = new Judges(settings ?? new CheckSettings(), start);
        meter = new RunMeter(settings ?? new CheckSettings(), start);
    }

    public static long At(double seconds) => TheStart + (long)Math.Round(seconds * Micros.PerSecond);

    public static StateRecord Record(string id, params (string Field, object? Value)[] fields) =>
        new(id, live: true, field => fields.FirstOrDefault(one => one.Field == field).Value);

    /// <summary>The number that the next call gets: commits come before their call's line.</summary>
    public long NextCall => calls + 1;

    public HandMadeRun Marketo(double at, double lasting = 0.1, string client = Engine, string method = "GET", string path = "/rest/v1/leads.json", string query = "", int status = 200, int records = 0, int bytesIn = 0, params string[] codes) =>
        Call(RecordWords.Marketo, at, lasting, client, method, path, query, status, records, bytesIn, codes);

    public HandMadeRun Salesforce(double at, double lasting = 0.1, string client = EngineUser, string method = "GET", string path = "/services/data/v59.0/query", string query = "", int status = 200, int records = 0, int bytesIn = 0, params string[] codes) =>
        Call(RecordWords.Salesforce, at, lasting, client, method, path, query, status, records, bytesIn, codes);

    /// <summary>A commit by the engine in the next call.</summary>
    public HandMadeRun EngineCommit(double at, string @object, string id, string op, params (string Field, object? New)[] fields) =>
        Commit(at, @object, id, op, Actor.Client, @object == RecordWords.Person ? Engine : EngineUser, NextCall, fields);

    public HandMadeRun HumanCommit(double at, string @object, string id, string op, params (string Field, object? New)[] fields) =>
        Commit(at, @object, id, op, Actor.Human, "test", 0, fields);

    public HandMadeRun RuleCommit(double at, string @object, string id, string op, params (string Field, object? New)[] fields) =>
        Commit(at, @object, id, op, Actor.Rule, "rule", NextCall, fields);

    public HandMadeRun EndsWithPerson(string id, params (string Field, object? Value)[] fields) => Ends(people, id, fields);

    public HandMadeRun EndsWithLead(string id, params (string Field, object? Value)[] fields) => Ends(leads, id, fields);

    public HandMadeRun EndsWithContact(string id, params (string Field, object? Value)[] fields) => Ends(contacts, id, fields);

    public CheckResult Judge(string check, double end = 3600) => Judge(end).Single(result => result.Id == check);

    public IReadOnlyList<CheckResult> Judge(double end = 3600) => judges.Finish(new SystemsState(At(end), people, leads, contacts));

    public RunMetrics Measure(double end = 3600) => meter.Finish(Judge(end));

    private HandMadeRun Ends(List<StateRecord> records, string id, (string, object?)[] fields)
    {
        records.Add(Record(id, fields));
        return this;
    }

    private HandMadeRun Call(string sim, double at, double lasting, string client, string method, string path, string query, int status, int records, int bytesIn, string[] codes)
    {
        calls++;
        var entry = new CallEntry(calls, sim, calls, At(at), At(at + lasting), client, method, path, query, status, codes, records, bytesIn, 0, null);
        judges.OnCall(entry);
        meter.OnCall(entry);
        return this;
    }

    private HandMadeRun Commit(double at, string @object, string id, string op, Actor actor, string cause, long call, (string Field, object? New)[] fields)
    {
        var sim = @object == RecordWords.Person ? RecordWords.Marketo : RecordWords.Salesforce;
        var entry = new CommitEntry(++commits, sim, call, At(at), @object, id, op, actor, cause, [.. fields.Select(field => new FieldChange(field.Field, null, field.New))]);
        judges.OnCommit(entry);
        meter.OnCommit(entry);
        return this;
    }
}
