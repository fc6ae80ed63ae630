namespace SfMarketo.Harness.Records;

/// <summary>The lines of a file of records, one after the other, as bytes in one buffer: a file of any length costs the memory of its longest line.</summary>
internal sealed class RecordLines(string path) : IDisposable
{
    private const int BlockSize = 128 * 1024;

    /// <summary>The longest line that is written is a read of some thousand records.</summary>
    private const int LongestLine = 64 * 1024 * 1024;

    private readonly FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
    private byte[] buffer = new byte[BlockSize];
    private int start;
    private int length;
    private int filled;
    private bool atEnd;

    public string Path => path;

    /// <summary>Number of the present line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The present line without its end; valid until the next one is read.</summary>
    public ReadOnlySpan<byte> Line => buffer.AsSpan(start, length);

    /// <summary>The file ends in the present line: it may not be whole.</summary>
    public bool HasNoEnd { get; private set; }

    /// <summary>Goes to the next line.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="RecordFormatException">A line is longer than any that is ever written.</exception>
    public bool Next()
    {
        start += Number == 0 ? 0 : length + 1;
        var searched = 0;
        while (true)
        {
            var rest = buffer.AsSpan(Math.Min(start, filled), Math.Max(0, filled - start));
            if (rest[searched..].IndexOf((byte)'\n') is >= 0 and var end)
            {
                length = searched + end;
                Number++;
                return true;
            }

            searched = rest.Length;
            if (atEnd)
            {
                length = rest.Length;
                HasNoEnd = true;
                Number++;
                return length > 0;
            }

            Fill(rest.Length);
        }
    }

    public void Dispose() => stream.Dispose();

    private void Fill(int kept)
    {
        if (start > 0)
        {
            buffer.AsSpan(Math.Min(start, filled), kept).CopyTo(buffer);
            (start, filled) = (0, kept);
        }

        if (filled == buffer.Length)
        {
            if (filled >= LongestLine)
            {
                throw new RecordFormatException(path, Number + 1, "the line is longer than 64 MB. This is no file of records; run the scenario again.");
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.Read(buffer, filled, buffer.Length - filled);
        filled += read;
        atEnd = read == 0;
    }
}
