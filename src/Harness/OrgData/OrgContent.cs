using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Harness.OrgData;

/// <summary>What two systems hold when they are started to be worked with: counts, and whether they have a past.</summary>
/// <param name="Shape">People and accounts.</param>
/// <param name="Users">Users who own records, besides the one that signs in.</param>
/// <param name="Queues">Queues by name.</param>
public sealed record OrgContent(OrgShape Shape, IReadOnlyList<OrgUser> Users, IReadOnlyList<string> Queues)
{
    /// <summary>How far back the made-up past begins.</summary>
    public static readonly TimeSpan History = TimeSpan.FromDays(30);

    /// <summary>The standard objects filled and linked.</summary>
    public static OrgContent Demo { get; } = new(
        new OrgShape { People = 1_500, Accounts = 300, MarketoOnly = 500 },
        [
            new OrgUser("grace.sales@example.invalid", "Sales", "Grace", TimeZone: "America/New_York"),
            new OrgUser("ken.sales@example.invalid", "Sales", "Ken", TimeZone: "America/Los_Angeles"),
            new OrgUser("ada.sales@example.invalid", "Sales", "Ada", TimeZone: "Europe/London"),
            new OrgUser("yuki.sales@example.invalid", "Sales", "Yuki", TimeZone: "Asia/Tokyo"),
            new OrgUser("left.sales@example.invalid", "Left", "Has", IsActive: false, TimeZone: "America/Chicago"),
        ],
        ["Inbound Leads"]);

    /// <summary>Users, stages, programs and campaigns, and not one record.</summary>
    public static OrgContent Empty { get; } = Demo with { Shape = new OrgShape { Empty = true, People = 0, Accounts = 0, MarketoOnly = 0 } };

    /// <summary>Fills both systems, from the clock's present to <paramref name="end"/>.</summary>
    public void Fill(MarketoInstance marketo, SalesforceOrg salesforce, Draws draws, SeedClock clock, DateTimeOffset end)
    {
        ArgumentNullException.ThrowIfNull(clock);
        OrgSeeder.Seed(Shape, marketo, salesforce, draws);
        clock.MoveTo(end);
    }
}
