using SfMarketo.SalesforceSim.Query;

namespace SfMarketo.SalesforceSim;

/// <content>Queries over the org's rows.</content>
public sealed partial class SalesforceOrg
{
    private SoqlEngine? soql;

    /// <summary>Made anew, without cursors and plans, when a reset has put other rows in place.</summary>
    internal SoqlEngine Soql
    {
        get
        {
            if (Switches.OldActivitiesArchived)
            {
                Store.Archive.Turn(Store, NowMicros);
            }

            if (soql?.Store != Store)
            {
                soql = new SoqlEngine(Store, Query, Draws.Fork("salesforce.unordered").NextUInt64());
            }

            return soql;
        }
    }
}
