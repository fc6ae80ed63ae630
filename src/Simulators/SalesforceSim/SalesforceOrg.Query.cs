using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Query;

namespace SfMarketo.SalesforceSim;

/// <content>Queries over the org's rows.</content>
public sealed partial class SalesforceOrg
{
    private readonly Dictionary<ProfileRights, SoqlEngine> limited = [];
    private SoqlEngine? soql;

    /// <summary>Made anew, without cursors and plans, when a reset has put other rows in place. Users of a profile that does not show all have one of their own: its plans know only what they see.</summary>
    internal SoqlEngine Soql
    {
        get
        {
            if (Switches.OldActivitiesArchived)
            {
                Store.Archive.Turn(Store, NowMicros);
            }

            if (FieldSight.Current is { } rights)
            {
                if (!limited.TryGetValue(rights, out var own) || own.Store != Store)
                {
                    limited[rights] = own = NewSoql();
                }

                return own;
            }

            if (soql?.Store != Store)
            {
                soql = NewSoql();
            }

            return soql;
        }
    }

    private void ForgetPlans()
    {
        soql = null;
        limited.Clear();
    }

    private SoqlEngine NewSoql() => new(Store, Query, Draws.Fork("salesforce.unordered").NextUInt64());
}
