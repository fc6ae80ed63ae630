using SfMarketo.Kernel.Storage;

namespace SfMarketo.MarketoSim.Companies;

/// <summary>All companies, deleted ones too, by id and by external key. Keys compare without case, as people's keys do.</summary>
internal sealed class CompanyTable
{
    private const int FirstId = 501;

    private readonly ChunkedTable<CompanyRow> rows;
    private readonly ForkableMap<string, int> byKey;

    public CompanyTable()
    {
        rows = new ChunkedTable<CompanyRow>();
        byKey = new(StringComparer.OrdinalIgnoreCase);
    }

    private CompanyTable(CompanyTable other)
    {
        rows = other.rows.Fork();
        byKey = other.byKey.Fork();
    }

    /// <summary>Companies ever made.</summary>
    public int Count => rows.Count;

    public int NextId => FirstId + rows.Count;

    public CompanyRow At(int place) => rows[place]!;

    public CompanyRow? FindLive(int id) => id >= FirstId && id < NextId && rows[id - FirstId] is { IsLive: true } row ? row : null;

    public CompanyRow? Find(string key) => byKey.TryGetValue(key, out var id) ? FindLive(id) : null;

    public void Add(CompanyRow row, string key)
    {
        rows.Add(row);
        byKey.Set(key, row.Id);
    }

    public void Replace(CompanyRow after, string key)
    {
        rows[after.Id - FirstId] = after;
        if (!after.IsLive)
        {
            byKey.Remove(key);
        }
    }

    public CompanyTable Fork() => new(this);
}
