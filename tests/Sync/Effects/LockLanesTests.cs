using SfMarketo.Sync.Effects;

namespace SfMarketo.Tests.Sync.Effects;

/// <summary>engine.md R25: the failed rows only, fewer at a time, 0.5 to 8 s apart, and after six tries a serial lane.</summary>
public sealed class LockLanesTests
{
    private const string Account = "children of 001";
    private static readonly string[] Child = ["sf:003A", Account];

    private readonly LockLanes lanes = new();

    [Fact]
    public void Fewer_and_fewer_rows_of_a_locked_parent_share_a_call_until_there_is_one()
    {
        var rooms = new List<int>();
        for (var refusal = 0; refusal < 8; refusal++)
        {
            lanes.Refused(Account, Math.Max(1, rooms.LastOrDefault(200)), 0.5, now: 0).Should().Be(refusal == LockLanes.SerialAfter - 1, "it becomes serial once");
            rooms.Add(Room());
        }

        rooms.Should().Equal(100, 50, 25, 12, 6, 1, 1, 1);
    }

    [Fact]
    public void Pauses_grow_to_eight_seconds_and_in_the_serial_lane_to_a_minute()
    {
        var pauses = new List<double>();
        for (var refusal = 0; refusal < 10; refusal++)
        {
            lanes.Refused(Account, 1, draw: 1, now: 0);
            pauses.Add(lanes.Until(Child) / 1e6);
        }

        pauses.Should().Equal(0.5, 1, 2, 4, 8, 8, 16, 32, 60, 60);
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(29, 60)]
    [InlineData(31, 120)]
    [InlineData(59, 120)]
    public void What_is_locked_for_long_is_tried_at_the_same_instants(int second, int next)
    {
        for (var refusal = 0; refusal < 20; refusal++)
        {
            lanes.Refused(Account, 1, 0.5, now: second * 1_000_000L);
        }

        lanes.Until(Child).Should().Be(next * 1_000_000L);
    }

    [Fact]
    public void A_row_waits_for_the_slowest_of_its_lanes_and_others_do_not()
    {
        lanes.Refused("sf:003A", 1, 1, now: 0);
        lanes.Refused(Account, 10, 1, now: 0);
        lanes.Refused(Account, 5, 1, now: 0);

        lanes.Until(Child).Should().Be(1_000_000);
        lanes.Until(["sf:003A"]).Should().Be(500_000);
        lanes.Until(["sf:003B", "children of 002"]).Should().Be(0);
    }

    [Fact]
    public void A_row_that_is_written_ends_the_lane()
    {
        lanes.Refused(Account, 10, 1, now: 0);

        lanes.Passed(Account);

        lanes.Any.Should().BeFalse();
        Room().Should().Be(300, "no lane, no limit");
    }

    private int Room()
    {
        var inCall = new Dictionary<string, int>();
        while (lanes.HasRoom(Child, inCall) && inCall.GetValueOrDefault(Account) < 300)
        {
            inCall[Account] = inCall.GetValueOrDefault(Account) + 1;
        }

        return inCall.GetValueOrDefault(Account);
    }
}
