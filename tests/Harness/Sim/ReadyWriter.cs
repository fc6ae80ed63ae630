using System.Text;

namespace SfMarketo.Tests.Harness.Sim;

/// <summary>Keeps what a command writes and says when it is ready.</summary>
internal sealed class ReadyWriter : StringWriter
{
    private readonly List<(string Text, TaskCompletionSource Seen)> awaited = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Ready => ready.Task;

    public override Encoding Encoding => Encoding.UTF8;

    public string[] Lines => ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Until a line with this text is there.</summary>
    public Task LineAsync(string text)
    {
        lock (awaited)
        {
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            awaited.Add((text, seen));
            if (ToString().Contains(text, StringComparison.Ordinal))
            {
                seen.TrySetResult();
            }

            return seen.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public override Task WriteLineAsync(string? value)
    {
        lock (awaited)
        {
            WriteLine(value);
            awaited.FindAll(one => value?.Contains(one.Text, StringComparison.Ordinal) == true).ForEach(one => one.Seen.TrySetResult());
        }

        if (value?.StartsWith("ready", StringComparison.Ordinal) == true)
        {
            ready.TrySetResult();
        }

        return Task.CompletedTask;
    }
}
