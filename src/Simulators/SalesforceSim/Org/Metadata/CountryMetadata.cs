namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>A country of the state and country picklists.</summary>
/// <param name="Code">ISO code, <c>US</c>.</param>
/// <param name="Name">Name, the value of the Country field.</param>
/// <param name="States">State code and name; empty where the country has none.</param>
public sealed record CountryMetadata(string Code, string Name, IReadOnlyList<KeyValuePair<string, string>> States);
