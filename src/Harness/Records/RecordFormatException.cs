namespace SfMarketo.Harness.Records;

/// <summary>A line of a run's records cannot be read. The message names file and line, what is wrong and what to do.</summary>
public sealed class RecordFormatException : Exception
{
    /// <param name="file">The file.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="problem">A sentence.</param>
    /// <param name="inner">What the JSON reader said, or null.</param>
    public RecordFormatException(string file, long line, string problem, Exception? inner = null)
        : base(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}:{line}: {problem}"), inner) => (File, Line) = (file, line);

    public string File { get; }

    public long Line { get; }
}
