using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Expectations;

/// <summary>Rows written down in a test.</summary>
internal sealed class FakeRecords : IEndRecords
{
    private readonly Dictionary<ScenarioObject, List<EndRecord>> rows = [];

    public FakeRecords Add(ScenarioObject of, string id, params (string Field, object? Value)[] fields)
    {
        (rows.TryGetValue(of, out var list) ? list : rows[of] = []).Add(new Row(id, fields));
        return this;
    }

    public IReadOnlyList<EndRecord> Rows(ScenarioObject of) => rows.TryGetValue(of, out var list) ? list : [];

    public EndRecord? Find(ScenarioObject of, string key) => Rows(of).FirstOrDefault(row => row.Key == key);

    /// <summary>In place of the row of this id, when there is one.</summary>
    public void Set(ScenarioObject of, string id, params (string Field, object? Value)[] fields)
    {
        Remove(of, id);
        Add(of, id, fields);
    }

    public void Remove(ScenarioObject of, string id) => rows.GetValueOrDefault(of)?.RemoveAll(row => row.Id == id);

    private sealed class Row(string id, (string Field, object? Value)[] fields) : EndRecord
    {
        public override string Id => id;

        public override object? Get(string field) => field is "Id" or "id" ? id : Array.Find(fields, pair => pair.Field == field).Value;
    }
}
