using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>Makes the typed predicate of one comparison: checks the literal's form against the field's type and converts it once.</summary>
internal sealed class LeafBinder(BindingContext context, string statement)
{
    private bool NotEqualMatchesNull => context.Options.NotEqualMatchesNull;

    public FieldPredicate Compare(BoundField bound, CompareOperator @operator, SoqlLiteral literal)
    {
        if (bound.Field is not { } field)
        {
            return TypeName(bound, [literal], @operator == CompareOperator.NotEqual, @operator is CompareOperator.Equal or CompareOperator.NotEqual);
        }

        RequireFilterable(bound, field);
        if (IsNull(field, literal))
        {
            return Null(bound, field, @operator);
        }

        return field.Type switch
        {
            SFieldType.Boolean => Boolean(bound, field, @operator, literal),
            SFieldType.Date or SFieldType.DateTime => Range(bound, field, @operator, literal),
            SFieldType.Int or SFieldType.Double or SFieldType.Currency or SFieldType.Percent => Number(bound, field, @operator, literal),
            SFieldType.Id or SFieldType.Reference => Id(bound, field, @operator, literal),
            SFieldType.MultiPicklist => Items(bound, field, @operator, literal),
            _ => Text(bound, field, @operator, literal),
        };
    }

    public FieldPredicate In(BoundField bound, IReadOnlyList<SoqlLiteral> literals, bool negated)
    {
        if (bound.Field is not { } field)
        {
            return TypeName(bound, literals, negated, allowed: true);
        }

        RequireFilterable(bound, field);
        var withNull = false;
        HashSet<string> texts = new(field.IsId || field.CaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        List<FieldPredicate> others = [];
        foreach (var literal in literals)
        {
            if (IsNull(field, literal))
            {
                withNull = true;
            }
            else if (field.IsId)
            {
                texts.Add(IdOf(bound, field, literal));
            }
            else if (field.IsText && field.Type != SFieldType.MultiPicklist)
            {
                texts.Add(TextOf(bound, field, literal));
            }
            else
            {
                others.Add(Compare(bound, CompareOperator.Equal, literal));
            }
        }

        var onNull = negated ? !withNull && NotEqualMatchesNull : withNull;
        return others.Count > 0 ? new AnyOfPredicate(field.Number, [.. others], !negated, onNull) : new TextInPredicate(field, texts, !negated, onNull);
    }

    public FieldPredicate Includes(BoundField bound, IReadOnlyList<SoqlLiteral> literals, bool negated)
    {
        if (bound.Field is not { Type: SFieldType.MultiPicklist } field)
        {
            throw bound.Field is null ? InvalidOperator(bound) : BadOperator(bound, bound.Field);
        }

        RequireFilterable(bound, field);
        var sets = literals.Select(literal => ItemsPredicate.ItemsOf(TextOf(bound, field, literal))).ToArray();
        return new ItemsPredicate(field.Number, sets, whole: false, !negated, negated && NotEqualMatchesNull);
    }

    private ItemsPredicate Items(BoundField bound, SField field, CompareOperator @operator, SoqlLiteral literal)
    {
        var items = ItemsPredicate.ItemsOf(TextOf(bound, field, literal));
        return @operator is CompareOperator.Equal or CompareOperator.NotEqual
            ? new ItemsPredicate(field.Number, [items], whole: true, @operator == CompareOperator.Equal, OnNull(@operator))
            : throw BadOperator(bound, field);
    }

    private static bool IsNull(SField field, SoqlLiteral literal) =>
        literal.Kind == LiteralKind.Null || (literal is { Kind: LiteralKind.Text, Value: "" } && (field.IsText || field.IsId));

    private FieldPredicate Null(BoundField bound, SField field, CompareOperator @operator)
    {
        var equal = @operator == CompareOperator.Equal;
        return equal || @operator == CompareOperator.NotEqual
            ? field.Type == SFieldType.Boolean ? new ConstantPredicate(!equal) : new NullPredicate(field.Number, equal)
            : throw BadOperator(bound, field);
    }

    private BooleanPredicate Boolean(BoundField bound, SField field, CompareOperator @operator, SoqlLiteral literal)
    {
        var wanted = literal.Kind == LiteralKind.Boolean ? (bool)literal.Value! : throw WrongType(bound, field, literal, "boolean");
        return @operator switch
        {
            CompareOperator.Equal => new BooleanPredicate(field.Number, wanted),
            CompareOperator.NotEqual => new BooleanPredicate(field.Number, !wanted),
            _ => throw BadOperator(bound, field),
        };
    }

    private NumberPredicate Number(BoundField bound, SField field, CompareOperator @operator, SoqlLiteral literal)
    {
        var wanted = literal.Kind == LiteralKind.Number ? (double)(decimal)literal.Value!
            : literal.Kind == LiteralKind.Currency && field.Type == SFieldType.Currency ? (double)((CurrencyAmount)literal.Value!).Amount
            : throw WrongType(bound, field, literal, field.Type == SFieldType.Int ? "int" : "double");
        RequireNotLike(bound, field, @operator);
        return new NumberPredicate(field.Number, @operator, wanted, OnNull(@operator));
    }

    private FieldPredicate Text(BoundField bound, SField field, CompareOperator @operator, SoqlLiteral literal)
    {
        var text = TextOf(bound, field, literal);
        var comparison = field.CaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return @operator switch
        {
            CompareOperator.Equal or CompareOperator.NotEqual =>
                new TextEqualPredicate(field, text, comparison, @operator == CompareOperator.Equal, OnNull(@operator)),
            CompareOperator.Like => new LikePredicate(field.Number, new LikePattern(text)),
            _ => new TextOrderPredicate(field.Number, @operator, text, comparison),
        };
    }

    private FieldPredicate Id(BoundField bound, SField field, CompareOperator @operator, SoqlLiteral literal)
    {
        RequireNotLike(bound, field, @operator);
        var id = IdOf(bound, field, literal);
        return @operator is CompareOperator.Equal or CompareOperator.NotEqual
            ? new TextEqualPredicate(field, id, StringComparison.Ordinal, @operator == CompareOperator.Equal, OnNull(@operator))
            : new TextOrderPredicate(field.Number, @operator, id, StringComparison.Ordinal);
    }

    private FieldPredicate Range(BoundField bound, SField field, CompareOperator @operator, SoqlLiteral literal)
    {
        RequireNotLike(bound, field, @operator);
        var isDate = field.Type == SFieldType.Date;
        if (literal.Kind == LiteralKind.DateLiteral)
        {
            context.IsMomentary = true;
            var (first, after) = ((DateLiteral)literal.Value!).On(context.Today, context.Options.FiscalYearStartMonth);
            return isDate
                ? Inside(@operator, first.DayNumber, after.DayNumber, (low, high, inside) => new DayPredicate(field.Number, (int)Math.Max(low, -1), (int)Math.Min(high, int.MaxValue), inside, OnNull(@operator)))
                : Inside(@operator, context.StartOf(first), context.StartOf(after), (low, high, inside) => new InstantPredicate(field, low, high, inside, OnNull(@operator)));
        }

        if (isDate)
        {
            var day = literal.Kind == LiteralKind.Date ? ((DateOnly)literal.Value!).DayNumber : throw WrongType(bound, field, literal, "date");
            return Inside(@operator, day, day + 1, (low, high, inside) => new DayPredicate(field.Number, (int)Math.Max(low, -1), (int)Math.Min(high, int.MaxValue), inside, OnNull(@operator)));
        }

        var at = literal.Kind == LiteralKind.DateTime ? (long)literal.Value! : throw WrongType(bound, field, literal, "dateTime");
        return Inside(@operator, at, at + 1, (low, high, inside) => new InstantPredicate(field, low, high, inside, OnNull(@operator)));
    }

    /// <summary>Every comparison with a range [start, end) as a test of being inside or outside of one.</summary>
    private static FieldPredicate Inside(CompareOperator @operator, long start, long end, Func<long, long, bool, FieldPredicate> make) => @operator switch
    {
        CompareOperator.Equal => make(start, end, true),
        CompareOperator.NotEqual => make(start, end, false),
        CompareOperator.Less => make(long.MinValue, start, true),
        CompareOperator.LessOrEqual => make(long.MinValue, end, true),
        CompareOperator.Greater => make(end, long.MaxValue, true),
        _ => make(start, long.MaxValue, true),
    };

    private TypeNamePredicate TypeName(BoundField bound, IReadOnlyList<SoqlLiteral> literals, bool negated, bool allowed)
    {
        if (!allowed)
        {
            throw InvalidOperator(bound);
        }

        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var literal in literals)
        {
            names.Add(literal.Kind == LiteralKind.Text
                ? (string)literal.Value!
                : throw SoqlException.At(SoqlCodes.InvalidField, statement, bound.At, "value of filter criterion for field 'Type' must be of type string and should be enclosed in quotes"));
        }

        return new TypeNamePredicate(names, !negated, negated && NotEqualMatchesNull);
    }

    private string TextOf(BoundField bound, SField field, SoqlLiteral literal) =>
        literal.Kind == LiteralKind.Text ? (string)literal.Value! : throw WrongType(bound, field, literal, "string");

    private string IdOf(BoundField bound, SField field, SoqlLiteral literal) =>
        SalesforceId.TryParse(TextOf(bound, field, literal), out var id)
            ? id.ToString()
            : throw SoqlException.At(SoqlCodes.InvalidQueryFilterOperator, statement, bound.At, $"invalid ID field: {literal.Value}");

    private bool OnNull(CompareOperator @operator) => @operator == CompareOperator.NotEqual && NotEqualMatchesNull;

    private void RequireFilterable(BoundField bound, SField field)
    {
        if (!field.Filterable)
        {
            throw SoqlException.At(SoqlCodes.InvalidField, statement, bound.At, $"field '{field.Name}' can not be filtered in a query call");
        }
    }

    private void RequireNotLike(BoundField bound, SField field, CompareOperator @operator)
    {
        if (@operator == CompareOperator.Like)
        {
            throw BadOperator(bound, field);
        }
    }

    private SoqlException InvalidOperator(BoundField bound) => SoqlException.At(SoqlCodes.InvalidQueryFilterOperator, statement, bound.At, "invalid operator");

    private SoqlException BadOperator(BoundField bound, SField field) => SoqlException.At(
        SoqlCodes.InvalidQueryFilterOperator, statement, bound.At, $"invalid operator on {(field.IsId ? "id" : field.Type.ToString().ToLowerInvariant())} field");

    private SoqlException WrongType(BoundField bound, SField field, SoqlLiteral literal, string type)
    {
        if (literal.Kind == LiteralKind.Word && type != "string")
        {
            return SoqlException.Malformed(statement, literal.At, $"unexpected token: '{literal.Value}'");
        }

        var quotes = type == "string" ? "should be enclosed in quotes" : "should not be enclosed in quotes";
        return SoqlException.At(SoqlCodes.InvalidField, statement, bound.At, $"value of filter criterion for field '{field.Name}' must be of type {type} and {quotes}");
    }
}
