namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>A record type.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Object">The object.</param>
/// <param name="Name">Label.</param>
/// <param name="DeveloperName">API name.</param>
/// <param name="Active">Rows can be given it.</param>
/// <param name="Default">New rows without one get it.</param>
public sealed record RecordTypeMetadata(string Place, string Object, string Name, string DeveloperName, bool Active, bool Default);
