namespace SfMarketo.Cli;

/// <summary>One line on the error stream that says how far a run is; silent when nobody watches.</summary>
internal sealed class ProgressLine(string name) : IDisposable
{
    private readonly bool visible = !Console.IsErrorRedirected;
    private int length;

    public void Show(string text)
    {
        if (!visible)
        {
            return;
        }

        var line = $"{name}  {text}";
        Console.Error.Write($"\r{line.PadRight(length)}");
        length = line.Length;
    }

    /// <summary>Wipes the line, so that the next output starts on a clean one.</summary>
    public void Dispose()
    {
        if (visible && length > 0)
        {
            Console.Error.Write($"\r{new string(' ', length)}\r");
        }
    }
}
