namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>A statement that is refused, with the vendor's code and text.</summary>
internal sealed class SoqlException(string code, string message, int status = 400) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>HTTP status: 400 unless said otherwise.</summary>
    public int Status { get; } = status;

    /// <summary>A refusal that shows the place, as the vendor's parser does.</summary>
    public static SoqlException At(string code, string statement, int position, string lastLine) => new(code, SoqlPlace.Describe(statement, position) + lastLine);

    public static SoqlException Malformed(string statement, int position, string lastLine) => At(SoqlCodes.MalformedQuery, statement, position, lastLine);
}
