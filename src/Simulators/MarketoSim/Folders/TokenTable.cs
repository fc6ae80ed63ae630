namespace SfMarketo.MarketoSim.Folders;

/// <summary>My Tokens by folder or program, in the order of their names.</summary>
internal sealed class TokenTable
{
    private readonly Dictionary<AssetPlace, IReadOnlyList<MarketoToken>> places;

    public TokenTable() => places = [];

    private TokenTable(TokenTable other) => places = new(other.places);

    public IReadOnlyList<MarketoToken> Of(AssetPlace place) => places.GetValueOrDefault(place) ?? [];

    public MarketoToken? Find(AssetPlace place, string name) => Of(place).FirstOrDefault(token => token.Name == name);

    public void Set(AssetPlace place, MarketoToken token) =>
        places[place] = [.. Of(place).Where(other => other.Name != token.Name).Append(token).OrderBy(other => other.Name, StringComparer.Ordinal)];

    public void Remove(AssetPlace place, string name) => places[place] = [.. Of(place).Where(token => token.Name != name)];

    public void RemovePlace(AssetPlace place) => places.Remove(place);

    public TokenTable Fork() => new(this);
}
