using System.Globalization;

namespace SfMarketo.Cli.Runs;

/// <summary>The progress of several runs at once, on one line.</summary>
internal sealed class RunBoard(string title, int total) : IDisposable
{
    private const int Longest = 110;

    private readonly ProgressLine line = new(title);
    private readonly SortedDictionary<string, string> running = new(StringComparer.Ordinal);
    private int done;

    public void Show(string run, string progress)
    {
        running[run] = progress;
        Show();
    }

    public void Done(string run)
    {
        running.Remove(run);
        done++;
        Show();
    }

    public void Dispose() => line.Dispose();

    private void Show()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {total:N0} done; {string.Join("; ", running.Select(run => $"{run.Key} {run.Value}"))}");
        line.Show(text.Length > Longest ? text[..Longest] : text);
    }
}
