using CsCheck;
using SfMarketo.Sync.Sources;

namespace SfMarketo.Tests.Sync.Sources;

/// <summary>Halves of a span of change times cover it, and end.</summary>
public sealed class ChangeRangeTests
{
    private const long Now = 1_772_442_000_000_000;

    [Fact]
    public void Halves_cover_the_range_and_share_the_instant_between_them() =>
        Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Long[1_001, 1_000_000_000_000]).Sample((back, span) =>
        {
            var range = new ChangeRange(Now - back, Now - back + span);

            var (earlier, later) = range.Split(Now)!.Value;

            earlier.From.Should().Be(range.From);
            earlier.To.Should().Be(later.From);
            later.To.Should().Be(range.To);
            later.From.Should().BeInRange(range.From + 1, range.To!.Value - 1);
        });

    [Fact]
    public void A_range_can_be_halved_until_it_is_one_step_of_the_wire()
    {
        var range = new ChangeRange(Now, Now + 3_600_000_000);
        var halvings = 0;
        while (range.Split(Now) is { } halves)
        {
            range = halves.Later;
            halvings++;
        }

        (range.To!.Value - range.From).Should().BeLessThanOrEqualTo(1_000);
        halvings.Should().BeLessThan(30);
    }

    [Fact]
    public void An_open_range_keeps_its_open_end()
    {
        var (earlier, later) = new ChangeRange(Now - 600_000_000, null).Split(Now)!.Value;

        earlier.To.Should().Be(Now - 300_000_000);
        later.Should().Be(new ChangeRange(Now - 300_000_000, null));
    }

    [Fact]
    public void An_open_range_ahead_of_our_clock_still_moves_on()
    {
        var (earlier, later) = new ChangeRange(Now + 5_000_000, null).Split(Now)!.Value;

        earlier.Should().Be(new ChangeRange(Now + 5_000_000, Now + 35_000_000));
        later.From.Should().Be(Now + 35_000_000);
    }

    [Fact]
    public void It_is_written_as_the_filter_takes_it()
    {
        new ChangeRange(Now, Now + 500_000).Values.Should().Equal("2026-03-02T09:00:00.000Z", "2026-03-02T09:00:00.500Z");
        new ChangeRange(Now, null).Values.Should().Equal("2026-03-02T09:00:00.000Z");
    }
}
