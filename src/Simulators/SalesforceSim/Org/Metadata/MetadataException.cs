namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>Metadata that an org cannot be made with: what is wrong, where, and what to do.</summary>
public sealed class MetadataException(string what, string place, string help) : ArgumentException($"{(place.Length == 0 ? "" : place + ": ")}{what}; {help}")
{
    /// <summary>Such as <c>fields.Lead[0].type</c>.</summary>
    public string Place { get; } = place;
}
