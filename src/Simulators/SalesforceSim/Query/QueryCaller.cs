namespace SfMarketo.SalesforceSim.Query;

/// <summary>Who asks a query, and how.</summary>
/// <param name="User">User name; owner of the cursor.</param>
/// <param name="TimeZone">IANA name of the user's zone, for date literals.</param>
/// <param name="DataPath">Start of the path as requested: <c>/services/data/v59.0</c>.</param>
/// <param name="PageSize">Rows a page, 200 to 2,000.</param>
internal readonly record struct QueryCaller(string User, string TimeZone, string DataPath, int PageSize)
{
    /// <summary>Id of the user, for USING SCOPE mine.</summary>
    public string UserId { get; init; } = "";

    /// <summary>API version of the call: 59.</summary>
    public int Version { get; init; } = int.MaxValue;
}
