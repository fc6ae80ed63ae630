using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Records;

/// <summary>The records that one run left in its folder (docs/records.md), read line by line: a run of any length costs little memory.</summary>
/// <remarks>
/// Entries come in the order of the files. Each enumeration reads its file anew. All of them throw a <see cref="RecordFormatException"/> for a line that is damaged
/// or cut off, and an <see cref="IOException"/> for a file that cannot be read.
/// </remarks>
public sealed class RecordFolder
{
    public const string Marketo = "marketo";
    public const string Salesforce = "salesforce";

    private const string JournalEnd = ".journal.jsonl";

    private RecordFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>The simulators whose records are kept.</summary>
    public static IReadOnlyList<string> Sims { get; } = [Marketo, Salesforce];

    /// <summary>Finds a run's records: in the folder itself, or in the one folder in it that has some.</summary>
    /// <param name="directory">What the user named.</param>
    /// <param name="folder">The records.</param>
    /// <param name="problem">A sentence: what is wrong and what to do.</param>
    public static bool TryFind(string directory, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RecordFolder? folder, out string problem)
    {
        (folder, problem) = (null, "");
        if (!Directory.Exists(directory))
        {
            problem = $"The folder '{directory}' does not exist. Name the folder of a run: 'sfmarketo run SCENARIO --out DIR' leaves DIR/NAME.";
            return false;
        }

        if (Holds(directory))
        {
            folder = new RecordFolder(directory);
            return true;
        }

        var runs = Directory.EnumerateDirectories(directory).Where(Holds).Order(StringComparer.Ordinal).ToList();
        folder = runs.Count == 1 ? new RecordFolder(runs[0]) : null;
        problem = runs.Count switch
        {
            0 => $"The folder '{directory}' holds no records (salesforce{JournalEnd} and others). Make them with 'sfmarketo run SCENARIO --out DIR'.",
            1 => "",
            _ => $"The folder '{directory}' holds several runs: {string.Join(", ", runs.Take(8).Select(System.IO.Path.GetFileName))}{(runs.Count > 8 ? ", ..." : "")}. Name one of them.",
        };
        return folder is not null;
    }

    /// <summary>The calls of one simulator in the order in which they ended.</summary>
    /// <param name="sim">One of <see cref="Sims"/>.</param>
    /// <param name="wanted">Leaves lines out unparsed; null: all.</param>
    public IEnumerable<CallEntry> Calls(string sim, LineTest? wanted = null) => Read(sim, "journal", CallLine.Parse, wanted);

    /// <summary>The commits of one simulator, in order.</summary>
    /// <inheritdoc cref="Calls"/>
    public IEnumerable<CommitEntry> Commits(string sim, LineTest? wanted = null) => Read(sim, "commits", CommitLine.Parse, wanted).Select(commit => commit with { Sim = sim });

    /// <summary>What the reads of one simulator returned, in order.</summary>
    /// <inheritdoc cref="Calls"/>
    public IEnumerable<DeliveredEntry> Delivered(string sim, LineTest? wanted = null) => Read(sim, "delivered", DeliveredLine.Parse, wanted).Select(read => read with { Sim = sim });

    /// <summary>Attempts at messages that one simulator pushed, in the order in which they ended; none where it pushed none.</summary>
    /// <inheritdoc cref="Calls"/>
    public IEnumerable<MessageEntry> Messages(string sim, LineTest? wanted = null) => Read(sim, "messages", MessageLine.Parse, wanted).Select(message => message with { Sim = sim });

    private static bool Holds(string directory) => Sims.Any(sim => File.Exists(System.IO.Path.Combine(directory, sim + JournalEnd)));

    private IEnumerable<T> Read<T>(string sim, string kind, LineParser<T> parse, LineTest? wanted)
    {
        var path = System.IO.Path.Combine(Path, $"{sim}.{kind}.jsonl");
        return File.Exists(path) ? RecordReader.Read(path, parse, wanted) : [];
    }
}
