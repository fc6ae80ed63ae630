namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>The vendor's error codes of a query (SOQL and SOSL Reference; REST API Developer Guide, "Status Codes and Error Responses").</summary>
internal static class SoqlCodes
{
    public const string MalformedQuery = "MALFORMED_QUERY";
    public const string InvalidField = "INVALID_FIELD";
    public const string InvalidType = "INVALID_TYPE";
    public const string InvalidQueryFilterOperator = "INVALID_QUERY_FILTER_OPERATOR";
    public const string InvalidQueryLocator = "INVALID_QUERY_LOCATOR";
    public const string NumberOutsideValidRange = "NUMBER_OUTSIDE_VALID_RANGE";

    /// <summary>Not the vendor's: the simulator says that it cannot do what the vendor can.</summary>
    public const string NotSimulated = "NOT_SIMULATED";
}
