namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>The vendor's error codes of a query (SOQL and SOSL Reference; REST API Developer Guide, "Status Codes and Error Responses").</summary>
internal static class SoqlCodes
{
    public const string MalformedQuery = "MALFORMED_QUERY";
    public const string InvalidField = "INVALID_FIELD";
    public const string InvalidType = "INVALID_TYPE";
    public const string InvalidQueryFilterOperator = "INVALID_QUERY_FILTER_OPERATOR";
    public const string InvalidQueryLocator = "INVALID_QUERY_LOCATOR";
    public const string InvalidQueryScope = "INVALID_QUERY_SCOPE";
    public const string ExceededIdLimit = "EXCEEDED_ID_LIMIT";
    public const string OperationTooLarge = "OPERATION_TOO_LARGE";
    public const string QueryTooComplicated = "QUERY_TOO_COMPLICATED";
    public const string QueryTimeout = "QUERY_TIMEOUT";
    public const string UnsupportedApiVersion = "UNSUPPORTED_API_VERSION";
    public const string NumberOutsideValidRange = "NUMBER_OUTSIDE_VALID_RANGE";
}
