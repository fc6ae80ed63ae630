using System.Buffers;

namespace SfMarketo.Kernel.Csv;

/// <summary>How delimited text is written: the delimiter, the line's end, what is quoted.</summary>
/// <remarks>Delimiters are those of Marketo's bulk files (csv, ssv, tsv) and of Salesforce's Bulk API 2.0 (<c>columnDelimiter</c>).</remarks>
public sealed class CsvDialect
{
    private const string Delimiters = ",;\t |^~`";

    /// <param name="delimiter">One of comma, semicolon, tab, space, pipe, caret, tilde, backquote.</param>
    /// <param name="crLf">Lines end with CR LF when written; read are both.</param>
    /// <param name="quotesAll">Every field is quoted when written, not only those that need it.</param>
    public CsvDialect(char delimiter, bool crLf = false, bool quotesAll = false)
    {
        if (!Delimiters.Contains(delimiter, StringComparison.Ordinal))
        {
            throw new ArgumentOutOfRangeException(nameof(delimiter), delimiter, "A delimiter is one of comma, semicolon, tab, space, pipe, caret, tilde, backquote.");
        }

        Delimiter = (byte)delimiter;
        EndsWithCrLf = crLf;
        QuotesAll = quotesAll;
        Special = SearchValues.Create([Delimiter, (byte)'"', (byte)'\r', (byte)'\n']);
    }

    public static CsvDialect Comma { get; } = new(',');

    public static CsvDialect Semicolon { get; } = new(';');

    public static CsvDialect Tab { get; } = new('\t');

    public byte Delimiter { get; }

    public bool EndsWithCrLf { get; }

    public bool QuotesAll { get; }

    /// <summary>Bytes that a field without quotes cannot hold.</summary>
    internal SearchValues<byte> Special { get; }
}
