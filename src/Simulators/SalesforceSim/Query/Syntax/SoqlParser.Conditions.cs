using System.Buffers;
using System.Globalization;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>The rules of WHERE and its literals.</summary>
internal sealed partial class SoqlParser
{
    private const int MaxTextInWhere = 4_000;
    private const int MaxDepth = 200;
    private const int MaxPeriods = 100_000;

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private int depth;

    /// <summary>AND, OR and NOT on one level without brackets are refused at the word that mixes them.</summary>
    private Condition Condition()
    {
        if (++depth > MaxDepth)
        {
            throw new SoqlException(SoqlCodes.QueryTooComplicated, "Query is either selecting too many fields or the filter conditions are too complicated.");
        }

        var condition = Joined();
        depth--;
        return condition;
    }

    private Condition Joined()
    {
        if (AcceptWord("NOT"))
        {
            return new NotCondition(Simple());
        }

        var first = Simple();
        var isAnd = Is("AND");
        if (!isAnd && !Is("OR"))
        {
            return first;
        }

        List<Condition> parts = [first];
        while (AcceptWord(isAnd ? "AND" : "OR"))
        {
            parts.Add(Simple());
        }

        return Is("AND") || Is("OR") ? throw Unexpected() : new JoinedCondition(isAnd, parts);
    }

    private Condition Simple()
    {
        if (Accept(TokenKind.Open))
        {
            var inner = Condition();
            Expect(TokenKind.Close);
            return inner;
        }

        var term = Term();
        if (AcceptWord("LIKE"))
        {
            return new CompareCondition(term, CompareOperator.Like, Literal(like: true));
        }

        if (AcceptWord("IN"))
        {
            return In(term, negated: false);
        }

        if (Is("NOT") && NextIs("IN"))
        {
            Advance();
            Advance();
            return In(term, negated: true);
        }

        if (term is PathTerm path && (Is("INCLUDES") || Is("EXCLUDES")) && ahead.Kind == TokenKind.Open)
        {
            var excludes = Is("EXCLUDES");
            Advance();
            Advance();
            return new IncludesCondition(path.Path, excludes, Literals());
        }

        CompareOperator @operator = token.Kind switch
        {
            TokenKind.Equal => CompareOperator.Equal,
            TokenKind.NotEqual => CompareOperator.NotEqual,
            TokenKind.Less => CompareOperator.Less,
            TokenKind.LessOrEqual => CompareOperator.LessOrEqual,
            TokenKind.Greater => CompareOperator.Greater,
            TokenKind.GreaterOrEqual => CompareOperator.GreaterOrEqual,
            _ => throw Unexpected(),
        };
        Advance();
        return new CompareCondition(term, @operator, Literal(like: false));
    }

    private Condition In(SoqlTerm term, bool negated)
    {
        Expect(TokenKind.Open);
        return Is("SELECT") && term is PathTerm path ? SemiJoin(path.Path, negated) : new InCondition(term, negated, Literals());
    }

    private List<SoqlLiteral> Literals()
    {
        List<SoqlLiteral> values = [];
        do
        {
            values.Add(Literal(like: false));
        }
        while (Accept(TokenKind.Comma));
        Expect(TokenKind.Close);
        return values;
    }

    private SemiJoinCondition SemiJoin(FieldPath path, bool negated)
    {
        var at = token.Start;
        Advance();
        var field = new PathTerm(Path());
        Expect("FROM");
        var @object = Name();
        var inner = new SoqlQuery(statement, @object) { Fields = [new SelectItem(field, null)], Alias = Alias(), Where = AcceptWord("WHERE") ? Condition() : null };
        Expect(TokenKind.Close);
        return new SemiJoinCondition(path, negated, at, inner);
    }

    private SoqlLiteral Literal(bool like)
    {
        var literal = token.Kind switch
        {
            TokenKind.Text => Text(like),
            TokenKind.Number => new SoqlLiteral(LiteralKind.Number, Number(), token.Start),
            TokenKind.Date => new SoqlLiteral(LiteralKind.Date, Date(), token.Start),
            TokenKind.DateTime => new SoqlLiteral(LiteralKind.DateTime, DateTimeMicros(), token.Start),
            TokenKind.Name => WordLiteral(),
            TokenKind.Colon => throw SoqlException.Malformed(statement, token.Start, "Bind variables only allowed in Apex code"),
            _ => throw Unexpected(),
        };
        Advance();
        return literal;
    }

    private SoqlLiteral Text(bool like)
    {
        if (token.Length - 2 > MaxTextInWhere)
        {
            throw SoqlException.Malformed(statement, token.Start, "A text in WHERE cannot be longer than 4000 characters.");
        }

        return new SoqlLiteral(LiteralKind.Text, SoqlText.Decode(Word, like), token.Start);
    }

    private decimal Number() =>
        decimal.TryParse(Word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw Unexpected();

    private DateOnly Date() =>
        DateOnly.TryParseExact(Word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Unexpected();

    private long DateTimeMicros() =>
        DateTimeOffset.TryParse(Word, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? Micros.From(instant) : throw Unexpected();

    private SoqlLiteral WordLiteral()
    {
        var at = token.Start;
        if (Is("NULL"))
        {
            return new SoqlLiteral(LiteralKind.Null, null, at);
        }

        if (Is("TRUE") || Is("FALSE"))
        {
            return new SoqlLiteral(LiteralKind.Boolean, Is("TRUE"), at);
        }

        if (DateLiteral.IsKnown(Word, out var takesNumber))
        {
            return new SoqlLiteral(LiteralKind.DateLiteral, takesNumber ? NumberedDateLiteral() : DateLiteral.Find(Word, 0), at);
        }

        if (Word.Length > 3 && char.IsAsciiDigit(Word[3]) && !Word[..3].ContainsAnyExcept(Letters))
        {
            return Currency(at);
        }

        return SoqlWords.CannotBeAlias(Word) ? throw Unexpected() : new SoqlLiteral(LiteralKind.Word, Word.ToString(), at);
    }

    /// <summary><c>USD5000</c> or <c>USD5000.25</c>: a name, or a name, a dot and a number without a gap.</summary>
    private SoqlLiteral Currency(int at)
    {
        var code = Word[..3].ToString().ToUpperInvariant();
        var end = token.End;
        if (ahead.Kind == TokenKind.Dot && ahead.Start == end)
        {
            Advance();
            if (ahead.Kind != TokenKind.Number || ahead.Start != token.End)
            {
                throw Unexpected();
            }

            end = ahead.End;
            Advance();
        }

        return decimal.TryParse(statement.AsSpan(at + 3, end - at - 3), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? new SoqlLiteral(LiteralKind.Currency, new CurrencyAmount(code, amount), at)
            : throw Unexpected();
    }

    private DateLiteral NumberedDateLiteral()
    {
        var word = token;
        Advance();
        if (!Accept(TokenKind.Colon)
            || token.Kind != TokenKind.Number
            || !int.TryParse(Word, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            || n > MaxPeriods)
        {
            throw Unexpected();
        }

        return DateLiteral.Find(statement.AsSpan(word.Start, word.Length), n)!;
    }
}
