using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Org.Writing;
using SfMarketo.SalesforceSim.Query.Results;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query;

/// <summary>FOR VIEW and FOR REFERENCE: the rows of the first page were looked at now (SOQL Reference). SystemModstamp stays.</summary>
internal static class ViewMarks
{
    public static void Set(SalesforceOrg org, SimCall call, in QueryRun run)
    {
        var type = run.Plan.Object;
        var fields = new[] { type.Find("LastReferencedDate"), run.Plan.View == ViewMark.View ? type.Find("LastViewedDate") : null };
        if (run.Plan.Groups is not null || fields.All(field => field is null))
        {
            return;
        }

        var transaction = org.Begin(call);
        foreach (var shown in run.Rows.Take(run.PageSize))
        {
            if (org.Store[type][shown.Number] is { Deleted: false } row)
            {
                var values = row.CopyValues();
                foreach (var field in fields)
                {
                    if (field is not null)
                    {
                        values[field.Number] = transaction.Stamp;
                    }
                }

                transaction.Update(row, values, stamps: Stamps.None);
            }
        }

        transaction.Commit();
    }
}
