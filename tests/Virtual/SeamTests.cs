using SfMarketo.Harness.Network;

namespace SfMarketo.Tests.Virtual;

/// <summary>What a kill at each seam of a call leaves behind.</summary>
public sealed class SeamTests
{
    [Theory]
    [InlineData("send.before", false, false)]
    [InlineData("send.after", true, false)]
    [InlineData("response.before", true, false)]
    [InlineData("response.after", true, true)]
    public async Task A_request_is_executed_from_the_moment_it_is_on_the_wire_though_its_sender_dies(string deadAt, bool executed, bool given)
    {
        var server = new Server();
        var dead = false;
        using var client = new HttpMessageInvoker(new SeamHandler(server, name =>
        {
            dead |= name == deadAt;
            return !dead;
        }));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("https://example.invalid"));

        var answer = client.SendAsync(request, CancellationToken.None);
        server.Answer.SetResult(new HttpResponseMessage());
        await Task.Yield();

        server.Requests.Should().Be(executed ? 1 : 0);
        answer.IsCompleted.Should().Be(given);
    }

    [Fact]
    public async Task Every_call_and_every_commit_of_a_life_passes_its_seams_in_order()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            List<string> passed = [];
            stage.OnPassage = passed.Add;
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(2));
            var calls = Count("send.before");
            calls.Should().BeGreaterThan(10, "sign-ins and polls are calls too");
            Count("send.after").Should().Be(calls);
            Count("response.before").Should().BeInRange(calls - 4, calls, "some may be on their way");
            Count("response.after").Should().Be(Count("response.before"));
            Count("commit.after").Should().Be(Count("commit.before")).And.BePositive();

            int Count(string seam) => passed.Count(name => name == seam);
        });
    }

    private sealed class Server : HttpMessageHandler
    {
        public TaskCompletionSource<HttpResponseMessage> Answer { get; } = new();

        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Answer.Task;
        }
    }
}
