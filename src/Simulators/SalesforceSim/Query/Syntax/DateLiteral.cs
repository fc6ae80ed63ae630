namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>A named range of days relative to now, such as <c>TODAY</c> or <c>LAST_N_DAYS:3</c> (SOQL Reference, "Date Formats and Date Literals").</summary>
/// <param name="Unit">Length of a period.</param>
/// <param name="First">First period, counted from the present one (0).</param>
/// <param name="Last">Last period, counted from the present one.</param>
internal sealed record DateLiteral(DateUnit Unit, int First, int Last)
{
    /// <summary>Whether the word is a date literal, and whether it wants a number after a colon.</summary>
    public static bool IsKnown(ReadOnlySpan<char> word, out bool takesNumber)
    {
        takesNumber = word.Contains("_N_", StringComparison.OrdinalIgnoreCase) || word.StartsWith("N_", StringComparison.OrdinalIgnoreCase);
        return Find(word, 1) is not null;
    }

    /// <summary>The range of a word; <paramref name="n"/> is read only by words that take a number.</summary>
    public static DateLiteral? Find(ReadOnlySpan<char> word, int n)
    {
        Span<char> upper = stackalloc char[32];
        if (word.Length > upper.Length)
        {
            return null;
        }

        upper = upper[..word.ToUpperInvariant(upper)];
        switch (upper)
        {
            case "YESTERDAY":
                return new DateLiteral(DateUnit.Day, -1, -1);
            case "TODAY":
                return new DateLiteral(DateUnit.Day, 0, 0);
            case "TOMORROW":
                return new DateLiteral(DateUnit.Day, 1, 1);
            case "LAST_90_DAYS":
                return new DateLiteral(DateUnit.Day, -90, 0);
            case "NEXT_90_DAYS":
                return new DateLiteral(DateUnit.Day, 1, 90);
            case "LAST_N_DAYS":
                return new DateLiteral(DateUnit.Day, -n, 0);
            case "NEXT_N_DAYS":
                return new DateLiteral(DateUnit.Day, 1, n);
            case "N_DAYS_AGO":
                return new DateLiteral(DateUnit.Day, -n, -n);
        }

        if (upper.StartsWith("N_") && upper.EndsWith("S_AGO"))
        {
            return Of(upper[2..^5], -n, -n);
        }

        if (upper.StartsWith("LAST_N_") && upper[^1] == 'S')
        {
            return Of(upper[7..^1], -n, -1);
        }

        if (upper.StartsWith("NEXT_N_") && upper[^1] == 'S')
        {
            return Of(upper[7..^1], 1, n);
        }

        return upper.StartsWith("LAST_") ? Of(upper[5..], -1, -1)
            : upper.StartsWith("THIS_") ? Of(upper[5..], 0, 0)
            : upper.StartsWith("NEXT_") ? Of(upper[5..], 1, 1)
            : null;
    }

    private static DateLiteral? Of(ReadOnlySpan<char> unit, int first, int last) => unit switch
    {
        "WEEK" => new DateLiteral(DateUnit.Week, first, last),
        "MONTH" => new DateLiteral(DateUnit.Month, first, last),
        "QUARTER" => new DateLiteral(DateUnit.Quarter, first, last),
        "FISCAL_QUARTER" => new DateLiteral(DateUnit.FiscalQuarter, first, last),
        "YEAR" => new DateLiteral(DateUnit.Year, first, last),
        "FISCAL_YEAR" => new DateLiteral(DateUnit.FiscalYear, first, last),
        _ => null,
    };

    /// <summary>The first day of the range and the day after its last.</summary>
    /// <param name="today">The day that it is counted from.</param>
    /// <param name="fiscalStart">First month of the fiscal year, 1 to 12.</param>
    public (DateOnly Start, DateOnly End) On(DateOnly today, int fiscalStart = 1) => (Boundary(today, First, fiscalStart), Boundary(today, Last + 1, fiscalStart));

    // A range that leaves the calendar ends where the calendar ends.
    private DateOnly Boundary(DateOnly today, int periods, int fiscalStart) =>
        Math.Abs((long)periods) * DaysIn(Unit) > 365_000 ? (periods < 0 ? DateOnly.MinValue : DateOnly.MaxValue) : Shift(today, periods, fiscalStart);

    private static int DaysIn(DateUnit unit) => unit switch
    {
        DateUnit.Day => 1,
        DateUnit.Week => 7,
        DateUnit.Month => 31,
        DateUnit.Quarter or DateUnit.FiscalQuarter => 92,
        _ => 366,
    };

    private DateOnly Shift(DateOnly today, int periods, int fiscalStart) => Unit switch
    {
        DateUnit.Day => today.AddDays(periods),
        // US locale: the week starts on Sunday.
        DateUnit.Week => today.AddDays(-(int)today.DayOfWeek + 7 * periods),
        DateUnit.Month => Months(today, 1, 1, periods),
        DateUnit.Quarter => Months(today, 3, 1, periods),
        DateUnit.FiscalQuarter => Months(today, 3, fiscalStart, periods),
        DateUnit.FiscalYear => Months(today, 12, fiscalStart, periods),
        _ => Months(today, 12, 1, periods),
    };

    /// <summary>Start of the period of so many months that holds the day, moved by so many periods.</summary>
    private static DateOnly Months(DateOnly today, int length, int firstMonth, int periods) =>
        new DateOnly(today.Year, today.Month, 1).AddMonths(-((today.Month - firstMonth + 12) % length) + length * periods);
}

internal enum DateUnit : byte
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
    FiscalQuarter,
    FiscalYear,
}
