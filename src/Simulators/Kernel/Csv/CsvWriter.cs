using System.Buffers;
using System.Text;

namespace SfMarketo.Kernel.Csv;

/// <summary>Writes delimited text of UTF-8. What <see cref="CsvReader"/> reads of it is what was written.</summary>
/// <param name="output">Where to.</param>
/// <param name="dialect">Delimiter, line ends, quotes.</param>
public sealed class CsvWriter(IBufferWriter<byte> output, CsvDialect dialect)
{
    private const byte Quote = (byte)'"';

    private int fields;
    private bool isBlank;

    public void Write(ReadOnlySpan<byte> field)
    {
        if (fields++ > 0)
        {
            Put(dialect.Delimiter);
        }

        isBlank = fields == 1 && field.IsEmpty && !dialect.QuotesAll;

        // A first field may begin as a byte order mark does.
        if (dialect.QuotesAll || field.IndexOfAny(dialect.Special) >= 0 || (field.Length > 0 && field[0] == 0xEF))
        {
            WriteQuoted(field);
        }
        else
        {
            output.Write(field);
        }
    }

    public void Write(ReadOnlySpan<char> field)
    {
        var length = Encoding.UTF8.GetMaxByteCount(field.Length);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        Write(rented.AsSpan(0, Encoding.UTF8.GetBytes(field, rented)));
        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        if (isBlank)
        {
            // Else the line would be blank, and no row.
            output.Write("\"\""u8);
        }

        output.Write(dialect.EndsWithCrLf ? "\r\n"u8 : "\n"u8);
        (fields, isBlank) = (0, false);
    }

    private void WriteQuoted(ReadOnlySpan<byte> field)
    {
        Put(Quote);
        while (field.IndexOf(Quote) is >= 0 and var place)
        {
            output.Write(field[..(place + 1)]);
            Put(Quote);
            field = field[(place + 1)..];
        }

        output.Write(field);
        Put(Quote);
    }

    private void Put(byte unit)
    {
        output.GetSpan(1)[0] = unit;
        output.Advance(1);
    }
}
