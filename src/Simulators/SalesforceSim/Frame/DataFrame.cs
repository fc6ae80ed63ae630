using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Frame;

/// <summary>What each resource under <c>/services/data/vNN.0</c> checks before it runs: its own first version, Accept, the body's transfer form and text.</summary>
internal static class DataFrame
{
    /// <param name="org">The org.</param>
    /// <param name="call">The call.</param>
    /// <param name="since">First version that has the resource; 0 for all.</param>
    /// <param name="anyForm">The resource has bodies and answers of other types (CSV) and judges Accept itself.</param>
    /// <param name="endpoint">The resource.</param>
    public static void Run(SalesforceOrg org, SimCall call, int since, bool anyForm, Action<SalesforceOrg, SimCall> endpoint)
    {
        if (since > 0 && call.ApiVersion() < since)
        {
            call.Refuse(Errors.RowErrors.NotFound);
            return;
        }

        if (!anyForm && !AcceptedForms.Check(call))
        {
            return;
        }

        if (!call.Body.IsEmpty && (!RequestInflation.TryInflate(call, org.LargestBodyOf(call.Http.Request)) || BodyTexts.Refuse(call)))
        {
            return;
        }

        endpoint(org, call);
    }
}
