namespace SfMarketo.Tests.Harness;

public sealed class PlaceholderTests
{
    [Fact]
    public void Placeholder() => 1.Should().Be(1);
}
