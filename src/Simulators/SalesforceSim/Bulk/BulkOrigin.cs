namespace SfMarketo.SalesforceSim.Bulk;

/// <summary>Who made a job, and by which call.</summary>
/// <param name="Client">User name.</param>
/// <param name="UserId">Id of the User.</param>
/// <param name="TimeZone">IANA name of the user's zone, for date literals.</param>
/// <param name="ApiVersion">59 for v59.0.</param>
internal sealed record BulkOrigin(string Client, string UserId, string TimeZone, int ApiVersion);
