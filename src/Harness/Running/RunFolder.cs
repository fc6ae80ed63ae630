using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Records;
using SfMarketo.Harness.Rejudging;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Running;

/// <summary>Where a run keeps the engine's state and, when asked for, its records.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly string scratch;
    private readonly bool keepsRecords;

    private RunFolder(string path, string scratch, bool keepsRecords)
    {
        Path = path;
        this.scratch = scratch;
        this.keepsRecords = keepsRecords;
    }

    /// <summary>The folder of records and result.</summary>
    public string Path { get; }

    /// <summary>Where the engine's state is kept; gone when the run is over.</summary>
    public string Scratch => scratch;

    /// <param name="outDirectory">The parent of the records' folder, or null for none.</param>
    /// <param name="scenario">Names the folder.</param>
    public static RunFolder Make(string? outDirectory, string scenario)
    {
        var scratch = Directory.CreateTempSubdirectory("sfmarketo-").FullName;
        var path = outDirectory is null ? scratch : Directory.CreateDirectory(System.IO.Path.Combine(outDirectory, Name(scenario))).FullName;
        return new RunFolder(path, scratch, outDirectory is not null);
    }

    /// <summary>The name of a run of a matrix holds its values: 20/min is no folder.</summary>
    private static string Name(string scenario) => string.Concat(scenario.Select(letter => char.IsAsciiLetterOrDigit(letter) || "-_.,=[]%+@".Contains(letter, StringComparison.Ordinal) ? letter : '_'));

    public JsonLinesSink? Records(string sim) => keepsRecords ? new JsonLinesSink(Path, sim) : null;

    public RecordOrder? Order(RunTally tally) => keepsRecords ? new RecordOrder(Path, tally) : null;

    /// <summary>Keeps what judges know before the first record.</summary>
    public void KeepStart(JudgeBrief brief, SystemsState start)
    {
        if (keepsRecords)
        {
            brief.Write(Path);
            SystemsFile.Write(System.IO.Path.Combine(Path, SystemsFile.Start), start);
        }
    }

    /// <summary>Keeps what judges see behind the last record.</summary>
    public void KeepEnd(SystemsState end)
    {
        if (keepsRecords)
        {
            SystemsFile.Write(System.IO.Path.Combine(Path, SystemsFile.End), end);
        }
    }

    /// <summary>Keeps a copy of the stopped engine's state beside the records.</summary>
    public void KeepState(string state)
    {
        if (keepsRecords)
        {
            File.Copy(state, System.IO.Path.Combine(Path, RunReplay.StateName), overwrite: true);
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(scratch, recursive: true);
        }
        catch (IOException)
        {
            // A life that was killed may hold its file; the system's temporary folder is cleaned without us.
        }
    }
}
