using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query;
using SfMarketo.SalesforceSim.Query.Planning;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.Tests.Simulators.Soql;

/// <summary>An org's rows without the org: put in by hand, asked by SOQL.</summary>
internal sealed class SoqlWorld
{
    public static readonly DateTimeOffset TheNow = new(2026, 3, 11, 15, 30, 0, TimeSpan.Zero);

    public SoqlWorld(QueryOptions? options = null)
    {
        Store = new OrgStore(OrgSchema.Build([]));
        Engine = new SoqlEngine(Store, options ?? new QueryOptions { Unordered = UnorderedRows.ById }, seed: 7);
    }

    public OrgStore Store { get; }

    public SoqlEngine Engine { get; }

    /// <summary>Puts a row in and returns its id. Stamps are now unless given.</summary>
    public string Add(string @object, params (string Field, object? Value)[] fields) => Put(@object, null, deleted: false, fields);

    public void Delete(string id) => Put(Store.Find(id)!.Type.Name, id, deleted: true, []);

    public void Change(string id, params (string Field, object? Value)[] fields) => Put(Store.Find(id)!.Type.Name, id, deleted: false, fields);

    public QueryPlan Plan(string statement, string zone = "UTC") => Engine.PlanOf(statement, Micros.From(TheNow), zone);

    public List<SRow> Run(string statement, bool all = false, string zone = "UTC") => Plan(statement, zone).Run(new QueryScope(Store, all));

    public IEnumerable<string?> Names(string statement, bool all = false, string zone = "UTC") =>
        Run(statement, all, zone).Select(row => (string?)row[row.Type.Field("LastName")]);

    public SoqlException Refusal(string statement) => FluentActions.Invoking(() => Run(statement)).Should().Throw<SoqlException>().Which;

    private string Put(string @object, string? id, bool deleted, (string Field, object? Value)[] fields)
    {
        var type = Store.Schema[@object];
        var table = Store[type];
        var old = id is null ? null : Store.Find(id);
        var number = old?.Number ?? table.NextNumber;
        var values = old?.CopyValues() ?? new object?[type.Fields.Count];
        values[SystemFields.Id] = table.IdOf(number);
        values[SystemFields.CreatedDate] ??= Micros.From(TheNow);
        values[SystemFields.SystemModstamp] ??= Micros.From(TheNow);
        foreach (var (name, value) in fields)
        {
            values[type.Field(name).Number] = value is DateTimeOffset instant ? Micros.From(instant) : value;
        }

        var row = new SRow(type, number, number + 1, deleted, values);
        table.Put(row);
        table.Publish(row);
        return row.Id;
    }
}
