using System.Text;

namespace SfMarketo.Tests.Harness.Sim;

/// <summary>Keeps what a command writes and says when it is ready.</summary>
internal sealed class ReadyWriter : StringWriter
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Ready => ready.Task;

    public override Encoding Encoding => Encoding.UTF8;

    public string[] Lines => ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public override async Task WriteLineAsync(string? value)
    {
        await base.WriteLineAsync(value);
        if (value?.StartsWith("ready", StringComparison.Ordinal) == true)
        {
            ready.TrySetResult();
        }
    }
}
