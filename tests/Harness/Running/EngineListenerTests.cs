using SfMarketo.Harness.Running;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Tests.Harness.Running;

/// <summary>What arrives at a living engine is seen in the scenarios and in tests/Virtual.</summary>
public sealed class EngineListenerTests : IDisposable
{
    private readonly EngineListener listener = new(LatencyDistribution.None, new Draws(7), new VirtualClock(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero)));

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task A_lost_message_is_acknowledged_and_counted_without_any_engine()
    {
        listener.Fate = MessageFate.Lost;

        using var answer = await SendAsync();

        ((int)answer.StatusCode).Should().Be(200);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("<Ack>true</Ack>");
        listener.Dropped.Should().Be(1);
    }

    [Theory]
    [InlineData(MessageFate.Arrive)]
    [InlineData(MessageFate.Refused)]
    public async Task Without_an_engine_or_when_refused_the_connection_fails(MessageFate fate)
    {
        listener.Fate = fate;

        await FluentActions.Awaiting(SendAsync).Should().ThrowAsync<HttpRequestException>().WithMessage("Nobody listens.");
        listener.Dropped.Should().Be(0);
    }

    private async Task<HttpResponseMessage> SendAsync()
    {
        using var invoker = new HttpMessageInvoker(listener, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, EngineListener.Address) { Content = new StringContent("<x/>") };
        return await invoker.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
