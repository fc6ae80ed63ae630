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
    private readonly SystemsState start;
    private SystemsState? end;
    private long calls;
    private long commits;
    private long messages;

    public HandMadeRun(CheckSettings? settings = null, SystemsState? start = null)
    {
        this.start = start ??= SystemsState.Empty(TheStart);
        judges = new Judges(settings ?? new CheckSettings(), start);
        meter = new RunMeter(settings ?? new CheckSettings(), start);
    }

    public static long At(double seconds) => TheStart + (long)Math.Round(seconds * Micros.PerSecond);

    public static StateRecord Record(string id, params (string Field, object? Value)[] fields) =>
        new(id, live: true, field => fields.FirstOrDefault(one => one.Field == field).Value);

    /// <summary>The number that the next call gets: commits come before their call's line.</summary>
    public long NextCall => calls + 1;

    public HandMadeRun Marketo(double at, double lasting = 0.1, string client = Engine, string method = "GET", string path = "/rest/v1/leads.json", string query = "", int status = 200, int records = 0, int bytesIn = 0, string? fault = null, params string[] codes) =>
        Call(RecordWords.Marketo, at, lasting, client, method, path, query, status, records, bytesIn, codes, fault);

    public HandMadeRun Salesforce(double at, double lasting = 0.1, string client = EngineUser, string method = "GET", string path = "/services/data/v59.0/query", string query = "", int status = 200, int records = 0, int bytesIn = 0, params string[] codes) =>
        Call(RecordWords.Salesforce, at, lasting, client, method, path, query, status, records, bytesIn, codes);

    /// <summary>A commit by the engine in the next call.</summary>
    public HandMadeRun EngineCommit(double at, string @object, string id, string op, params (string Field, object? New)[] fields) =>
        Commit(at, @object, id, op, Actor.Client, IsMarketo(@object) ? Engine : EngineUser, NextCall, Changes(fields));

    /// <summary>The same with the values before.</summary>
    public HandMadeRun EngineChange(double at, string @object, string id, string op, params (string Field, object? Old, object? New)[] fields) =>
        Commit(at, @object, id, op, Actor.Client, IsMarketo(@object) ? Engine : EngineUser, NextCall, Changes(fields));

    public HandMadeRun HumanChange(double at, string @object, string id, string op, string cause, params (string Field, object? Old, object? New)[] fields) =>
        Commit(at, @object, id, op, Actor.Human, cause, 0, Changes(fields));

    public HandMadeRun RuleChange(double at, string @object, string id, string op, string cause, params (string Field, object? Old, object? New)[] fields) =>
        Commit(at, @object, id, op, Actor.Rule, cause, 0, Changes(fields));

    public HandMadeRun HumanCommit(double at, string @object, string id, string op, params (string Field, object? New)[] fields) =>
        Commit(at, @object, id, op, Actor.Human, "test", 0, Changes(fields));

    public HandMadeRun RuleCommit(double at, string @object, string id, string op, params (string Field, object? New)[] fields) =>
        Commit(at, @object, id, op, Actor.Rule, "rule", NextCall, Changes(fields));

    public HandMadeRun EndsWithPerson(string id, params (string Field, object? Value)[] fields) => Ends(people, id, fields);

    public HandMadeRun EndsWithLead(string id, params (string Field, object? Value)[] fields) => Ends(leads, id, fields);

    public HandMadeRun EndsWithContact(string id, params (string Field, object? Value)[] fields) => Ends(contacts, id, fields);

    /// <summary>A read of Salesforce rows by the engine: what it returned, then its call.</summary>
    public HandMadeRun EngineRead(double at, params (string Object, string Id, long Version)[] items)
    {
        judges.OnDelivered(new DeliveredEntry(NextCall, RecordWords.Salesforce, At(at), [.. items.Select(item => new DeliveredItem(item.Object, item.Id, item.Version))]));
        return Salesforce(at);
    }

    /// <summary>A person's change by somebody at a screen, with the first row of the log that tells of it.</summary>
    public HandMadeRun PersonChange(double at, string id, string op, long log, params string[] fields)
    {
        judges.OnCommit(new CommitEntry(++commits, RecordWords.Marketo, 0, At(at), RecordWords.Person, id, op, Actor.Human, "test", [.. fields.Select(field => new FieldChange(field, null, "new"))]) { Log = log });
        return this;
    }

    /// <summary>A read of rows of Marketo's activity log, or of people: what it returned, then its call.</summary>
    public HandMadeRun MarketoRead(double at, params (string Object, string Id, long Version)[] items) => MarketoRead(at, Engine, null, items);

    public HandMadeRun MarketoRead(double at, string client, string? fault, params (string Object, string Id, long Version)[] items)
    {
        judges.OnDelivered(new DeliveredEntry(NextCall, RecordWords.Marketo, At(at), [.. items.Select(item => new DeliveredItem(item.Object, item.Id, item.Version))]));
        return Marketo(at, client: client, path: "/rest/v1/activities.json", fault: fault);
    }

    /// <summary>An attempt at an outbound message with one notification.</summary>
    public HandMadeRun Message(double at, string @object, string id, long version, string answer = "ack", double took = 0.2)
    {
        messages++;
        judges.OnMessage(new MessageEntry(messages, RecordWords.Salesforce, At(at), @object + " changed", messages, [new NotificationItem("04l" + messages, @object, id, version)], 1, answer, 200, (long)(took * Micros.PerSecond)));
        return this;
    }

    /// <summary>What else is there at the end: accounts, lists, users, ...</summary>
    public HandMadeRun EndsWith(Func<SystemsState, SystemsState> change)
    {
        end = change(end ?? start);
        return this;
    }

    public CheckResult Judge(string check, double end = 3600) => Judge(end).Single(result => result.Id == check);

    public IReadOnlyList<CheckResult> Judge(double end = 3600) => judges.Finish((this.end ?? start) with { At = At(end), People = people, Leads = leads, Contacts = contacts });

    public RunMetrics Measure(double end = 3600) => meter.Finish(Judge(end));

    private HandMadeRun Ends(List<StateRecord> records, string id, (string, object?)[] fields)
    {
        records.Add(Record(id, fields));
        return this;
    }

    private HandMadeRun Call(string sim, double at, double lasting, string client, string method, string path, string query, int status, int records, int bytesIn, string[] codes, string? fault = null)
    {
        calls++;
        var entry = new CallEntry(calls, sim, calls, At(at), At(at + lasting), client, method, path, query, status, codes, records, bytesIn, 0, fault);
        judges.OnCall(entry);
        meter.OnCall(entry);
        return this;
    }

    private HandMadeRun Commit(double at, string @object, string id, string op, Actor actor, string cause, long call, FieldChange[] fields)
    {
        var sim = IsMarketo(@object) ? RecordWords.Marketo : RecordWords.Salesforce;
        var entry = new CommitEntry(++commits, sim, call, At(at), @object, id, op, actor, cause, fields);
        judges.OnCommit(entry);
        meter.OnCommit(entry);
        return this;
    }

    private static bool IsMarketo(string @object) => @object is "Person" or "Activity" or "Company" or "ListMember" or "ProgramMember";

    private static FieldChange[] Changes((string Field, object? New)[] fields) => [.. fields.Select(field => new FieldChange(field.Field, null, field.New))];

    private static FieldChange[] Changes((string Field, object? Old, object? New)[] fields) => [.. fields.Select(field => new FieldChange(field.Field, field.Old, field.New))];
}
