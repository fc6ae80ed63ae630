using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Syntax;
using SfMarketo.SalesforceSim.Query.Values;

namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>Expressions over rows: paths and functions.</summary>
internal sealed class TermBinder(BindingContext context, PathBinder paths) : ITermBinder
{
    public BoundValue Bind(SoqlTerm term, SoqlClause clause) => term switch
    {
        PathTerm path => paths.Bind(path.Path),
        DistanceTerm distance => Distance(distance, clause),
        CallTerm call when call.Function.IsAggregate() => throw Refuse(call.At, $"Aggregate expressions are not allowed in {(clause == SoqlClause.GroupBy ? "GROUP BY" : "WHERE")}"),
        CallTerm call => Call(call, Bind(Argument(call), clause), clause),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>A function over a value that is bound already.</summary>
    public BoundValue Call(CallTerm call, BoundValue inner, SoqlClause clause)
    {
        var type = inner.Field?.Type;
        switch (call.Function)
        {
            case SoqlFunction.ToLabel when clause is SoqlClause.Select or SoqlClause.Where:
                return type is SFieldType.Picklist or SFieldType.MultiPicklist or SFieldType.Combobox or SFieldType.String ? new LabelValue(inner, call.At) : throw Unfit(call, inner);
            case SoqlFunction.Format when clause == SoqlClause.Select:
                context.IsMomentary |= type == SFieldType.DateTime;
                return type is null or SFieldType.Address ? throw Unfit(call, inner) : new FormattedValue(inner, context.UserZone, call.At);
            case SoqlFunction.ConvertCurrency when clause == SoqlClause.Select:
                return type == SFieldType.Currency ? new CurrencyValue(inner, call.At) : throw Unfit(call, inner);
            case var function when function.IsDate():
                return Date(call, inner, type);
            default:
                throw Refuse(call.At, $"unexpected token: '{call.Function.Name()}'");
        }
    }

    private DatePartValue Date(CallTerm call, BoundValue inner, SFieldType? type)
    {
        var converts = call.Argument is CallTerm;
        var needsTime = converts || call.Function is SoqlFunction.DayOnly or SoqlFunction.HourInDay;
        if (type != SFieldType.DateTime && (needsTime || type != SFieldType.Date))
        {
            throw Unfit(call, inner);
        }

        context.IsMomentary |= converts;
        return new DatePartValue(call.Function, inner, converts ? context.UserZone : null, context.Options.FiscalYearStartMonth, call.At);
    }

    private DistanceValue Distance(DistanceTerm term, SoqlClause clause)
    {
        var address = paths.Bind(term.From);
        return clause is SoqlClause.GroupBy or SoqlClause.Having || address.Field?.Type != SFieldType.Address
            ? throw SoqlException.At(SoqlCodes.InvalidField, paths.Statement, term.At, $"field '{address}' does not support DISTANCE")
            : new DistanceValue(address, term);
    }

    // convertTimezone stands in date functions only, and these take its field.
    private static SoqlTerm Argument(CallTerm call) => call.Function.IsDate() && call.Argument is CallTerm { Function: SoqlFunction.ConvertTimezone } zoned ? zoned.Argument : call.Argument;

    private SoqlException Unfit(CallTerm call, BoundValue inner) =>
        SoqlException.At(SoqlCodes.InvalidField, paths.Statement, inner.At, $"field '{inner}' does not support {call.Function.Name()}");

    private SoqlException Refuse(int at, string text) => SoqlException.Malformed(paths.Statement, at, text);
}
