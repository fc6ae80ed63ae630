using System.Threading.Channels;

namespace SfMarketo.Cli.Workers;

/// <summary>A worker's orders, read ahead, so that the end of its input is noticed while it plays: whoever gave the orders is gone then, killed perhaps, and nobody will hear the answer.</summary>
/// <remarks>Reading a pipe blocks. It has a thread of its own, because virtual time has but one worker; that thread does nothing else.</remarks>
internal static class WatchedInput
{
    /// <param name="input">Where orders come from.</param>
    /// <param name="ended">Told of its end, at once.</param>
    /// <returns>Its lines.</returns>
    public static ChannelReader<string> Of(TextReader input, Action ended)
    {
        var lines = Channel.CreateUnbounded<string>();
        new Thread(Read) { IsBackground = true, Name = "orders" }.Start();
        return lines.Reader;

        void Read()
        {
            try
            {
                while (input.ReadLine() is { } line)
                {
                    lines.Writer.TryWrite(line);
                }
            }
            catch (IOException)
            {
                // As good as its end.
            }

            lines.Writer.Complete();
            ended();
        }
    }
}
