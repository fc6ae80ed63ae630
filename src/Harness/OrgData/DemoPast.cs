using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.OrgData;

/// <summary>The month before an org is started to be worked with.</summary>
internal static class DemoPast
{
    /// <summary>Lives through it, from the clock's present.</summary>
    public static void Live(SeededOrg org, MarketoInstance marketo, SalesforceOrg salesforce, Draws draws, SeedClock clock)
    {
        var start = clock.GetUtcNow();
        var past = new PastEvents(start);
        var owners = OrgContent.Owners(salesforce);
        if (owners.Count > 0)
        {
            new DemoDeals(org, salesforce, draws.Fork("deals"), owners, start).Plan(past, org.Accounts.Count / 2, org.People.Count / 10);
        }

        new DemoMailings(org, marketo, draws.Fork("mailings")).Plan(past);
        past.Run(clock);
    }
}
