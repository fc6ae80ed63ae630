using System.Globalization;

namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>The rules of SELECT's list and of functions.</summary>
internal sealed partial class SoqlParser
{
    /// <summary>Child queries within child queries, the statement itself not counted (SOQL Reference, "Relationship Query Limitations").</summary>
    private const int MaxChildren = 4;

    private int children;

    private bool IsCountOnly()
    {
        if (!Is("COUNT") || ahead.Kind != TokenKind.Open)
        {
            return false;
        }

        var (savedLexer, savedToken, savedAhead) = (lexer, token, ahead);
        Advance();
        Advance();
        if (Accept(TokenKind.Close))
        {
            // COUNT() is alone in its list.
            return Is("FROM") ? true : throw Unexpected();
        }

        (lexer, token, ahead) = (savedLexer, savedToken, savedAhead);
        return false;
    }

    private List<SelectItem> SelectList()
    {
        List<SelectItem> items = [];
        do
        {
            var term = token.Kind == TokenKind.Open ? Child()
                : Is("TYPEOF") && ahead.Kind == TokenKind.Name ? TypeOf()
                : Is("FIELDS") && ahead.Kind == TokenKind.Open ? Fields()
                : Term();
            items.Add(new SelectItem(term, Alias()));
        }
        while (Accept(TokenKind.Comma));
        return items;
    }

    private SoqlTerm Term() => token.Kind == TokenKind.Name && ahead.Kind == TokenKind.Open ? Call() : new PathTerm(Path());

    private SoqlTerm Call()
    {
        if (Is("DISTANCE"))
        {
            return Distance();
        }

        var at = token.Start;
        var function = Function();
        SoqlTerm argument;
        if (token.Kind == TokenKind.Name && ahead.Kind == TokenKind.Open)
        {
            if (!SoqlFunctions.TryFind(Word, out var inner) || !function.Takes(inner))
            {
                throw Unexpected();
            }

            argument = Call();
        }
        else
        {
            argument = new PathTerm(Path());
        }

        Expect(TokenKind.Close);
        return new CallTerm(function, argument, at);
    }

    private SoqlFunction Function()
    {
        if (!SoqlFunctions.TryFind(Word, out var function))
        {
            throw SoqlException.Malformed(statement, ahead.Start, "unexpected token: '('");
        }

        Advance();
        Advance();
        return function;
    }

    private DistanceTerm Distance()
    {
        var at = token.Start;
        Advance();
        Advance();
        var from = Path();
        Expect(TokenKind.Comma);
        Expect("GEOLOCATION");
        Expect(TokenKind.Open);
        var latitude = Degrees(90);
        Expect(TokenKind.Comma);
        var longitude = Degrees(180);
        Expect(TokenKind.Close);
        Expect(TokenKind.Comma);
        var kilometres = Word.Equals("'km'", StringComparison.OrdinalIgnoreCase);
        if (!kilometres && !Word.Equals("'mi'", StringComparison.OrdinalIgnoreCase))
        {
            throw token.Kind == TokenKind.Text ? SoqlException.Malformed(statement, token.Start, "DISTANCE takes the units 'mi' and 'km'.") : Unexpected();
        }

        Advance();
        Expect(TokenKind.Close);
        return new DistanceTerm(from, latitude, longitude, kilometres, at);
    }

    private double Degrees(int most)
    {
        if (token.Kind != TokenKind.Number || !double.TryParse(Word, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees))
        {
            throw Unexpected();
        }

        if (Math.Abs(degrees) > most)
        {
            throw SoqlException.At(SoqlCodes.NumberOutsideValidRange, statement, token.Start, $"A latitude is between -90 and 90, a longitude between -180 and 180: {Word}");
        }

        Advance();
        return degrees;
    }

    private FieldsTerm Fields()
    {
        var at = token.Start;
        Advance();
        Advance();
        FieldsKind kind = AcceptWord("ALL") ? FieldsKind.All : AcceptWord("STANDARD") ? FieldsKind.Standard : AcceptWord("CUSTOM") ? FieldsKind.Custom : throw Unexpected();
        Expect(TokenKind.Close);
        return new FieldsTerm(kind, at);
    }

    private TypeOfTerm TypeOf()
    {
        var at = token.Start;
        Advance();
        var relationship = Name();
        List<TypeOfBranch> branches = [];
        while (AcceptWord("WHEN"))
        {
            var @object = Name();
            Expect("THEN");
            branches.Add(new TypeOfBranch(@object, Paths()));
        }

        if (branches.Count == 0)
        {
            throw Unexpected();
        }

        IReadOnlyList<FieldPath> otherwise = AcceptWord("ELSE") ? Paths() : [];
        Expect("END");
        return new TypeOfTerm(relationship, branches, otherwise, at);
    }

    private List<FieldPath> Paths()
    {
        List<FieldPath> paths = [];
        do
        {
            paths.Add(Path());
        }
        while (Accept(TokenKind.Comma));
        return paths;
    }

    private ChildTerm Child()
    {
        var at = token.Start;
        Advance();
        if (++children > MaxChildren)
        {
            throw SoqlException.Malformed(statement, at, "Relationship queries can be nested at most 5 levels deep.");
        }

        var query = Query();
        children--;
        Expect(TokenKind.Close);
        return new ChildTerm(query, at);
    }
}
