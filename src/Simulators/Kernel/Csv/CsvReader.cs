namespace SfMarketo.Kernel.Csv;

/// <summary>Reads delimited text of UTF-8 row by row, without making text of it. Lines end with LF or CR LF; blank lines are passed over; a byte order mark too.</summary>
/// <remarks>
/// A field that begins with a quote ends with one, has quotes doubled and may hold delimiters and line ends (RFC 4180); elsewhere a quote is a character
/// like another. A reader can go on where another stopped: give it the other's <see cref="Position"/>, <see cref="Row"/> and <see cref="NextLine"/>.
/// </remarks>
/// <param name="text">The whole text.</param>
/// <param name="dialect">Its delimiter.</param>
/// <param name="position">Where to begin, bytes.</param>
/// <param name="row">Rows before it.</param>
/// <param name="line">The line that begins there, from 1.</param>
public sealed class CsvReader(ReadOnlyMemory<byte> text, CsvDialect dialect, int position = 0, int row = 0, int line = 1)
{
    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';
    private const byte Return = (byte)'\r';

    private readonly byte delimiter = dialect.Delimiter;
    private (int Start, int Length, bool Unescaped)[] fields = new (int, int, bool)[16];
    private byte[] unescaped = [];
    private int unescapedLength;

    /// <summary>Where the next row begins, bytes.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Number of the row that was read, from 1: the header is 1.</summary>
    public int Row { get; private set; } = row;

    /// <summary>The line on which the row begins, from 1; rows with line ends in fields take several.</summary>
    public int Line { get; private set; }

    /// <summary>The line on which the next row begins.</summary>
    public int NextLine { get; private set; } = line;

    /// <summary>Fields of the row.</summary>
    public int Count { get; private set; }

    public CsvProblem Problem { get; private set; }

    /// <summary>A field's bytes without its quotes; good until the next row is read.</summary>
    public ReadOnlySpan<byte> this[int field]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)field, (uint)Count, nameof(field));
            var (start, length, fromScratch) = fields[field];
            return fromScratch ? unescaped.AsSpan(start, length) : text.Span.Slice(start, length);
        }
    }

    /// <summary>Whether a field stood in quotes.</summary>
    public bool IsQuoted(int field)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)field, (uint)Count, nameof(field));
        var (start, _, fromScratch) = fields[field];
        return fromScratch || (start > 0 && text.Span[start - 1] == Quote);
    }

    /// <summary>The next row is the one that begins here; numbers of rows and lines go on as they were.</summary>
    /// <param name="position">A place at which <see cref="Position"/> has been, bytes.</param>
    public void MoveTo(int position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)position, (uint)text.Length, nameof(position));
        Position = position;
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Read()
    {
        var span = text.Span;
        SkipBlank(span);
        (Count, Problem, unescapedLength) = (0, CsvProblem.None, 0);
        if (Position == span.Length)
        {
            return false;
        }

        Row++;
        Line = NextLine;
        while (true)
        {
            Position = Position < span.Length && span[Position] == Quote ? ReadQuoted(span, Position) : ReadPlain(span, Position);
            if (Position == span.Length)
            {
                return true;
            }

            if (span[Position++] == LineFeed)
            {
                NextLine++;
                return true;
            }
        }
    }

    /// <summary>Reads a field without quotes and returns the place of the delimiter or line feed behind it, or the end.</summary>
    private int ReadPlain(ReadOnlySpan<byte> span, int start)
    {
        var end = EndOfPlain(span, start);
        Add(start, WithoutReturn(span, start, end) - start, false);
        return end;
    }

    private int ReadQuoted(ReadOnlySpan<byte> span, int opening)
    {
        var start = opening + 1;
        var place = start;
        var doubled = 0;
        while (true)
        {
            var found = span[place..].IndexOf(Quote);
            if (found < 0)
            {
                Problem = CsvProblem.UnclosedQuote;
                AddQuoted(span, start, span.Length, doubled);
                return span.Length;
            }

            place += found;
            if (place + 1 == span.Length || span[place + 1] != Quote)
            {
                break;
            }

            doubled++;
            place += 2;
        }

        AddQuoted(span, start, place, doubled);
        var after = place + 1;
        var end = EndOfPlain(span, after);
        if (WithoutReturn(span, after, end) > after)
        {
            Problem = CsvProblem.TextAfterQuote;
        }

        return end;
    }

    private void AddQuoted(ReadOnlySpan<byte> span, int start, int end, int doubled)
    {
        var content = span[start..end];
        NextLine += content.Count(LineFeed);
        if (doubled == 0)
        {
            Add(start, content.Length, false);
            return;
        }

        if (unescaped.Length < unescapedLength + content.Length)
        {
            Array.Resize(ref unescaped, Math.Max(unescapedLength + content.Length, unescaped.Length * 2));
        }

        var target = unescapedLength;
        for (var place = 0; place < content.Length; place++)
        {
            unescaped[target++] = content[place];

            // The second of a pair; in an unclosed field the last one may be alone.
            place += content[place] == Quote && place + 1 < content.Length ? 1 : 0;
        }

        Add(unescapedLength, target - unescapedLength, true);
        unescapedLength = target;
    }

    private int EndOfPlain(ReadOnlySpan<byte> span, int start)
    {
        var length = span[start..].IndexOfAny(delimiter, LineFeed);
        return length < 0 ? span.Length : start + length;
    }

    /// <summary>The end of a field that a line's end follows: its CR is not the field's.</summary>
    private static int WithoutReturn(ReadOnlySpan<byte> span, int start, int end) =>
        end > start && span[end - 1] == Return && (end == span.Length || span[end] == LineFeed) ? end - 1 : end;

    private void Add(int start, int length, bool fromScratch)
    {
        if (Count == fields.Length)
        {
            Array.Resize(ref fields, Count * 2);
        }

        fields[Count++] = (start, length, fromScratch);
    }

    private void SkipBlank(ReadOnlySpan<byte> span)
    {
        if (Position == 0 && span.StartsWith("\uFEFF"u8))
        {
            Position = 3;
        }

        while (Position < span.Length)
        {
            var blank = span[Position] == LineFeed ? 1 : span[Position] == Return && Position + 1 < span.Length && span[Position + 1] == LineFeed ? 2 : 0;
            if (blank == 0)
            {
                return;
            }

            Position += blank;
            NextLine++;
        }
    }
}
