using System.Globalization;

namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>Recursive descent over one statement (SOQL Reference, "SOQL SELECT Syntax"). One method per rule of the grammar.</summary>
internal sealed partial class SoqlParser
{
    private const int MaxLength = 100_000;

    private readonly string statement;
    private SoqlLexer lexer;
    private SoqlToken token;
    private SoqlToken ahead;

    private SoqlParser(string statement)
    {
        this.statement = statement;
        lexer = new SoqlLexer(statement);
        token = lexer.Next();
        ahead = lexer.Next();
    }

    private ReadOnlySpan<char> Word => statement.AsSpan(token.Start, token.Length);

    /// <exception cref="SoqlException">The statement is refused.</exception>
    public static SoqlQuery Parse(string statement)
    {
        if (string.IsNullOrWhiteSpace(statement))
        {
            throw new SoqlException(SoqlCodes.MalformedQuery, "SOQL statements cannot be empty or null");
        }

        if (statement.Length > MaxLength)
        {
            throw new SoqlException(SoqlCodes.MalformedQuery, "SOQL statements cannot be longer than 100000 characters.");
        }

        var parser = new SoqlParser(statement);
        var query = parser.Query();
        return parser.token.Kind == TokenKind.End ? query : throw parser.Unexpected();
    }

    private FieldPath Path()
    {
        var first = Name();
        if (token.Kind != TokenKind.Dot)
        {
            return new FieldPath([first]);
        }

        List<SoqlName> names = [first];
        while (Accept(TokenKind.Dot))
        {
            names.Add(Name());
        }

        return new FieldPath(names);
    }

    private SoqlName Name()
    {
        if (token.Kind != TokenKind.Name || SoqlWords.IsReservedName(Word))
        {
            throw Unexpected();
        }

        return Take();
    }

    private SoqlName Take()
    {
        var name = new SoqlName(statement.Substring(token.Start, token.Length), token.Start);
        Advance();
        return name;
    }

    private SoqlName? Alias()
    {
        if (AcceptWord("AS"))
        {
            return Name();
        }

        return token.Kind == TokenKind.Name && !SoqlWords.CannotBeAlias(Word) && !StartsClause() ? Name() : null;
    }

    /// <summary>Words that can be names but start a clause when the next word says so.</summary>
    private bool StartsClause() =>
        (Is("ORDER") && NextIs("BY"))
        || (Is("OFFSET") && ahead.Kind == TokenKind.Number)
        || (Is("FOR") && (NextIs("VIEW") || NextIs("REFERENCE") || NextIs("UPDATE")))
        || (Is("UPDATE") && (NextIs("TRACKING") || NextIs("VIEWSTAT")))
        || (Is("ALL") && NextIs("ROWS"));

    private int WholeNumber()
    {
        if (token.Kind != TokenKind.Number || !int.TryParse(Word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw Unexpected();
        }

        Advance();
        return number;
    }

    private bool Is(string word) => token.Kind == TokenKind.Name && token.Length == word.Length && Word.Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool NextIs(string word) => ahead.Kind == TokenKind.Name && statement.AsSpan(ahead.Start, ahead.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool Accept(TokenKind kind)
    {
        if (token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool AcceptWord(string word)
    {
        if (!Is(word))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Expect(string word)
    {
        if (!AcceptWord(word))
        {
            throw Unexpected();
        }
    }

    private void Expect(TokenKind kind)
    {
        if (!Accept(kind))
        {
            throw Unexpected();
        }
    }

    private void Advance()
    {
        token = ahead;
        ahead = lexer.Next();
    }

    private SoqlException Unexpected() =>
        SoqlException.Malformed(statement, token.Start, $"unexpected token: '{(token.Kind == TokenKind.End ? "<EOF>" : Word.ToString())}'");
}
