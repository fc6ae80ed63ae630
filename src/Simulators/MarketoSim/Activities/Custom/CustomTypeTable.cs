namespace SfMarketo.MarketoSim.Activities.Custom;

/// <summary>The custom activity types, deleted ones too: their activities stay.</summary>
internal sealed class CustomTypeTable
{
    /// <summary>As in the vendor's samples.</summary>
    private const int FirstId = 100_001;

    private readonly List<CustomType> types;

    public CustomTypeTable() => types = [];

    private CustomTypeTable(CustomTypeTable other) => types = [.. other.types];

    /// <summary>Those that are not deleted, by id.</summary>
    public IEnumerable<CustomType> All => types.Where(type => !type.IsDeleted);

    public int NextId => FirstId + types.Count;

    /// <summary>By id, deleted ones too.</summary>
    public CustomType? Find(int id) => id >= FirstId && id - FirstId < types.Count ? types[id - FirstId] : null;

    /// <summary>By key; null for a deleted one.</summary>
    public CustomType? Find(string apiName) => types.Find(type => !type.IsDeleted && type.ApiName == apiName);

    public void Set(CustomType type)
    {
        if (type.Id == NextId)
        {
            types.Add(type);
        }
        else
        {
            types[type.Id - FirstId] = type;
        }
    }

    public CustomTypeTable Fork() => new(this);
}
