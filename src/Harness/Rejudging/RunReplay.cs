using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Records;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Rejudging;

/// <summary>Judges a run again from the files it left: reads its records as a stream, in the order in which they were made, and holds no more of them than the checks do.</summary>
public sealed class RunReplay : IDisposable
{
    private readonly string directory;
    private readonly RecordFolder folder;
    private readonly IDisposable?[] opened = new IDisposable?[128];

    private RunReplay(string directory, RecordFolder folder)
    {
        this.directory = directory;
        this.folder = folder;
    }

    /// <summary>Records read so far.</summary>
    public long Read { get; private set; }

    /// <param name="directory">The folder of a run, or one that holds a single run's folder.</param>
    /// <exception cref="RecordException">It holds none, or several.</exception>
    public static RunReplay Open(string directory) =>
        RecordFolder.TryFind(directory, out var folder, out var problem) ? new RunReplay(folder.Path, folder) : throw new RecordException(problem);

    /// <summary>What the judges were told before the run.</summary>
    /// <exception cref="RecordException">It is not there, or damaged.</exception>
    public JudgeBrief ReadBrief() => JudgeBrief.Read(directory);

    /// <summary>Lets all checks see the run, once: the brief's tally is filled as the run goes on. Those that do not concern the run say so in <see cref="CheckResult.Applied"/>.</summary>
    /// <param name="brief">What they are told.</param>
    /// <param name="progress">Told the number of records now and then; null: nobody.</param>
    /// <exception cref="RecordException">The files do not fit together.</exception>
    /// <exception cref="RecordFormatException">A line is damaged or cut off.</exception>
    public IReadOnlyList<CheckResult> Judge(JudgeBrief brief, Action<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var judges = new Judges(brief.Checks, SystemsFileReader.Read(Path.Combine(directory, SystemsFile.Start)), brief.Skipped);
        Feed(judges, brief.Checks.Tally, progress);
        var end = SystemsFileReader.Read(Path.Combine(directory, SystemsFile.End));
        return judges.Finish(end with { Engine = end.Engine ?? EngineStateReader.Read(Path.Combine(directory, StateName)) });
    }

    /// <summary>The stopped engine's state file among a run's records.</summary>
    public const string StateName = "engine.state.db";

    public void Dispose()
    {
        foreach (var one in opened)
        {
            one?.Dispose();
        }
    }

    private void Feed(IRecordSink sink, RunTally tally, Action<long>? progress)
    {
        var path = Path.Combine(directory, RecordOrder.FileName);
        if (!File.Exists(path))
        {
            throw new RecordException($"{path} is missing: the run was not written by 'sfmarketo run --out', or by an earlier version. Run the scenario again with --out.");
        }

        using var letters = new StreamReader(path);
        while (letters.Read() is >= 0 and var letter)
        {
            if (letter == '\n')
            {
                continue;
            }

            var file = RecordFile.All.FirstOrDefault(file => file.Letter == letter) ?? throw new RecordException($"{path}: '{(char)letter}' stands for no file of records.");
            if (file.Kind == RecordKind.Tally)
            {
                TallyLine.Parse(Next(file, () => File.ReadLines(Path.Combine(directory, file.Name)))).AddTo(tally);
                continue;
            }

            Feed(file, sink);
            Read++;
            if (Read % 100_000 == 0)
            {
                progress?.Invoke(Read);
            }
        }
    }

    private void Feed(RecordFile file, IRecordSink sink)
    {
        switch (file.Kind)
        {
            case RecordKind.Call:
                sink.OnCall(Next(file, () => folder.Calls(file.Sim)));
                break;
            case RecordKind.Commit:
                sink.OnCommit(WholeNumbers.Fit(Next(file, () => folder.Commits(file.Sim))));
                break;
            case RecordKind.Delivery:
                sink.OnDelivered(Next(file, () => folder.Delivered(file.Sim)));
                break;
            default:
                sink.OnMessage(Next(file, () => folder.Messages(file.Sim)));
                break;
        }
    }

    private T Next<T>(RecordFile file, Func<IEnumerable<T>> open)
    {
        var entries = (IEnumerator<T>)(opened[file.Letter] ??= open().GetEnumerator());
        return entries.MoveNext()
            ? entries.Current
            : throw new RecordException($"{Path.Combine(directory, file.Name)} ends before {RecordOrder.FileName} does: the file was cut, or is missing. Run the scenario again with --out.");
    }
}
