using SfMarketo.Kernel.Csv;

namespace SfMarketo.SalesforceSim.Bulk;

/// <summary>The form of a job's CSV, sent and answered.</summary>
/// <param name="Delimiter"><c>columnDelimiter</c>.</param>
/// <param name="LineEnding"><c>LF</c> or <c>CRLF</c>.</param>
/// <param name="Dialect">The same for reader and writer; all that is written is quoted.</param>
internal sealed record BulkFormat(string Delimiter, string LineEnding, CsvDialect Dialect)
{
    private static readonly (string Name, char Character)[] Delimiters = [("BACKQUOTE", '`'), ("CARET", '^'), ("COMMA", ','), ("PIPE", '|'), ("SEMICOLON", ';'), ("TAB", '\t')];

    public static BulkFormat Default { get; } = Find(null, null)!;

    public static IEnumerable<string> DelimiterNames => Delimiters.Select(delimiter => delimiter.Name);

    /// <summary>Null for names that there are not; what is null has its default.</summary>
    public static BulkFormat? Find(string? delimiter, string? lineEnding)
    {
        delimiter ??= "COMMA";
        lineEnding ??= "LF";
        return lineEnding is "LF" or "CRLF" && Array.Find(Delimiters, known => known.Name == delimiter) is { Name: not null } found
            ? new BulkFormat(delimiter, lineEnding, new CsvDialect(found.Character, crLf: lineEnding == "CRLF", quotesAll: true))
            : null;
    }
}
