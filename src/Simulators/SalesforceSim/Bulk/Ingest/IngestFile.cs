using System.Text;
using SfMarketo.Kernel.Csv;

namespace SfMarketo.SalesforceSim.Bulk.Ingest;

/// <summary>A file of rows, looked through once: its header, where each row begins, and what is wrong with it as a whole.</summary>
internal sealed class IngestFile
{
    private const int MostColumns = 5_000;
    private const int MostOfRow = 400_000;

    private readonly ReadOnlyMemory<byte> content;

    private IngestFile(ReadOnlyMemory<byte> content, CsvDialect dialect) => (this.content, Dialect) = (content, dialect);

    public CsvDialect Dialect { get; }

    /// <summary>Names of the columns as sent.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Where each row begins, bytes; as far as the file could be read.</summary>
    public IReadOnlyList<int> Rows { get; private set; } = [];

    /// <summary>Why the file cannot be worked on, in the words of a failed job; null when it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>Looks a file through.</summary>
    /// <param name="content">UTF-8.</param>
    /// <param name="dialect">Its delimiter.</param>
    /// <param name="lineEnding"><c>LF</c> or <c>CRLF</c>, which all lines must have; null where either will do.</param>
    public static IngestFile Read(ReadOnlyMemory<byte> content, CsvDialect dialect, string? lineEnding)
    {
        var file = new IngestFile(content, dialect);
        var reader = new CsvReader(content, dialect);
        if (!reader.Read())
        {
            file.Problem = "ClientInputError : Unable to find any data to create batch";
            return file;
        }

        file.Header = [.. Enumerable.Range(0, reader.Count).Select(column => Encoding.UTF8.GetString(reader[column]).Trim())];
        file.Problem = file.Check(reader, 0, lineEnding);
        var rows = new List<int>(Math.Min(content.Length / 32, 1 << 20));
        for (var start = reader.Position; file.Problem is null && reader.Read(); start = reader.Position)
        {
            file.Problem = file.Check(reader, start, lineEnding);
            rows.Add(start);
        }

        file.Rows = rows;
        return file;
    }

    /// <summary>A reader of its own over the whole file.</summary>
    public CsvReader Open() => new(content, Dialect);

    private string? Check(CsvReader row, int start, string? lineEnding)
    {
        var raw = content.Span[start..row.Position];
        if (lineEnding is not null && raw[^1] == (byte)'\n' && raw.EndsWith("\r\n"u8) != (lineEnding == "CRLF"))
        {
            return "ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is " + lineEnding;
        }

        if (row.Problem != CsvProblem.None || (raw.Contains((byte)'"') && HasStrayQuote(row)))
        {
            return "ClientInputError : Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote";
        }

        return row.Count > (Header.Count == 0 ? MostColumns : Header.Count) ? FormattableString.Invariant($"ClientInputError : Failed to parse CSV. Row {row.Row - 1} has more values than the header has columns")
            : raw.Length > MostOfRow && Encoding.UTF8.GetCharCount(raw) > MostOfRow ? FormattableString.Invariant($"ClientInputError : Row {row.Row - 1} has more than {MostOfRow} characters")
            : null;
    }

    private static bool HasStrayQuote(CsvReader row)
    {
        for (var field = 0; field < row.Count; field++)
        {
            if (!row.IsQuoted(field) && row[field].Contains((byte)'"'))
            {
                return true;
            }
        }

        return false;
    }
}
