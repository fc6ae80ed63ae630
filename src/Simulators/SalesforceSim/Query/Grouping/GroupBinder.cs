using SfMarketo.SalesforceSim.Query.Binding;
using SfMarketo.SalesforceSim.Query.Syntax;
using SfMarketo.SalesforceSim.Query.Values;

namespace SfMarketo.SalesforceSim.Query.Grouping;

/// <summary>Expressions over groups: what is grouped by, aggregates, and functions over both.</summary>
internal sealed class GroupBinder : ITermBinder
{
    private const int MaxSubtotalFields = 3;

    private readonly BindingContext context;
    private readonly TermBinder rows;
    private readonly string statement;
    private readonly GroupKind kind;
    private readonly List<BoundValue> groups = [];
    private readonly List<AggregateSlot> slots = [];

    /// <exception cref="SoqlException">What is grouped by cannot be.</exception>
    public GroupBinder(BindingContext context, TermBinder rows, SoqlQuery query)
    {
        (this.context, this.rows, statement, kind) = (context, rows, query.Statement, query.GroupBy?.Kind ?? GroupKind.Plain);
        foreach (var term in query.GroupBy?.Terms ?? [])
        {
            var group = rows.Bind(term, SoqlClause.GroupBy);
            if (group.Field is { Groupable: false } field)
            {
                throw SoqlException.At(SoqlCodes.InvalidField, statement, group.At, $"field '{field.Name}' can not be grouped in a query call");
            }

            groups.Add(group);
        }

        if (kind != GroupKind.Plain && groups.Count > MaxSubtotalFields)
        {
            throw SoqlException.Malformed(statement, query.GroupBy!.At, $"GROUP BY {kind.ToString().ToUpperInvariant()} must contain 3 fields or less");
        }
    }

    public IReadOnlyList<BoundValue> Groups => groups;

    public IReadOnlyList<AggregateSlot> Slots => slots;

    public BoundValue Bind(SoqlTerm term, SoqlClause clause)
    {
        if (term is CallTerm aggregate && aggregate.Function.IsAggregate())
        {
            return Aggregate(aggregate);
        }

        if (term is CallTerm { Argument: CallTerm inner } call && inner.Function != SoqlFunction.ConvertTimezone)
        {
            return rows.Call(call, Bind(inner, clause), clause);
        }

        // A function over a column that is grouped, or the very function that is.
        var value = rows.Bind(term, term is CallTerm { Function: var function } && function.IsDate() ? SoqlClause.GroupBy : clause);
        var number = Find(value);
        return number >= 0 ? Slot(number, value)
            : term is CallTerm { Argument: PathTerm path } over ? rows.Call(over, Bind(path, clause), clause)
            : throw NotGrouped(value, clause);
    }

    private static SlotValue Slot(int number, BoundValue value) =>
        new(ResultFields.Of(value.Field?.Name ?? "Type", value.Field?.Type ?? Org.Schema.SFieldType.String, value.Field, number), value.At, value.ToString());

    private SlotValue Aggregate(CallTerm call)
    {
        var argument = rows.Bind(call.Argument, SoqlClause.Having);
        var group = Find(argument);
        if (call.Function == SoqlFunction.Grouping)
        {
            return kind == GroupKind.Plain || group < 0
                ? throw SoqlException.Malformed(statement, call.At, $"GROUPING is of fields in GROUP BY ROLLUP or GROUP BY CUBE: {argument}")
                : Slot(call, argument, group);
        }

        if (group >= 0 && kind == GroupKind.Plain)
        {
            throw SoqlException.Malformed(statement, argument.At, $"Grouped field should not be aggregated: {argument}");
        }

        return AggregateSlot.Supports(call.Function, argument.Field)
            ? Slot(call, argument, -1)
            : throw SoqlException.Malformed(statement, argument.At, $"field {argument} does not support aggregate operator {call.Function.Name()}");
    }

    private SlotValue Slot(CallTerm call, BoundValue argument, int group)
    {
        var slot = slots.Find(known => known.Is(call.Function, argument));
        if (slot is null)
        {
            slot = new AggregateSlot(call.Function, argument, group, groups.Count + slots.Count, context.Options.PicklistsAlphabetical);
            slots.Add(slot);
        }

        return new SlotValue(slot.Field, call.At, slot.Field.Name);
    }

    private int Find(BoundValue value)
    {
        var text = value.ToString();
        return groups.FindIndex(group => group.ToString() == text);
    }

    private static SoqlException NotGrouped(BoundValue value, SoqlClause clause) => new(
        SoqlCodes.MalformedQuery,
        clause switch
        {
            SoqlClause.OrderBy => $"Ordered field must be grouped or aggregated: {value}",
            SoqlClause.Having => $"Having field must be grouped or aggregated: {value}",
            _ => $"Field must be grouped or aggregated: {value}",
        });
}
