using System.Buffers;
using System.Text;
using CsCheck;
using SfMarketo.Kernel.Csv;

namespace SfMarketo.Tests.Simulators.Csv;

/// <summary>What is written is what is read, for every delimiter; what is no delimited text is read without an exception.</summary>
public sealed class CsvTests
{
    private const string Delimiters = ",;\t |^~`";

    private static readonly Gen<CsvDialect> Dialects = Gen.Select(Gen.Int[0, 7], Gen.Bool, Gen.Bool, (delimiter, crLf, all) => new CsvDialect(Delimiters[delimiter], crLf, all));

    /// <summary>Texts with everything that has a meaning in one dialect or another.</summary>
    private static readonly Gen<string> Fields = Gen.Char[" ,;\t|^~`\"\r\nab\u00e9\uFEFF"].Array[0, 6].Select(characters => new string(characters));

    [Fact]
    public void What_is_written_is_read_again()
    {
        Gen.Select(Dialects, Fields.Array[1, 5].Array[0, 6]).Sample((dialect, rows) =>
        {
            Read(Write(rows, dialect), dialect).Should().BeEquivalentTo(rows, options => options.WithStrictOrdering());
        });
    }

    [Fact]
    public void A_reader_goes_on_where_another_stopped()
    {
        Gen.Select(Dialects, Fields.Array[1, 4].Array[1, 6], Gen.Int[0, 5]).Sample((dialect, rows, stop) =>
        {
            var text = Write(rows, dialect);
            var first = new CsvReader(text, dialect);
            for (var row = 0; row < stop && first.Read(); row++)
            {
                // Nothing is looked at.
            }

            var second = new CsvReader(text, dialect, first.Position, first.Row, first.NextLine);
            while (first.Read())
            {
                second.Read().Should().BeTrue();
                (second.Row, second.Line, second.Position).Should().Be((first.Row, first.Line, first.Position));
                Values(second).Should().Equal(Values(first));
            }

            second.Read().Should().BeFalse();
        });
    }

    [Fact]
    public void A_reader_goes_back_to_any_row()
    {
        Gen.Select(Dialects, Fields.Array[1, 4].Array[1, 6]).Sample((dialect, rows) =>
        {
            var reader = new CsvReader(Write(rows, dialect), dialect);
            List<int> places = [0];
            while (reader.Read())
            {
                places.Add(reader.Position);
            }

            for (var row = rows.Length - 1; row >= 0; row--)
            {
                reader.MoveTo(places[row]);
                reader.Read().Should().BeTrue();
                Values(reader).Should().Equal(rows[row]);
            }
        });
    }

    [Theory]
    [InlineData("a,\"b\",\"c\"\"d\",\"\",,e\"f", "011100")]
    [InlineData("\"a\"", "1")]
    [InlineData("\"a", "1")]
    public void A_field_tells_whether_it_was_quoted(string text, string quoted)
    {
        var reader = new CsvReader(System.Text.Encoding.UTF8.GetBytes(text), CsvDialect.Comma);
        reader.Read();

        string.Concat(Enumerable.Range(0, reader.Count).Select(field => reader.IsQuoted(field) ? '1' : '0')).Should().Be(quoted);
    }

    [Fact]
    public void Whatever_bytes_come_rows_are_read_to_the_end()
    {
        Gen.Select(Dialects, Gen.OneOf(Gen.Byte, Gen.Const((byte)'"'), Gen.Const((byte)','), Gen.Const((byte)'\n'), Gen.Const((byte)'\r')).Array[0, 40]).Sample((dialect, bytes) =>
        {
            var reader = new CsvReader(bytes, dialect);
            var rows = 0;
            while (reader.Read())
            {
                rows++;
                reader.Row.Should().Be(rows);
                Values(reader).Should().NotBeEmpty();
            }

            reader.Position.Should().Be(bytes.Length);
        });
    }

    [Theory]
    [InlineData("a,b\nc,d", "a|b/c|d")]
    [InlineData("a,b\r\nc,d\r\n", "a|b/c|d")]
    [InlineData("\uFEFFa\n\n\r\nb\n", "a/b")]
    [InlineData("a,\n,b\n,\n", "a|/|b/|")]
    [InlineData("\"a,b\",\"c\"\"d\"\n\"\"\n", "a,b|c\"d/")]
    [InlineData("a\"b,c \"d\"\n", "a\"b|c \"d\"")]
    public void Rows_and_fields_are_those_of_RFC_4180(string text, string expected) =>
        string.Join('/', Read(Encoding.UTF8.GetBytes(text), CsvDialect.Comma).Select(row => string.Join('|', row))).Should().Be(expected);

    [Theory]
    [InlineData("\"a\nb\nc", CsvProblem.UnclosedQuote, 1, "a\nb\nc")]
    [InlineData("\"a\"\"", CsvProblem.UnclosedQuote, 1, "a\"")]
    [InlineData("\"a\"b,c\nd\n", CsvProblem.TextAfterQuote, 1, "a")]
    public void A_broken_row_says_what_is_wrong_and_where(string text, CsvProblem problem, int line, string first)
    {
        var reader = new CsvReader(Encoding.UTF8.GetBytes("head\n" + text), CsvDialect.Comma);
        reader.Read();

        reader.Read().Should().BeTrue();

        (reader.Problem, reader.Row, reader.Line, Encoding.UTF8.GetString(reader[0])).Should().Be((problem, 2, line + 1, first));
        reader.Read().Should().Be(problem == CsvProblem.TextAfterQuote, "reading goes on behind a row that ends");
    }

    [Fact]
    public void Lines_are_counted_inside_of_fields_too()
    {
        var reader = new CsvReader("a\n\"b\nb\"\nc\n"u8.ToArray(), CsvDialect.Comma);
        List<(int Row, int Line)> seen = [];
        while (reader.Read())
        {
            seen.Add((reader.Row, reader.Line));
        }

        seen.Should().Equal((1, 1), (2, 2), (3, 4));
    }

    [Fact]
    public void A_delimiter_is_one_of_seven()
    {
        var made = () => new CsvDialect('x');

        made.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*comma, semicolon, tab, space, pipe, caret, tilde*");
    }

    [Fact]
    public void A_field_that_is_not_there_is_refused()
    {
        var reader = new CsvReader("a,b"u8.ToArray(), CsvDialect.Comma);
        reader.Read();

        var asked = () => reader[2].Length;

        asked.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static byte[] Write(string[][] rows, CsvDialect dialect)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new CsvWriter(output, dialect);
        foreach (var row in rows)
        {
            foreach (var field in row)
            {
                writer.Write(field);
            }

            writer.EndRow();
        }

        return output.WrittenSpan.ToArray();
    }

    private static List<string[]> Read(byte[] text, CsvDialect dialect)
    {
        var reader = new CsvReader(text, dialect);
        var rows = new List<string[]>();
        while (reader.Read())
        {
            reader.Problem.Should().Be(CsvProblem.None);
            rows.Add(Values(reader));
        }

        return rows;
    }

    private static string[] Values(CsvReader reader)
    {
        var values = new string[reader.Count];
        for (var field = 0; field < values.Length; field++)
        {
            values[field] = Encoding.UTF8.GetString(reader[field]);
        }

        return values;
    }
}
