using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Metrics;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Harness.Metrics;

/// <summary>Commits made by hand, in seconds after the start, fed to the meter.</summary>
internal sealed class Commits(SystemsState? start = null)
{
    public static readonly long TheStart = Micros.From(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    private readonly CheckSettings settings = new();
    private readonly RunMeter meter = new(new CheckSettings(), start ?? LagMeterTests.Start);
    private long seq;

    public static StateRecord Record(string id, params (string Field, object? Value)[] fields) =>
        new(id, live: true, field => fields.FirstOrDefault(one => one.Field == field).Value);

    public Commits Human(double at, string @object, string id, string op, params (string Field, object? New)[] fields) => Add(at, @object, id, op, Actor.Human, "test", fields);

    public Commits Engine(double at, string @object, string id, string op, params (string Field, object? New)[] fields) =>
        Add(at, @object, id, op, Actor.Client, Sim(@object) == "marketo" ? settings.MarketoClient : settings.SalesforceClient, fields);

    /// <summary>A flow's times in seconds.</summary>
    public IEnumerable<double> Of(string flow) =>
        meter.Finish([]).Times.Single(times => times.Flow == flow).Samples.Select(sample => (double)sample.Took / Micros.PerSecond);

    private static string Sim(string @object) => @object is "Person" or "Activity" or "Company" or "ListMember" or "ProgramMember" ? "marketo" : "salesforce";

    private Commits Add(double at, string @object, string id, string op, Actor actor, string cause, (string Field, object? New)[] fields)
    {
        var entry = new CommitEntry(++seq, Sim(@object), 0, TheStart + (long)(at * Micros.PerSecond), @object, id, op, actor, cause, [.. fields.Select(field => new FieldChange(field.Field, null, field.New))]);
        meter.OnCommit(entry);
        return this;
    }
}
