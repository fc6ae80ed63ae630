using SfMarketo.Harness.Records;
using SfMarketo.Harness.Traces;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Harness.Traces;

/// <summary>Records of a run made by hand, in seconds after noon UTC, in a folder of their own.</summary>
internal sealed class HandMadeRecords : IDisposable
{
    public const string Engine = "sync-engine";
    public const string EngineUser = "sync@example.invalid";

    public static readonly long Noon = Micros.From(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    private readonly JsonLinesSink salesforce;
    private readonly JsonLinesSink marketo;
    private long seq;
    private long call;

    public HandMadeRecords()
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("sfmarketo-trace-").FullName;
        (salesforce, marketo) = (new JsonLinesSink(Directory, "salesforce"), new JsonLinesSink(Directory, "marketo"));
    }

    public string Directory { get; }

    public static long At(double seconds) => Noon + (long)(seconds * Micros.PerSecond);

    /// <returns>The commit's number.</returns>
    public long Human(double at, string @object, string id, string op, string cause, params (string Name, object? Old, object? New)[] fields) =>
        Commit(at, 0, @object, id, op, Actor.Human, cause, fields);

    /// <summary>A commit in a call of the engine's own.</summary>
    public long Write(double at, string @object, string id, string op, params (string Name, object? Old, object? New)[] fields)
    {
        var isMarketo = IsMarketo(@object);
        var number = Call(at, isMarketo ? "marketo" : "salesforce", "POST", isMarketo ? "/rest/v1/leads.json" : "/services/data/v59.0/composite/sobjects");
        return Commit(at, number, @object, id, op, Actor.Client, isMarketo ? Engine : EngineUser, fields);
    }

    /// <summary>A read of the engine.</summary>
    public void Read(double at, string @object, string id, long version)
    {
        var sim = IsMarketo(@object) ? "marketo" : "salesforce";
        var number = Call(at, sim, "GET", "/services/data/v59.0/query");
        Sink(sim).OnDelivered(new DeliveredEntry(number, sim, At(at), [new DeliveredItem(@object, "somebody-else", 1), new DeliveredItem(@object, id, version)]));
    }

    public long Call(double at, string sim, string method, string path, string query = "", int status = 200, int records = 1, string? fault = null, params string[] codes)
    {
        call++;
        Sink(sim).OnCall(new CallEntry(call, sim, call, At(at - 0.1), At(at), sim == "marketo" ? Engine : EngineUser, method, path, query, status, codes, records, 10, 20, fault));
        return call;
    }

    public void Message(double at, string @object, string id, long version, int attempt, string answer) =>
        salesforce.OnMessage(new MessageEntry(attempt, "salesforce", At(at), @object + " changed", 7, [new NotificationItem("04l1", @object, id, version), new NotificationItem("04l2", @object, id, version)], attempt, answer, answer == "ack" ? 200 : 0, 50_000));

    public TraceResult Trace(string key, bool withCompany = false)
    {
        Dispose(keep: true);
        return Tracer.Trace(RecordFolder.TryFind(Directory, out var folder, out var problem) ? folder : throw new InvalidOperationException(problem), TraceQuery.TryRead(key, withCompany, out var query) ? query : throw new InvalidOperationException(key));
    }

    public void Dispose()
    {
        Dispose(keep: false);
    }

    public void Dispose(bool keep)
    {
        salesforce.Dispose();
        marketo.Dispose();
        if (!keep && System.IO.Directory.Exists(Directory))
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
    }

    private long Commit(double at, long number, string @object, string id, string op, Actor actor, string cause, (string Name, object? Old, object? New)[] fields)
    {
        var sim = IsMarketo(@object) ? "marketo" : "salesforce";
        Sink(sim).OnCommit(new CommitEntry(++seq, sim, number, At(at), @object, id, op, actor, cause, [.. fields.Select(field => new FieldChange(field.Name, field.Old, field.New))]));
        return seq;
    }

    private JsonLinesSink Sink(string sim) => sim == "marketo" ? marketo : salesforce;

    private static bool IsMarketo(string @object) => @object is "Person" or "Activity" or "Company" or "ListMember" or "ProgramMember" or "CampaignRequest";
}
