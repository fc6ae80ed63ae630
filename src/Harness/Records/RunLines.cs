namespace SfMarketo.Harness.Records;

/// <summary>The lines of a run's record files in the order in which the run wrote them.</summary>
public static class RunLines
{
    /// <summary>Reads as far as it is enumerated; holds one line of each file.</summary>
    /// <param name="directory">The run's folder.</param>
    /// <exception cref="RecordException">The folder is not a run's, or order.txt and the files do not fit together.</exception>
    public static IEnumerable<RunLine> Read(string directory)
    {
        var order = Path.Combine(directory, RecordOrder.FileName);
        if (!File.Exists(order))
        {
            throw new RecordException($"{directory} has no {RecordOrder.FileName}: it is not the folder of a run, or of one that was not written to its end. Name a folder that 'sfmarketo run --out' made.");
        }

        var files = new Source?[128];
        try
        {
            using var letters = new StreamReader(order);
            while (letters.Read() is >= 0 and var letter)
            {
                if (letter == '\n')
                {
                    continue;
                }

                var file = letter < files.Length ? files[letter] ??= Open(directory, (char)letter) : Open(directory, (char)letter);
                file.Number++;
                var text = file.Reader.ReadLine() ?? throw new RecordException($"{Path.Combine(directory, file.File.Name)} ends after {file.Number - 1} lines, and {RecordOrder.FileName} has more of it: the file was cut.");
                yield return new RunLine(file.File, file.Number, text);
            }
        }
        finally
        {
            foreach (var file in files)
            {
                file?.Reader.Dispose();
            }
        }
    }

    private static Source Open(string directory, char letter)
    {
        var file = RecordFile.All.FirstOrDefault(file => file.Letter == letter)
            ?? throw new RecordException($"{Path.Combine(directory, RecordOrder.FileName)}: '{letter}' stands for no file of records.");
        var path = Path.Combine(directory, file.Name);
        return File.Exists(path) ? new Source(file, new StreamReader(path)) : throw new RecordException($"{path} is missing, and {RecordOrder.FileName} speaks of it.");
    }

    private sealed class Source(RecordFile file, StreamReader reader)
    {
        public RecordFile File { get; } = file;

        public StreamReader Reader { get; } = reader;

        public long Number { get; set; }
    }
}
