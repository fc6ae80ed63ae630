using SfMarketo.Harness.Scenarios.Reading;

namespace SfMarketo.Tests.Harness.Scenarios;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("250ms", 0.25)]
    [InlineData("1.5h", 5_400.0)]
    [InlineData("1_000s", 1_000.0)]
    [InlineData("1h5m", 3_900.0)]
    [InlineData("1d2h3m4.5s", 93_784.5)]
    [InlineData("t", null)]
    [InlineData("", null)]
    [InlineData("5", null)]
    [InlineData("1h5", null)]
    [InlineData("5m1h", null)]
    [InlineData("1h1h", null)]
    [InlineData("1h-5m", null)]
    [InlineData("366d1s", null)]
    public void A_duration_is_numbers_with_units_the_longest_first(string text, double? seconds)
    {
        DurationText.TryParse(text, out var duration).Should().Be(seconds is not null);
        duration.TotalSeconds.Should().Be(seconds ?? 0);
    }
}
