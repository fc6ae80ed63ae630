using System.Diagnostics;
using System.Globalization;

namespace SfMarketo.Bench;

/// <summary>Wall time and processor time of a piece of work. On a shared machine the second is the better figure.</summary>
internal readonly record struct Measurement(TimeSpan Wall, TimeSpan Processor)
{
    public static async Task<Measurement> OfAsync(Func<Task> work)
    {
        // What earlier figures left behind is not part of this one.
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (processor, start) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        await work();
        var wall = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return new Measurement(wall, process.TotalProcessorTime - processor);
    }

    /// <summary>One figure as a line: numerator, denominator, both ratios.</summary>
    public void Print(string what, long count, string unit) => Say(
        $"  {what}: {count:N0} {unit} / {Wall.TotalSeconds:0.00} s wall = {count / Wall.TotalSeconds:N0} {unit}/s ({Processor.TotalSeconds:0.00} s processor: {count / Processor.TotalSeconds:N0}/s)");

    public static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
