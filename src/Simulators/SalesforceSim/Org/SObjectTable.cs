using SfMarketo.Kernel.Storage;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org;

/// <summary>The rows of one object with their indexes. Use it under the org's gate.</summary>
internal sealed class SObjectTable
{
    // Serials do not start at 1, and objects that share a key prefix (LeadStatus, OpportunityStage) must not share ids.
    private const long SerialBase = 1_000_000;
    private const long SerialsApart = 1_000;

    // "5g0": the instance of the examples in the vendor's pages.
    public static readonly int Node = SalesforceId.PackPrefix("5g0");

    private readonly ChunkedTable<SRow> rows;
    private readonly ColumnIndex?[] indexes;
    private readonly ChangeLog changes;
    private readonly int prefix;

    public SObjectTable(SObjectType type)
    {
        Type = type;
        prefix = SalesforceId.PackPrefix(type.KeyPrefix);
        rows = new ChunkedTable<SRow>();
        changes = new ChangeLog();
        indexes = [.. type.Fields.Select(field => field.Indexed ? new ColumnIndex(ignoreCase: !field.CaseSensitive && !field.IsId) : null)];
    }

    private SObjectTable(SObjectTable other)
    {
        Type = other.Type;
        prefix = other.prefix;
        Live = other.Live;
        rows = other.rows.Fork();
        changes = other.changes.Fork();
        indexes = [.. other.indexes.Select(index => index?.Fork())];
    }

    public SObjectType Type { get; }

    /// <summary>Rows ever created that are not physically gone, those in the recycle bin among them.</summary>
    public int Count => rows.Count;

    /// <summary>Rows outside the recycle bin.</summary>
    public int Live { get; private set; }

    /// <summary>All rows by number (= by Id), deleted ones too.</summary>
    public IEnumerable<SRow> Rows
    {
        get
        {
            for (var number = 0; number < rows.Count; number++)
            {
                if (rows[number] is { } row)
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>Number of <see cref="Block"/>s.</summary>
    public int Blocks => rows.Chunks;

    /// <summary>A piece of all rows, by number, deleted ones too; null where there is none.</summary>
    public ReadOnlySpan<SRow?> Block(int block) => rows.Chunk(block);

    /// <summary>A row by its number, deleted ones too; null when there is none.</summary>
    public SRow? this[int number] => (uint)number < (uint)rows.Count ? rows[number] : null;

    /// <summary>A row by its id in either form, deleted ones too; null for ids of no row, of other objects and for what is no id.</summary>
    public SRow? Find(ReadOnlySpan<char> id) => SalesforceId.TryParse(id, out var parsed) ? Find(parsed) : null;

    public SRow? Find(in SalesforceId id)
    {
        if (id.Prefix != prefix || id.Node != Node || id.Serial < FirstSerial || id.Serial - FirstSerial >= rows.Count)
        {
            return null;
        }

        return rows[(int)(id.Serial - FirstSerial)];
    }

    /// <summary>The first live row with this value in an indexed field; null when there is none.</summary>
    public SRow? FindByUnique(SField field, string value)
    {
        var index = indexes[field.Number]!;
        for (var number = index.First(value); number >= 0; number = index.Next(number))
        {
            if (rows[number] is { Deleted: false } row)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>All rows with this value in an indexed field, deleted ones too, in no particular (but always the same) order. Do not write while walking.</summary>
    public IEnumerable<SRow> FindByIndex(SField field, string value)
    {
        var index = indexes[field.Number]!;
        for (var number = index.First(value); number >= 0; number = index.Next(number))
        {
            if (rows[number] is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>Rows whose SystemModstamp is at or after the instant (microseconds), deleted ones too, in the order of (SystemModstamp, Id). Lazily; do not write while walking.</summary>
    public IEnumerable<SRow> ChangedSince(long stampMicros)
    {
        foreach (var number in changes.Since(stampMicros))
        {
            if (rows[number] is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>The id that the row with this number has.</summary>
    public string IdOf(int number) => new SalesforceId(prefix, Node, FirstSerial + number).ToString();

    /// <summary>Number that the next new row must have.</summary>
    public int NextNumber => rows.Count;

    /// <summary>Stores a new row, or a new version of one. <see cref="Publish"/> follows when its transaction commits.</summary>
    public void Put(SRow row)
    {
        if (row.Number == rows.Count)
        {
            rows.Add(row);
            Replaced(null, row, row.Number);
        }
        else
        {
            Replaced(rows[row.Number], row, row.Number);
            rows[row.Number] = row;
        }
    }

    /// <summary>Takes a <see cref="Put"/> back. The number of a row that was new stays empty for ever, as ids of rolled back rows are never given again.</summary>
    public void Restore(int number, SRow? old)
    {
        Replaced(rows[number], old, number);
        rows[number] = old;
    }

    /// <summary>Takes a row of the recycle bin away for good.</summary>
    public void Purge(int number) => Restore(number, null);

    /// <summary>Enters the row in the change log: it is committed.</summary>
    public void Publish(SRow row) => changes.Append(row.Stamp, row.Number);

    private void Replaced(SRow? old, SRow? row, int number)
    {
        Live += (row is { Deleted: false } ? 1 : 0) - (old is { Deleted: false } ? 1 : 0);
        for (var field = 0; field < indexes.Length; field++)
        {
            if (indexes[field] is { } index)
            {
                Reindex(index, old?.Text(field), row?.Text(field), number);
            }
        }
    }

    public SObjectTable Fork() => new(this);

    private long FirstSerial => SerialBase + Type.SerialNumber * SerialsApart;

    private static void Reindex(ColumnIndex index, string? old, string? value, int row)
    {
        if (string.Equals(old, value, StringComparison.Ordinal))
        {
            return;
        }

        if (old is not null)
        {
            index.Remove(old, row);
        }

        if (value is not null)
        {
            index.Add(value, row);
        }
    }
}
