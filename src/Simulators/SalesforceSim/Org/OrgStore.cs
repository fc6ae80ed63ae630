using SfMarketo.Kernel.Storage;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org;

/// <summary>The tables of an org, by object.</summary>
internal sealed class OrgStore
{
    private readonly SObjectTable[] tables;

    public OrgStore(OrgSchema schema)
    {
        Schema = schema;
        tables = [.. schema.Objects.Select(type => new SObjectTable(type))];
    }

    private OrgStore(OrgStore other)
    {
        Late = other.Late.Fork();
        Locks = other.Locks.Fork();
        Bin = other.Bin.Fork();
        Archive = other.Archive.Fork();
        Schema = other.Schema;
        tables = [.. other.tables.Select(table => table.Fork())];
    }

    public OrgSchema Schema { get; }

    /// <summary>Rows whose latest versions queries do not see yet.</summary>
    public LateRows Late { get; } = new();

    /// <summary>Rows that others hold locked.</summary>
    public RowLocks Locks { get; } = new();

    /// <summary>Old activities.</summary>
    public ActivityArchive Archive { get; } = new();

    /// <summary>Deleted rows in the order in which they were deleted.</summary>
    public BinOrder Bin { get; } = new();

    /// <summary>Texts that repeat from row to row. Each fork has its own: they may run on different threads.</summary>
    public StringPool Texts { get; } = new();

    public SObjectTable this[SObjectType type] => tables[type.Number];

    public SObjectTable this[string name] => tables[Schema[name].Number];

    /// <summary>A row of any object by its id in either form, deleted ones too.</summary>
    public SRow? Find(ReadOnlySpan<char> id) =>
        SalesforceId.TryParse(id, out var parsed) && Schema.FindByPrefix(parsed) is { } type ? this[type].Find(parsed) : null;

    /// <summary>A store with the same rows; from now on neither sees the other's writes.</summary>
    public OrgStore Fork() => new(this);
}
