using System.Threading.Channels;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Cli.Sim;

/// <summary>Shows the calls of both simulators, and the messages that the org sends, on the console as they end. Writing happens beside the calls: a slow terminal holds up nobody.</summary>
internal sealed class CallLines(TextWriter writer, bool colour) : IRecordSink
{
    private readonly Channel<Entry> entries = Channel.CreateUnbounded<Entry>(new UnboundedChannelOptions { SingleReader = true });

    public bool TakesCommits => false;

    public bool TakesDeliveries => false;

    public void OnCall(in CallEntry entry) => entries.Writer.TryWrite(new Entry(entry, null));

    public void OnMessage(in MessageEntry entry) => entries.Writer.TryWrite(new Entry(null, entry));

    public void OnCommit(in CommitEntry entry)
    {
        // The console shows calls and messages.
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
        // The console shows calls and messages.
    }

    /// <summary>No more come: <see cref="WriteAsync"/> ends when all are written.</summary>
    public void Complete() => entries.Writer.TryComplete();

    /// <summary>Writes until <see cref="Complete"/>; one flush for all that wait.</summary>
    public async Task WriteAsync(CodeWords words)
    {
        while (await entries.Reader.WaitToReadAsync())
        {
            while (entries.Reader.TryRead(out var entry))
            {
                await writer.WriteLineAsync(entry is { Call: { } call } ? Text(call, words) : MessageText.Of(entry.Message!.Value));
            }

            await writer.FlushAsync();
        }
    }

    private string Text(in CallEntry call, CodeWords words)
    {
        var text = CallText.Of(call, words);
        return CallText.IsWarning(call) ? Warning(text) : text;
    }

    private string Warning(string text) => colour ? $"\u001b[33mwarning: {text}\u001b[0m" : "warning: " + text;

    /// <summary>Either of the two.</summary>
    private readonly record struct Entry(CallEntry? Call, MessageEntry? Message);
}
