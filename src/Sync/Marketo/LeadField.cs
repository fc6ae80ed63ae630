namespace SfMarketo.Sync.Marketo;

/// <summary>A field of the lead object, from describe2.</summary>
/// <param name="Name">The REST name.</param>
/// <param name="DataType">string, text, email, integer, float, currency, boolean, date, datetime, ...</param>
/// <param name="Length">Characters, where a limit applies.</param>
/// <param name="Updateable">False for what the system writes; a few system fields are still said to be true.</param>
/// <param name="CrmManaged">True when a native CRM sync owns the field.</param>
/// <param name="Searchable">True when it can be a filterType or lookupField by itself.</param>
public sealed record LeadField(string Name, string DataType, int? Length, bool Updateable, bool CrmManaged, bool Searchable);

/// <summary>A smart campaign.</summary>
/// <param name="Id">Its id in this instance.</param>
/// <param name="Name">Unique within its program only.</param>
/// <param name="Type"><c>batch</c> or <c>trigger</c>; only an active trigger campaign can be requested.</param>
/// <param name="ProgramName">The program it belongs to, if any.</param>
/// <param name="Active">Whether it listens.</param>
public sealed record Campaign(int Id, string Name, string Type, string? ProgramName, bool Active);

/// <summary>What the vendor has counted for one day, all users together.</summary>
/// <param name="Date"><c>yyyy-MM-dd</c>.</param>
/// <param name="Total">Calls.</param>
public sealed record UsageDay(string Date, int Total);
