using CsCheck;
using SfMarketo.Sync.Flows.OpportunityStages;

namespace SfMarketo.Tests.Sync.Flows.OpportunityStages;

/// <summary>One predicate over all opportunities of a person (practice.md 1.3).</summary>
public sealed class StandingTests
{
    private static readonly Gen<Deal> Deals =
        from stage in Gen.Int[0, 4]
        from day in Gen.Int[1, 9]
        select stage switch
        {
            0 => new Deal("Closed Won", true, true, $"2026-03-0{day}"),
            1 => new Deal("Closed Lost", true, false, $"2026-03-0{day}"),
            _ => new Deal("Stage " + stage, false, false, $"2026-03-0{day}"),
        };

    [Fact]
    public void The_order_of_opportunities_does_not_matter() =>
        Gen.Select(Deals.Array[0, 6], Gen.Int[0, 1000]).Sample((deals, seed) =>
        {
            var shuffled = deals.OrderBy(deal => unchecked((deal.GetHashCode() * 31) + seed)).Reverse().ToArray();
            OpportunityStageFlow.Judge(shuffled).Should().Be(OpportunityStageFlow.Judge(deals));
        });

    [Fact]
    public void Customer_beats_open_and_open_beats_lost() =>
        Deals.Array[0, 6].Sample(deals =>
        {
            var expected = deals.Any(deal => deal.IsWon) ? Standing.Customer
                : deals.Any(deal => !deal.IsClosed) ? Standing.Open
                : deals.Length > 0 ? Standing.Lost
                : Standing.None;
            OpportunityStageFlow.Judge(deals).Standing.Should().Be(expected);
        });

    [Fact]
    public void The_stage_shown_is_that_of_the_open_one_closing_last_else_the_last_won_else_the_last_lost() =>
        Deals.Array[0, 6].Sample(deals =>
        {
            var group = deals.Where(deal => !deal.IsClosed).ToList();
            group = group.Count > 0 ? group : [.. deals.Where(deal => deal.IsWon)];
            group = group.Count > 0 ? group : [.. deals];
            var shown = OpportunityStageFlow.Judge(deals).StageName;
            if (group.Count == 0)
            {
                shown.Should().BeEmpty();
            }
            else
            {
                group.Where(deal => deal.CloseDate == group.Max(other => other.CloseDate)).Select(deal => deal.StageName).Should().Contain(shown);
            }
        });

    [Fact]
    public void A_lost_deal_waits_for_its_track_and_forgets_the_wait_when_the_standing_changes()
    {
        var flow = new OpportunityStageFlow(new OpportunityStageSettings { ReengagementDelay = TimeSpan.FromSeconds(10) });
        var lost = flow.Stand(PersonStanding.Unknown(1), Standing.Lost, "Closed Lost", now: 5_000_000);
        lost.Due.Should().Be(15_000_000);
        flow.Plan(lost, []).Enter.Should().BeNull();
        flow.Plan(lost, []).Suppress.Should().BeTrue("who lost a deal is out of acquisition at once");
        flow.Stand(lost, Standing.Lost, "Closed Lost", now: 9_000_000).Due.Should().Be(15_000_000, "a standing that lasts keeps its time");
        flow.Stand(lost, Standing.Open, "Prospecting", now: 9_000_000).Due.Should().BeNull();
        flow.Plan(lost with { Due = null }, []).Enter!.Program.Should().Be("Re-engagement Track");
    }

    [Fact]
    public void An_order_survives_the_state_file()
    {
        var order = new TrackOrder
        {
            Leave = ["Post-Sale Track", "An = odd; name"],
            Suppress = true,
            Enter = new ProgramTrack("Re-engagement Track", "Enrolled"),
            Memberships = [new("Spring Nurture", "Engaged"), new("Product Newsletter", "Member")],
        };
        TrackOrder.Read(order.ToFields()).Should().BeEquivalentTo(order, options => options.WithStrictOrdering());
    }
}
