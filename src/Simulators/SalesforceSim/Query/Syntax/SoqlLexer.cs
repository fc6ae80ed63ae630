namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>Cuts a statement into tokens, one at a time, without copying any of it.</summary>
internal struct SoqlLexer(string text)
{
    private int at;

    public readonly string Statement => text;

    public SoqlToken Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        if (at == text.Length)
        {
            return new SoqlToken(TokenKind.End, at, 0);
        }

        var c = text[at];
        if (char.IsAsciiLetter(c) || c == '_')
        {
            return Take(TokenKind.Name, NameLength());
        }

        if (char.IsAsciiDigit(c) || (c is '-' or '+' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            return NumberOrDate();
        }

        return c switch
        {
            '\'' => Take(TokenKind.Text, TextLength()),
            ',' => Take(TokenKind.Comma, 1),
            '.' => Take(TokenKind.Dot, 1),
            ':' => Take(TokenKind.Colon, 1),
            '(' => Take(TokenKind.Open, 1),
            ')' => Take(TokenKind.Close, 1),
            '=' => Take(TokenKind.Equal, 1),
            '!' when Peek(1) == '=' => Take(TokenKind.NotEqual, 2),
            '<' when Peek(1) == '>' => Take(TokenKind.NotEqual, 2),
            '<' when Peek(1) == '=' => Take(TokenKind.LessOrEqual, 2),
            '<' => Take(TokenKind.Less, 1),
            '>' when Peek(1) == '=' => Take(TokenKind.GreaterOrEqual, 2),
            '>' => Take(TokenKind.Greater, 1),
            _ => Take(TokenKind.Other, 1),
        };
    }

    private readonly char Peek(int ahead) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private SoqlToken Take(TokenKind kind, int length)
    {
        var token = new SoqlToken(kind, at, length);
        at += length;
        return token;
    }

    private readonly int NameLength()
    {
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end - at;
    }

    private readonly int TextLength()
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '\'')
            {
                return i + 1 - at;
            }
        }

        throw new SoqlException(SoqlCodes.MalformedQuery, SoqlPlace.DescribeCharacter(text, text.Length));
    }

    private SoqlToken NumberOrDate()
    {
        var end = Digits(text[at] is '-' or '+' ? at + 1 : at);
        if (end - at == 4 && end < text.Length && text[end] == '-')
        {
            return Date(end);
        }

        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end = Digits(end + 1);
        }

        return Take(TokenKind.Number, end - at);
    }

    /// <summary>The rest of <c>2026-01-31</c> or <c>2026-01-31T10:00:00.000+01:00</c>, from its first hyphen. A datetime without a zone is no literal.</summary>
    private SoqlToken Date(int end)
    {
        end = Two(Expect(Two(Expect(end, '-')), '-'));
        if (end == text.Length || text[end] is not ('T' or 't'))
        {
            return Take(TokenKind.Date, end - at);
        }

        end = Two(Expect(Two(Expect(Two(end + 1), ':')), ':'));
        if (end < text.Length && text[end] == '.')
        {
            end = Digits(end + 1);
        }

        if (end < text.Length && text[end] is 'Z' or 'z')
        {
            return Take(TokenKind.DateTime, end + 1 - at);
        }

        if (end == text.Length || text[end] is not ('+' or '-'))
        {
            throw Bad(end);
        }

        end = Two(end + 1);
        end = end < text.Length && text[end] == ':' ? end + 1 : end;
        return Take(TokenKind.DateTime, Two(end) - at);
    }

    private readonly int Digits(int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from]))
        {
            from++;
        }

        return from;
    }

    private readonly int Two(int from)
    {
        for (var i = from; i < from + 2; i++)
        {
            if (i >= text.Length || !char.IsAsciiDigit(text[i]))
            {
                throw Bad(i);
            }
        }

        return from + 2;
    }

    private readonly int Expect(int from, char c) => from < text.Length && text[from] == c ? from + 1 : throw Bad(from);

    private readonly SoqlException Bad(int position) => new(SoqlCodes.MalformedQuery, SoqlPlace.DescribeCharacter(text, Math.Min(position, text.Length)));
}
