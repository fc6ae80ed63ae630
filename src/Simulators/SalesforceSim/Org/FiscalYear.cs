namespace SfMarketo.SalesforceSim.Org;

/// <summary>The org's fiscal year, by the month in which it begins. A year that begins after January has the name of the calendar year in which it ends.</summary>
internal static class FiscalYear
{
    /// <summary>Fiscal year and quarter of a day.</summary>
    public static (int Year, int Quarter) Of(OrgStore store, DateOnly day)
    {
        var start = Start(store);
        return (start > 1 && day.Month >= start ? day.Year + 1 : day.Year, (day.Month - start + 12) % 12 / 3 + 1);
    }

    /// <summary>Last day of the fiscal quarter in which a day lies.</summary>
    public static DateOnly EndOfQuarter(OrgStore store, DateOnly day)
    {
        var into = (day.Month - Start(store) + 12) % 3;
        return new DateOnly(day.Year, day.Month, 1).AddMonths(3 - into).AddDays(-1);
    }

    private static int Start(OrgStore store)
    {
        var organizations = store["Organization"];
        return organizations[0]?[organizations.Type.Field("FiscalYearStartMonth")] as int? ?? 1;
    }
}
