using System.Diagnostics;
using SfMarketo.Harness.Rejudging;

namespace SfMarketo.Bench;

/// <summary>The records of ten million calls, judged as a stream by a process of its own, as <c>sfmarketo judge</c> does it. Another number: <c>-- judge=200000</c>.</summary>
internal static class JudgeFigure
{
    /// <summary>Makes the child of the figure.</summary>
    public const string Child = "judge-child";

    private const long BytesPerCall = 600;
    private const double MostMegabytes = 512;

    public static long Calls { get; set; } = 10_000_000;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sfmarketo-bench-").FullName;
        try
        {
            var free = new DriveInfo(folder).AvailableFreeSpace;
            if (free < Calls * BytesPerCall)
            {
                Measurement.Say($"  skipped: {Calls:N0} calls need {Calls * BytesPerCall / 1e9:0.0} GB in the temporary folder, and {free / 1e9:0.0} GB are free");
                return;
            }

            long calls = 0;
            var writing = await Measurement.OfAsync(() =>
            {
                using var run = new SyntheticRun(folder);
                calls = run.Write(Calls);
                return Task.CompletedTask;
            });
            var bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
            writing.Print($"written, {bytes / 1e6:N0} MB", calls, "calls");
            var start = Stopwatch.GetTimestamp();
            using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), Child, folder]) { RedirectStandardOutput = true })!;
            var told = await child.StandardOutput.ReadToEndAsync();
            await child.WaitForExitAsync();
            var took = Stopwatch.GetElapsedTime(start);
            Measurement.Say($"  judged: {calls:N0} calls / {took.TotalSeconds:0.0} s wall = {calls / took.TotalSeconds:N0} calls/s, {bytes / 1e6 / took.TotalSeconds:0} MB/s; goal below {MostMegabytes:0} MB of peak working set");
            Console.Write(told);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the child does.</summary>
    public static int Judge(string folder)
    {
        using var replay = RunReplay.Open(folder);
        var checks = replay.Judge(replay.ReadBrief());
        using var process = Process.GetCurrentProcess();
        var applied = checks.Where(check => check.Applied).ToList();
        Measurement.Say($"    {replay.Read:N0} records, {applied.Count} checks, peak working set {process.PeakWorkingSet64 / 1048576.0:0} MB ({process.TotalProcessorTime.TotalSeconds:0.0} s processor)");
        foreach (var check in applied.Where(check => !check.Passed))
        {
            Measurement.Say($"    BROKEN {check.Id}, examined {check.Examined}, {check.Found} cases, such as {(check.Violations is [var first, ..] ? first.What : "none")}");
        }

        return applied.All(check => check.Passed) ? 0 : 1;
    }

    private static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(JudgeFigure).Assembly.Location] : [];
}
