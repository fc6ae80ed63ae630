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
    /// <summary>Whether the month before was lived through: deals, mailings, calls.</summary>
    public bool HasPast { get; init; }

    /// <summary>Made after the counted ones.</summary>
    public IReadOnlyList<FixedRecord> Records { get; init; } = [];

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
        ["Inbound Leads"])
    {
        HasPast = true,
    };

    /// <summary>Users, stages, programs and campaigns, and not one record.</summary>
    public static OrgContent Empty { get; } = Demo with { HasPast = false, Shape = new OrgShape { Empty = true, People = 0, Accounts = 0, MarketoOnly = 0 } };

    /// <summary>Users who can own records: active, and not the one that clients sign in as.</summary>
    public static IReadOnlyList<string> Owners(SalesforceOrg salesforce)
    {
        ArgumentNullException.ThrowIfNull(salesforce);
        return [.. salesforce.Rows("User").Where(user => user.Get("IsActive") is true && user.Text("TimeZoneSidKey") != "UTC").Select(user => user.Id)];
    }

    /// <summary>Fills both systems, from the clock's present to <paramref name="end"/>.</summary>
    /// <exception cref="OrgContentException">A system refuses one of the fixed records.</exception>
    public void Fill(MarketoInstance marketo, SalesforceOrg salesforce, Draws draws, SeedClock clock, DateTimeOffset end)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var seeded = OrgSeeder.Seed(Shape, marketo, salesforce, draws, new SeedOptions { Owners = Owners(salesforce), Companies = true });
        if (HasPast)
        {
            DemoPast.Live(seeded, marketo, salesforce, draws, clock);
        }

        clock.MoveTo(end);
        FixedRecords.Make(Records, marketo, salesforce);
    }
}
