using SfMarketo.Cli.Workers;

namespace SfMarketo.Tests.Harness.Cli.Workers;

public sealed class WatchedInputTests
{
    [Fact]
    public async Task Lines_come_as_they_were_written_and_the_end_is_told_though_nobody_reads()
    {
        var ended = new TaskCompletionSource();
        using var input = new StringReader("one\ntwo");
        var lines = WatchedInput.Of(input, ended.SetResult);

        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);

        (await lines.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken)).Should().Equal("one", "two");
    }

    [Fact]
    public async Task A_broken_pipe_is_an_end()
    {
        var ended = new TaskCompletionSource();
        using var input = new StreamReader(new BrokenStream());
        var lines = WatchedInput.Of(input, ended.SetResult);

        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);

        (await lines.WaitToReadAsync(TestContext.Current.CancellationToken)).Should().BeFalse();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("broken");

        public override int Read(Span<byte> buffer) => throw new IOException("broken");
    }
}
