namespace SfMarketo.Tests.Load;

public sealed class PlaceholderTests
{
    [Fact]
    public void Placeholder() => 1.Should().Be(1);
}
