using System.Threading.Channels;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Cli.Sim;

/// <summary>Shows the calls of both simulators on the console as they end. Writing happens beside the calls: a slow terminal holds up nobody.</summary>
internal sealed class CallLines(TextWriter writer, bool colour) : IRecordSink
{
    private readonly Channel<CallEntry> calls = Channel.CreateUnbounded<CallEntry>(new UnboundedChannelOptions { SingleReader = true });

    public void OnCall(in CallEntry entry) => calls.Writer.TryWrite(entry);

    public void OnCommit(in CommitEntry entry)
    {
        // The console shows calls.
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
        // The console shows calls.
    }

    /// <summary>No more calls come: <see cref="WriteAsync"/> ends when all are written.</summary>
    public void Complete() => calls.Writer.TryComplete();

    /// <summary>Writes until <see cref="Complete"/>; one flush for all that wait.</summary>
    public async Task WriteAsync(CodeWords words)
    {
        while (await calls.Reader.WaitToReadAsync())
        {
            while (calls.Reader.TryRead(out var entry))
            {
                var text = CallText.Of(entry, words);
                await writer.WriteLineAsync(CallText.IsWarning(entry) ? Warning(text) : text);
            }

            await writer.FlushAsync();
        }
    }

    private string Warning(string text) => colour ? $"\u001b[33mwarning: {text}\u001b[0m" : "warning: " + text;
}
