using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Planning;

namespace SfMarketo.SalesforceSim.Query.Results;

/// <summary>Rows of a page: as asked for, or fewer where rows are wide (<c>query.pageSize</c>).</summary>
internal static class PageSize
{
    // The vendor says that wide rows make smaller pages, and no figures; these are ours.
    private const int WideColumns = 100;
    private const int LongText = 255;
    private const int Share = 4;

    public static int Of(QueryPlan plan, int asked, QueryOptions options) =>
        options.WideRowsShrinkPages && IsWide(plan.Select) ? Math.Max(SoqlEngine.SmallestPage, asked / Share) : asked;

    private static bool IsWide(SelectNode select)
    {
        var columns = 0;
        foreach (var entry in select.Entries)
        {
            columns++;
            if (entry.Value?.Field is { Type: SFieldType.TextArea, Length: > LongText })
            {
                return true;
            }
        }

        return columns > WideColumns;
    }
}
