namespace SfMarketo.SalesforceSim.Search.Syntax;

/// <summary>A search that the vendor refuses.</summary>
/// <param name="code"><c>MALFORMED_SEARCH</c> or <c>INVALID_SEARCH</c>, or the code of what a part of it is.</param>
/// <param name="message">The vendor's text.</param>
internal sealed class SearchException(string code, string message) : Exception(message)
{
    public const string Malformed = "MALFORMED_SEARCH";
    public const string Invalid = "INVALID_SEARCH";

    public string Code { get; } = code;

    public static SearchException Unexpected(string token) => new(Malformed, $"unexpected token: {(token.Length == 0 ? "<EOF>" : token)}");
}
