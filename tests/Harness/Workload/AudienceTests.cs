using SfMarketo.Harness.Workload;
using SfMarketo.MarketoSim;
using SfMarketo.Tests.Harness.OrgData;

namespace SfMarketo.Tests.Harness.Workload;

public sealed class AudienceTests
{
    private const string Org = "{ people: 300, accounts: 10, marketoOnly: 200 }";

    [Fact]
    public void Machines_that_open_a_mailing_are_flagged_and_people_are_not()
    {
        var systems = TestSystems.Of(Org);

        foreach (var (_, act) in Mail(systems))
        {
            act();
        }

        var opens = systems.Marketo.Activities.Where(activity => activity.TypeName == "Open Email").ToList();
        opens.Count(IsBot).Should().BePositive().And.BeLessThan(opens.Count);
        systems.Marketo.Activities.Count(activity => activity.TypeName == "Send Email").Should().Be(500);
    }

    [Fact]
    public void One_seed_gives_one_schedule_in_order_of_time()
    {
        var first = Mail(TestSystems.Of(Org)).Select(step => step.After).ToList();

        first.Should().NotBeEmpty().And.BeInAscendingOrder();
        Mail(TestSystems.Of(Org)).Select(step => step.After).Should().Equal(first);
        Mail(TestSystems.Of(Org, seed: 8)).Select(step => step.After).Should().NotEqual(first);
    }

    private static IReadOnlyList<(TimeSpan After, Action Do)> Mail(TestSystems systems) =>
        new Audience(systems.Marketo, new RecentTouches(systems.Clock), systems.Clock).Mail(1_000, systems.Draws.Fork("mailing"));

    private static bool IsBot(ActivityView activity) => activity.Attribute("Is Bot Activity") is true or "true";
}
