namespace SfMarketo.SalesforceSim.Org;

/// <summary>A compound address as read from its parts.</summary>
internal sealed record AddressValue(string? City, string? Country, string? GeocodeAccuracy, double? Latitude, double? Longitude, string? PostalCode, string? State, string? Street)
{
    /// <summary>The org has state and country picklists: the two codes are part of the value.</summary>
    public bool HasCodes { get; init; }

    public string? CountryCode { get; init; }

    public string? StateCode { get; init; }

    /// <summary>Ends of the parts' names, in the order in which the JSON form has them.</summary>
    public static IReadOnlyList<string> PartNames { get; } = ["City", "Country", "GeocodeAccuracy", "Latitude", "Longitude", "PostalCode", "State", "Street"];
}
