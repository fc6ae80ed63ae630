using CsCheck;
using SfMarketo.Kernel.Quotas;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>The window is exact: what it takes and refuses is what counting every arrival would.</summary>
public sealed class CallWindowTests
{
    private const long Length = 20_000_000;

    [Fact]
    public void It_agrees_with_counting_all_arrivals()
    {
        // Gaps that make the border of exactly 20 s common, with refused calls that count or do not.
        var gap = Gen.OneOf(Gen.Const(0L), Gen.Const(1L), Gen.Const(Length), Gen.Const(Length - 1), Gen.Const(Length / 4), Gen.Long[0, Length / 3]);
        Gen.Select(Gen.Int[1, 7], Gen.Bool, gap.Array[0, 60]).Sample((calls, countRefused, gaps) =>
        {
            var window = new CallWindow(calls, TimeSpan.FromMicroseconds(Length));
            var counted = new List<long>();
            var at = 1_772_452_800_000_000L;
            foreach (var step in gaps)
            {
                at += step;
                var inWindow = counted.Count(arrival => at - arrival < Length);
                var expected = inWindow < calls;
                var taken = window.TryEnter(at);
                if (!taken && countRefused)
                {
                    window.Count(at);
                }

                if (taken || countRefused)
                {
                    counted.Add(at);
                }

                taken.Should().Be(expected);
            }
        });
    }

    [Fact]
    public void The_place_is_free_when_FreeIn_said()
    {
        var window = new CallWindow(1, TimeSpan.FromMicroseconds(Length));
        window.TryEnter(100).Should().BeTrue();

        window.FreeIn(150).Should().Be(Length - 50);
        window.TryEnter(100 + Length - 1).Should().BeFalse();
        window.TryEnter(100 + Length).Should().BeTrue();
    }
}
