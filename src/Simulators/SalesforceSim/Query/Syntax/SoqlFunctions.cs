using System.Collections.Frozen;

namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>Names and kinds of functions.</summary>
internal static class SoqlFunctions
{
    // By number of SoqlFunction, spelled as the vendor's pages spell them.
    private static readonly string[] Names =
    [
        "COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX", "GROUPING", "toLabel", "FORMAT", "convertCurrency", "convertTimezone",
        "CALENDAR_MONTH", "CALENDAR_QUARTER", "CALENDAR_YEAR", "DAY_IN_MONTH", "DAY_IN_WEEK", "DAY_IN_YEAR", "DAY_ONLY", "FISCAL_MONTH", "FISCAL_QUARTER",
        "FISCAL_YEAR", "HOUR_IN_DAY", "WEEK_IN_MONTH", "WEEK_IN_YEAR",
    ];

    private static readonly FrozenDictionary<string, SoqlFunction>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Names.Select((name, number) => KeyValuePair.Create(name, (SoqlFunction)number)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryFind(ReadOnlySpan<char> name, out SoqlFunction function) => ByName.TryGetValue(name, out function);

    public static string Name(this SoqlFunction function) => Names[(int)function];

    public static bool IsAggregate(this SoqlFunction function) => function <= SoqlFunction.Grouping;

    public static bool IsDate(this SoqlFunction function) => function >= SoqlFunction.CalendarMonth;

    /// <summary>Whether the outer function takes a call of the inner one as its argument.</summary>
    public static bool Takes(this SoqlFunction outer, SoqlFunction inner) => outer switch
    {
        SoqlFunction.Format => inner == SoqlFunction.ConvertCurrency || inner < SoqlFunction.Grouping,
        SoqlFunction.ConvertCurrency => inner < SoqlFunction.Grouping,
        _ => outer.IsDate() && inner == SoqlFunction.ConvertTimezone,
    };
}
