namespace SfMarketo.Tests.Sync;

public sealed class PlaceholderTests
{
    [Fact]
    public void Placeholder() => 1.Should().Be(1);
}
