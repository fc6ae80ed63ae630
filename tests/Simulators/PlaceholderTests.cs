namespace SfMarketo.Tests.Simulators;

public sealed class PlaceholderTests
{
    [Fact]
    public void Placeholder() => 1.Should().Be(1);
}
