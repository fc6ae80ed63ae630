namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>A record type of an object, the master type among them.</summary>
/// <param name="Id">Of 18 characters.</param>
/// <param name="Name">Label.</param>
/// <param name="IsMaster">It is the master type.</param>
/// <param name="Available">New rows can have it.</param>
/// <param name="IsDefault">New rows have it.</param>
internal sealed record RecordTypeEntry(string Id, string Name, bool IsMaster, bool Available, bool IsDefault);
