using SfMarketo.Sync.Effects;

namespace SfMarketo.Tests.Sync.Effects;

/// <summary>engine.md R10: what spoils a call is found by halves, and put aside when it is beyond doubt that the server is not to blame.</summary>
public sealed class SuspectsTests
{
    private const EffectKind Kind = EffectKind.MarketoUpdate;
    private const string Poison = "mk:13";
    private const long Minute = 60_000_000;

    private readonly Suspects suspects = new();

    [Fact]
    public void Each_failure_halves_the_company_that_a_record_may_travel_in()
    {
        suspects.MostOf(Kind, Poison).Should().Be(int.MaxValue);
        suspects.Any(Kind).Should().BeFalse();
        foreach (var (count, most) in new[] { (300, 150), (150, 75), (75, 38), (2, 1), (1, 1) })
        {
            suspects.Add(Kind, Poison, count, now: 0).Should().BeFalse();
            suspects.MostOf(Kind, Poison).Should().Be(most);
        }

        suspects.Any(Kind).Should().BeTrue();
    }

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 60)]
    public void A_record_that_fails_alone_is_convicted_sooner_when_others_of_its_kind_are_written(bool others, int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            suspects.Add(Kind, Poison, 1, minute * Minute).Should().BeFalse("minute {0}", minute);
            if (others)
            {
                suspects.Passed(Kind, minute * Minute + 1);
            }
        }

        suspects.Add(Kind, Poison, 1, minutes * Minute).Should().BeTrue();
    }

    [Fact]
    public void Failures_in_company_and_few_failures_convict_nobody()
    {
        for (var call = 0; call < 20; call++)
        {
            suspects.Add(Kind, Poison, 2, call * Minute).Should().BeFalse();
        }

        for (var call = 1; call < Suspects.MostAlone; call++)
        {
            suspects.Add(Kind, Poison, 1, call * 600 * Minute).Should().BeFalse();
        }

        suspects.Add(Kind, Poison, 1, 9000 * Minute).Should().BeTrue();
    }

    [Fact]
    public void An_answer_clears_a_record_and_its_past_does_not_count_any_more()
    {
        for (var call = 0; call < 4; call++)
        {
            suspects.Add(Kind, Poison, 1, call * 60 * Minute);
        }

        suspects.Clear(Kind, Poison);

        suspects.Any(Kind).Should().BeFalse();
        suspects.Pause(Kind, Poison).Should().Be(TimeSpan.Zero);
        suspects.Add(Kind, Poison, 1, 600 * Minute).Should().BeFalse();
    }

    [Fact]
    public void Pauses_double_up_to_five_minutes()
    {
        var pauses = new List<double>();
        for (var call = 0; call < 10; call++)
        {
            suspects.Add(Kind, Poison, 1, now: 0);
            pauses.Add(suspects.Pause(Kind, Poison).TotalSeconds);
        }

        pauses.Should().Equal(2, 4, 8, 16, 32, 64, 128, 256, 300, 300);
    }
}
