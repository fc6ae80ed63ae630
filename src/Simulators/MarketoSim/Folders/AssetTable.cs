using System.Collections;

namespace SfMarketo.MarketoSim.Folders;

/// <summary>The assets of one kind by id. They are immutable; a change puts another one in the place.</summary>
/// <param name="objectName">The kind in the commit log.</param>
/// <param name="firstId">Id of the first asset that is made while there is none.</param>
internal sealed class AssetTable<T>(string objectName, int firstId) : IReadOnlyCollection<T>
    where T : class, IMarketoAsset
{
    private readonly SortedDictionary<int, T> assets = [];

    private AssetTable(AssetTable<T> other)
        : this(other.ObjectName, other.FirstId)
    {
        assets = new SortedDictionary<int, T>(other.assets);
        (LastId, Version) = (other.LastId, other.Version);
    }

    public string ObjectName { get; } = objectName;

    public int Count => assets.Count;

    /// <summary>Grows with each change.</summary>
    public int Version { get; private set; }

    /// <summary>An id that no asset has had.</summary>
    public int NextId => Math.Max(LastId + 1, FirstId);

    private int FirstId { get; } = firstId;

    private int LastId { get; set; }

    public T? Find(int id) => assets.GetValueOrDefault(id);

    public T? Find(string name) => assets.Values.FirstOrDefault(asset => asset.Name == name);

    public void Add(T asset)
    {
        assets.Add(asset.Id, asset);
        LastId = Math.Max(LastId, asset.Id);
        Version++;
    }

    /// <summary>Stores the asset, whether or not there is one of its id.</summary>
    public void Set(T asset)
    {
        assets[asset.Id] = asset;
        LastId = Math.Max(LastId, asset.Id);
        Version++;
    }

    public void Remove(int id)
    {
        assets.Remove(id);
        Version++;
    }

    public AssetTable<T> Fork() => new(this);

    public IEnumerator<T> GetEnumerator() => assets.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
